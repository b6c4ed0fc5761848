import { Button, Skeleton, Stack } from '@mantine/core'
import { IconHelpCircle, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountsView } from '../../../../preload/contract/models/broker/accounts.ts'
import { EmptyNotice } from '../../../components/empty-notice.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import { localized, sentences } from '../../../lib/i18n/i18n.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useRequest } from '../../../lib/use-request.ts'
import { AccountsAbsent } from './accounts-absent.tsx'
import { AccountsReady } from './accounts-ready.tsx'

/** The accounts that the broker itself keeps, where it is a Mosquitto with its dynamic security plugin. */
export function AccountsSection() {
  const profileId = useAppState(({ connection }) => connection.profileId)
  // Another profile is another broker: nothing of the one before stays.
  return <Accounts key={profileId} />
}

function Accounts() {
  const { t } = useTranslation('accounts')
  const { value: view, isFailed, isLoading, reload, change } = useRequest('accounts.read', {})
  useWhenUp(reload)
  const again = (
    <Button variant="default" loading={isLoading} onClick={reload}>
      {t('again')}
    </Button>
  )
  if (view === null && isFailed) {
    return (
      <Notice
        title={t('failed.title')}
        text={t('failed.text')}
        icon={<IconHelpCircle size={28} aria-hidden />}
        next={again}
      />
    )
  }
  if (view === null) return <Loading />
  if (view.state === 'ready') {
    return <AccountsReady view={view} isLoading={isLoading} onReload={reload} onView={(next) => change(() => next)} />
  }
  if (view.state === 'absent') return <AccountsAbsent again={again} />
  return <Unreachable view={view} again={again} />
}

/** Asks again when the connection came back; what is typed meanwhile stays. */
function useWhenUp(reload: () => void): void {
  const isUp = useAppState(({ connection }) => connection.state === 'connected')
  const wasUp = useRef(isUp)
  useEffect(() => {
    if (isUp && !wasUp.current) reload()
    wasUp.current = isUp
  }, [isUp, reload])
}

function Loading() {
  const { t } = useTranslation('accounts')
  return (
    <Stack gap="xs" aria-busy="true" role="status" aria-label={t('loading')}>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={34} radius="md" />
      ))}
    </Stack>
  )
}

function Unreachable({
  view,
  again,
}: {
  readonly view: Exclude<AccountsView, { state: 'ready' | 'absent' }>
  readonly again: ReactNode
}) {
  const { t, i18n } = useTranslation('accounts')
  const { go } = useNavigation()
  if (view.state === 'not-connected') {
    return (
      <Notice
        icon={<IconPlugConnectedX size={28} aria-hidden />}
        title={t('notConnected.title')}
        text={t('notConnected.text')}
        next={<Button onClick={() => go('connections')}>{t('broker:health.connect')}</Button>}
      />
    )
  }
  if (view.state === 'failed') {
    const { message, fix } = view.failure
    const text = sentences([localized(message, i18n.language), localized(fix, i18n.language)], i18n.language)
    return (
      <Notice
        icon={<IconPlugConnectedX size={28} aria-hidden />}
        title={t('failed.connection')}
        text={text}
        next={again}
      />
    )
  }
  return (
    <Notice
      icon={view.state === 'forbidden' ? <IconLock size={28} aria-hidden /> : <IconHelpCircle size={28} aria-hidden />}
      title={t(`${view.state}.title`)}
      text={t(`${view.state}.text`)}
      next={again}
    />
  )
}

interface NoticeProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly next: ReactNode
}

function Notice({ icon, title, text, next }: NoticeProps) {
  return (
    <EmptyNotice icon={icon} title={title} text={text}>
      {next}
    </EmptyNotice>
  )
}
