import { Button, CloseButton, Stack } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
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
  const [isOpen, setIsOpen] = useState(false)
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
      isLine
      title={t('secretsBanner.memory.title')}
      actions={
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={isOpen}
            rightSection={isOpen ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('secretsBanner.details')}
          </Button>
          <CloseButton size="sm" aria-label={t('close')} onClick={() => setIsRead(true)} />
        </>
      }
    >
      {isOpen && (
        <Stack gap="xs" align="flex-start">
          {t('secretsBanner.memory.next')}
          <Button size="xs" variant="default" loading={allow.isRunning} onClick={allow.run}>
            {t('secretsBanner.allow')}
          </Button>
        </Stack>
      )}
    </Banner>
  )
}
