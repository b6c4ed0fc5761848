import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../components/banner.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'

/** Says when secrets outlive nothing, or cannot be read; silent while they are stored encrypted and readable. */
export function SecretsBanner() {
  const { t } = useTranslation('shell')
  const secrets = useAppState((state) => state.secrets)
  const isDemo = useAppState((state) => state.isDemo)
  const allow = useAction(() => request('secrets.allowWeak', {}))
  if (secrets.problem) {
    return (
      <Banner tone="warn" title={t(`secretsBanner.${secrets.problem}.title`)}>
        {t(`secretsBanner.${secrets.problem}.next`)}
      </Banner>
    )
  }
  if (secrets.mode !== 'memory' || isDemo) return null
  return (
    <Banner
      tone="warn"
      title={t('secretsBanner.memory.title')}
      actions={
        <Button size="xs" variant="default" loading={allow.isRunning} onClick={allow.run}>
          {t('secretsBanner.allow')}
        </Button>
      }
    >
      {t('secretsBanner.memory.next')}
    </Banner>
  )
}
