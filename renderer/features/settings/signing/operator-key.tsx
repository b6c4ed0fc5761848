import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  KEY_PASSPHRASE,
  type OperatorKeyView,
  type SigningView,
} from '../../../../preload/contract/models/safety/signing.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'

interface OperatorKeyProps {
  readonly operatorKey: OperatorKeyView
  readonly passphrase: string
  readonly onView: (view: SigningView | null) => void
  readonly onSaved: (path: string | null) => void
}

/** One key of the operator, and what can be done with it. */
export function OperatorKey({ operatorKey, passphrase, onView, onSaved }: OperatorKeyProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { id, name, madeAt, revokedAt, isCurrent, isAtHand } = operatorKey
  const use = useAction(async () => onView(await request('signing.use', { id })))
  const revoke = useAction(async () => onView(await request('signing.revoke', { id })))
  const savePublic = useAction(async () => onSaved((await request('signing.savePublic', { id }))?.path ?? null))
  const savePrivate = useAction(async () =>
    onSaved((await request('signing.savePrivate', { id, passphrase }))?.path ?? null),
  )
  const state = isCurrent ? 'current' : isAtHand ? 'kept' : 'away'
  const words =
    revokedAt === null ? t(`signing.state.${state}`) : t('signing.revokedAt', { time: format.dateTime(revokedAt) })
  return (
    <section aria-label={name}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {[id.slice(0, 8), t('signing.made', { time: format.dateTime(madeAt) }), words].join(' · ')}
      </Text>
      {revokedAt === null && (
        <Group gap="xs" mt={6}>
          {!isCurrent && isAtHand && (
            <Button size="compact-sm" variant="default" loading={use.isRunning} onClick={use.run}>
              {t('signing.use')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" loading={savePublic.isRunning} onClick={savePublic.run}>
            {t('signing.savePublic')}
          </Button>
          {isAtHand && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={passphrase.length < KEY_PASSPHRASE.min}
              loading={savePrivate.isRunning}
              onClick={savePrivate.run}
            >
              {t('signing.savePrivate')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" color="red" loading={revoke.isRunning} onClick={revoke.run}>
            {t('signing.revoke')}
          </Button>
        </Group>
      )}
    </section>
  )
}
