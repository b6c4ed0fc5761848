import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../components/banner.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'

/** Says when secrets outlive nothing, or cannot be read; silent while they are stored encrypted and readable. */
export function SecretsBanner() {
  const { t } = useTranslation('shell')
  const secrets = useAppState((state) => state.secrets)
  const isDemo = useAppState(({ connection, profiles }) =>
    profiles.some(({ id, isDemo }) => isDemo && id === connection.profileId),
  )
  const [isRead, setIsRead] = useState(false)
  const allow = useAction(() => request('secrets.allowWeak', {}))
  if (secrets.problem) {
    return (
      <Banner tone="warn" title={t(`secretsBanner.${secrets.problem}.title`)}>
        {t(`secretsBanner.${secrets.problem}.next`)}
      </Banner>
    )
  }
  if (secrets.mode !== 'memory' || isDemo || isRead) return null
  return (
    <Banner
      tone="warn"
      title={t('secretsBanner.memory.title')}
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" loading={allow.isRunning} onClick={allow.run}>
            {t('secretsBanner.allow')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setIsRead(true)}>
            {t('secretsBanner.understood')}
          </Button>
        </Group>
      }
    >
      {t('secretsBanner.memory.next')}
    </Banner>
  )
}
