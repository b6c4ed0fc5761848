import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionStatus } from '../../../../preload/contract/models/broker/connection.ts'
import { Banner } from '../../../components/banner.tsx'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { localized, spaceOf } from '../../../lib/i18n/i18n.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { FailureDetails } from '../../connection/check/failure-details.tsx'
import { PasswordEntry } from '../../connection/check/password-entry.tsx'
import { useConnectionActions } from '../../connection/use-connection-actions.ts'
import { BuiltInBanner } from '../built-in-banner.tsx'

/** Why the active connection is down; loaded when one is. */
export function FailureBanner({ status }: { readonly status: ConnectionStatus }) {
  if (status.failure?.cause === 'built-in-stopped') return <BuiltInBanner status={status} />
  return <LinkBanner status={status} />
}

function LinkBanner({ status }: { readonly status: ConnectionStatus }) {
  const { t, i18n } = useTranslation('connection')
  const { editProfile } = useNavigation()
  const { connect, disconnect } = useConnectionActions()
  const [isOpen, details] = useDisclosure(false)
  const isDemo = useAppState((state) => state.profiles.some(({ id, isDemo }) => isDemo && id === status.profileId))
  const hasLogin = useAppState((state) =>
    state.profiles.some(({ id, username }) => id === status.profileId && username !== null),
  )
  const { failure, profileId } = status
  if (!failure) return null
  const isPasswordLost = failure.cause === 'input-password-lost'
  // The same password again would only be refused again.
  const asksPassword = isPasswordLost || (failure.cause === 'credentials' && hasLogin)
  return (
    <Banner
      tone={isPasswordLost ? 'warn' : 'bad'}
      title={t(isPasswordLost ? 'enterPassword.title' : 'failure.title', { name: status.profileName ?? '' })}
      actions={
        profileId !== null && (
          <>
            <Button size="xs" variant="subtle" color="gray" onClick={details.toggle} aria-expanded={isOpen}>
              {t('failure.details')}
            </Button>
            {!isDemo && (
              <Button size="xs" variant="default" onClick={() => editProfile(profileId)}>
                {t('failure.edit')}
              </Button>
            )}
            <Button size="xs" variant="default" loading={disconnect.isRunning} onClick={disconnect.run}>
              {t(status.state === 'stopped' ? 'failure.close' : 'failure.giveUp')}
            </Button>
            {!asksPassword && (
              <Button size="xs" loading={status.state === 'connecting'} onClick={() => connect.run(profileId)}>
                {t('failure.retry')}
              </Button>
            )}
          </>
        )
      }
    >
      <div>{localized(failure.message, i18n.language)}</div>
      <div>
        {localized(failure.fix, i18n.language)}
        {spaceOf(i18n.language)}
        <NextAttempt status={status} />
      </div>
      {asksPassword && profileId !== null && <PasswordEntry profileId={profileId} />}
      <Collapse expanded={isOpen}>
        <FailureDetails failure={failure} address={status.address ?? ''} />
      </Collapse>
    </Banner>
  )
}

function NextAttempt({ status }: { readonly status: ConnectionStatus }) {
  const { t } = useTranslation('connection')
  const { state, retryAt } = status
  const cause = status.failure?.cause
  const text = useClockText(
    useCallback(
      (now: number) => {
        // A refused login says so itself, with the reason.
        if (state === 'stopped') return cause === 'credentials' ? '' : t('failure.stopped')
        if (state !== 'waiting' || retryAt === null) return ''
        return t('failure.next', { count: Math.max(0, Math.ceil((retryAt - now) / 1000)) })
      },
      [state, retryAt, cause, t],
    ),
    state === 'waiting',
  )
  return <span aria-live="off">{text}</span>
}
