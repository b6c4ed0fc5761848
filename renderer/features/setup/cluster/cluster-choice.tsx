import { Button, Radio, Stack } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CLUSTER_KINDS, CLUSTER_RUNTIMES } from '../../../../preload/contract/models/broker/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import type { Wizard } from '../use-wizard.ts'
import { hasRuntimes, withCluster } from '../wizard-state.ts'
import { WhichOne } from './which-one.tsx'

/** Chooses what runs on several computers, and how. */
export function ClusterChoice({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const { values, change } = wizard
  const { cluster = 'nats', runtime = 'service' } = values.plan
  const [isComparing, setIsComparing] = useState(false)
  return (
    <>
      <Radio.Group
        label={t('cluster.kind')}
        description={t('cluster.kindHint')}
        value={cluster}
        onChange={(chosen) => {
          const kind = CLUSTER_KINDS.find((known) => known === chosen)
          if (kind) change((now) => withCluster(now, kind))
        }}
      >
        <Stack gap={6} mt={6}>
          {CLUSTER_KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={t(`cluster.${kind}.title`)} description={t(`cluster.${kind}.text`)} />
          ))}
        </Stack>
      </Radio.Group>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconScale size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setIsComparing(true)}
        >
          {t('which.open')}
        </Button>
      </div>
      {hasRuntimes(cluster) && (
        <Radio.Group
          label={t('cluster.runtime')}
          description={t('cluster.runtimeHint')}
          value={runtime}
          onChange={(chosen) => {
            const found = CLUSTER_RUNTIMES.find((known) => known === chosen)
            if (found) change((now) => ({ ...now, plan: { ...now.plan, runtime: found } }))
          }}
        >
          <Stack gap={6} mt={6}>
            {CLUSTER_RUNTIMES.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={t(`cluster.runtimes.${choice}.title`)}
                description={t(`cluster.runtimes.${choice}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {cluster === 'emqx' && <StateLine tone="warn">{t('cluster.emqxUntried')}</StateLine>}
      <WhichOne isOpen={isComparing} onClose={() => setIsComparing(false)} />
    </>
  )
}
