import { Button, Loader, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPlayerSkipForward, IconRefresh } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProofProbe, ProofReport } from '../../../../preload/contract/models/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { showError } from '../../../lib/show-error.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { Wizard } from '../use-wizard.ts'
import classes from './proof.module.css'
import { TextPreview } from './text-preview.tsx'

/** Runs the generated files in a Mosquitto of this computer: what must work, and what must be refused. */
export function ProofStep({ wizard }: { readonly wizard: Wizard }) {
  const { t, i18n } = useTranslation('setup')
  const { report, run } = useProof(wizard.values.id)
  const isRunning = report === null || report.outcome === 'running'
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('proof.lead')}
      </Text>
      <div role="status">
        {report?.outcome === 'proved' && (
          <StateLine tone="ok">{t('proof.proved', { version: report.brokerVersion ?? '' })}</StateLine>
        )}
        {report?.outcome === 'failed' && <StateLine tone="bad">{t('proof.failed')}</StateLine>}
        {report?.outcome === 'skipped' && report.reason && (
          <StateLine tone="info">
            {t('proof.skipped')} {localized(report.reason, i18n.language)}
          </StateLine>
        )}
      </div>
      <ol className={classes.probes} aria-label={t('steps.proof')} aria-busy={isRunning}>
        {report?.probes.map((probe) => (
          <Probe key={probe.name} probe={probe} />
        ))}
      </ol>
      {report && report.log.length > 0 && <BrokerLog lines={report.log} />}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={isRunning}
          onClick={run}
        >
          {t('proof.again')}
        </Button>
      </div>
    </Stack>
  )
}

/** The report of the newest run; starts one when the step is shown, and breaks it off when it is left. */
function useProof(id: string) {
  const [report, setReport] = useState<ProofReport | null>(null)
  const current = useRef<string | null>(null)
  useEvent('setup.proved', (change) => {
    if (change.proofId === current.current) setReport(change)
  })
  const run = useCallback(() => {
    const proofId = crypto.randomUUID()
    current.current = proofId
    setReport(null)
    request('setup.prove', { id, proofId })
      .then((outcome) => {
        if (current.current === proofId) setReport(outcome)
      })
      .catch((error: unknown) => {
        if (current.current === proofId) showError(error)
      })
  }, [id])
  useEffect(() => {
    run()
    return () => {
      const proofId = current.current
      current.current = null
      if (proofId !== null) request('setup.cancelProof', { proofId }).catch(() => undefined)
    }
  }, [run])
  return { report, run }
}

function Probe({ probe }: { readonly probe: ProofProbe }) {
  const { t, i18n } = useTranslation('setup')
  const format = useFormat()
  return (
    <li className={classes.probe} data-state={probe.state}>
      <ProbeIcon state={probe.state} />
      <span>
        <span className={classes.probeName}>{t(`proof.probes.${probe.name}`)}</span>
        {probe.detail && <span className={classes.probeDetail}>{localized(probe.detail, i18n.language)}</span>}
      </span>
      <VisuallyHidden>{t(`proof.states.${probe.state}`)}</VisuallyHidden>
      {probe.ms !== null && <span className={classes.time}>{format.ms(probe.ms)}</span>}
    </li>
  )
}

function ProbeIcon({ state }: { readonly state: ProofProbe['state'] }) {
  switch (state) {
    case 'running':
      return <Loader size={16} />
    case 'ok':
      return <IconCircleCheck size={17} aria-hidden />
    case 'failed':
      return <IconCircleX size={17} aria-hidden />
    case 'skipped':
      return <IconPlayerSkipForward size={17} aria-hidden />
    case 'waiting':
      return <IconCircleDashed size={17} aria-hidden />
  }
}

function BrokerLog({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('setup')
  return <TextPreview title={t('proof.log')} text={lines.join('\n')} copyLabel={t('proof.copyLog')} />
}
