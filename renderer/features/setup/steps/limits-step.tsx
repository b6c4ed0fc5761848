import { NumberInput, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClusterKind, SetupTuning } from '../../../../preload/contract/models/broker/setup.ts'
import { useProblemWords } from '../problem-words.tsx'
import type { Wizard } from '../use-wizard.ts'

const FIELDS: readonly (keyof SetupTuning)[] = [
  'maxConnections',
  'sessionExpiryDays',
  'maxQueuedMessages',
  'maxPacketBytes',
  'maxKeepaliveS',
]

/** Those that the brokers of a cluster take. */
const OF_CLUSTERS: Readonly<Record<ClusterKind, readonly (keyof SetupTuning)[]>> = {
  bridges: FIELDS,
  emqx: ['maxConnections', 'sessionExpiryDays', 'maxQueuedMessages', 'maxPacketBytes'],
  nats: ['maxConnections', 'maxPacketBytes'],
  rabbitmq: ['maxConnections', 'sessionExpiryDays', 'maxQueuedMessages', 'maxPacketBytes'],
}

/** Limits that keep one faulty client from taking the broker down. */
export function LimitsStep({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const words = useProblemWords(wizard.problems)
  const { platform, cluster = 'nats', balancers = [] } = wizard.values.plan
  const isBehindProxy = platform === 'cluster' && cluster !== 'bridges' && balancers.length > 0
  const ofBroker = platform === 'cluster' ? OF_CLUSTERS[cluster] : FIELDS
  // haproxy keeps an idle client for as long as its keepalive says.
  const fields = isBehindProxy ? [...ofBroker, 'maxKeepaliveS' as const] : ofBroker
  if (platform === 'builtin') return <Text size="sm">{t('limits.builtIn')}</Text>
  return (
    <Stack gap="md">
      {fields.map((field) => (
        <NumberInput
          key={field}
          label={t(`limits.${field}.label`)}
          description={t(isBehindProxy && field === 'maxKeepaliveS' ? 'cluster.keepaliveHint' : `limits.${field}.hint`)}
          name={`setup-${field}`}
          placeholder={field === 'maxConnections' ? t('limits.unlimited') : ''}
          clampBehavior="none"
          thousandSeparator=","
          hideControls
          maw="24rem"
          value={wizard.values.tuning[field]}
          onChange={(value) => wizard.change((now) => ({ ...now, tuning: { ...now.tuning, [field]: value } }))}
          error={words(field)}
        />
      ))}
    </Stack>
  )
}
