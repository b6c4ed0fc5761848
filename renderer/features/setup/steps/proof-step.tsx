import { Button, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CheckSteps } from '../../../components/check-steps/check-steps.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { localized, sentences } from '../../../lib/i18n/i18n.ts'
import type { Wizard } from '../use-wizard.ts'
import { TextPreview } from './text-preview.tsx'
import { useProof } from './use-proof.ts'
import { useProvedWords } from './use-proved-words.ts'

/** Runs the generated files in the broker's program on this computer: what must work, and what must be refused. */
export function ProofStep({ wizard }: { readonly wizard: Wizard }) {
  const { t, i18n } = useTranslation('setup')
  const { report, run } = useProof(wizard.values.id)
  const proved = useProvedWords()
  const isRunning = report === null || report.outcome === 'running'
  // It has no files to run: its start is its proof.
  const isOwnProof = wizard.values.plan.platform === 'builtin'
  const { platform, cluster } = wizard.values.plan
  const isCluster = platform === 'cluster'
  const isBridged = isCluster && cluster === 'bridges'
  const isCounted = isCluster && cluster !== 'emqx'
  return (
    <Stack gap="md">
      {!isOwnProof && (isCounted || !isCluster) && (
        <Text size="sm" c="dimmed">
          {t(isBridged ? 'sites.proofLead' : isCluster ? 'cluster.proofLead' : 'proof.lead')}
        </Text>
      )}
      <div role="status">
        {report?.outcome === 'proved' && (
          <StateLine tone="ok">{proved(wizard.values.plan, report.brokerVersion ?? '')}</StateLine>
        )}
        {report?.outcome === 'failed' && <StateLine tone="bad">{t('proof.failed')}</StateLine>}
        {report?.outcome === 'skipped' && report.reason && (
          <StateLine tone="info">
            {isOwnProof
              ? localized(report.reason, i18n.language)
              : sentences([t('proof.skipped'), localized(report.reason, i18n.language)], i18n.language)}
          </StateLine>
        )}
      </div>
      <CheckSteps
        label={t('steps.proof')}
        isBusy={isRunning}
        steps={(report?.probes ?? []).map(({ name, state, detail, ms }) => ({
          id: name,
          name: t(
            name === 'starts' && isCluster ? (isBridged ? 'sites.starts' : 'cluster.starts') : `proof.probes.${name}`,
          ),
          state,
          stateWord: t(`proof.states.${state}`),
          detail: detail && localized(detail, i18n.language),
          ms,
        }))}
      />
      {report && report.log.length > 0 && <BrokerLog lines={report.log} />}
      {!isOwnProof && (
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
      )}
    </Stack>
  )
}

function BrokerLog({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('setup')
  return <TextPreview title={t('proof.log')} text={lines.join('\n')} copyLabel={t('proof.copyLog')} />
}
