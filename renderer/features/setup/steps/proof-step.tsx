import { Button, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProofReport } from '../../../../preload/contract/models/setup.ts'
import { CheckSteps } from '../../../components/check-steps/check-steps.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useEvent } from '../../../lib/use-event.ts'
import type { Wizard } from '../use-wizard.ts'
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
      <CheckSteps
        label={t('steps.proof')}
        isBusy={isRunning}
        steps={(report?.probes ?? []).map(({ name, state, detail, ms }) => ({
          id: name,
          name: t(`proof.probes.${name}`),
          state,
          stateWord: t(`proof.states.${state}`),
          detail: detail && localized(detail, i18n.language),
          ms,
        }))}
      />
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

function BrokerLog({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('setup')
  return <TextPreview title={t('proof.log')} text={lines.join('\n')} copyLabel={t('proof.copyLog')} />
}
