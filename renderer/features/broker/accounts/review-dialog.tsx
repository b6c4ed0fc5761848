import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountsReview, AccountsView } from '../../../../preload/contract/models/broker/accounts.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { newPassword } from '../../../lib/new-password.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../broker.module.css'
import { shownName } from './shown-name.ts'

interface ReviewDialogProps {
  readonly review: AccountsReview
  readonly onClose: () => void
  readonly onDone: (view: AccountsView) => void
  /** Called where the change failed, after that was said. */
  readonly onFailed: () => void
}

/** Shows what will be sent, word for word, with new passwords that are shown this once; nothing is sent before the button. */
export function ReviewDialog({ review, onClose, onDone, onFailed }: ReviewDialogProps) {
  const { t } = useTranslation('accounts')
  const { commands, warnings, passwordsFor } = review
  const [passwords, setPasswords] = useState<readonly { readonly username: string; readonly password: string }[]>(() =>
    passwordsFor.map((username) => ({ username, password: newPassword() })),
  )
  const send = useAction(
    async () => onDone(await request('accounts.apply', { reviewId: review.id, passwords: [...passwords] })),
    (error) => {
      showError(error)
      onFailed()
      return true
    },
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`kinds.${review.kind}`, { name: shownName(review.name) })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="sm">
        <div className={classes.inline}>
          <StateBadge kind="class" state="change" />
          <span className={classes.why}>{t('review.class')}</span>
        </div>
        <div>
          <p className={classes.text}>{t('review.commands', { count: commands.length })}</p>
          <pre className={classes.log} tabIndex={-1} data-testid="accounts-commands">
            {commands.map(shownLine).join('\n')}
          </pre>
        </div>
        {warnings.map((warning) => (
          <StateLine key={warning} tone="warn">
            {t(`warnings.${warning}`)}
          </StateLine>
        ))}
        {passwords.length > 0 && <StateLine tone="info">{t('review.passwords')}</StateLine>}
        {passwords.map(({ username, password }) => (
          <TextInput
            key={username}
            label={t('review.password', { name: shownName(username) })}
            value={password}
            maxLength={256}
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: classes.mono ?? '' }}
            onChange={({ currentTarget: { value } }) =>
              setPasswords((before) =>
                before.map((one) => (one.username === username ? { username, password: value } : one)),
              )
            }
          />
        ))}
        {review.kind !== 'set-password' && <p className={classes.why}>{t('review.kept')}</p>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button
            loading={send.isRunning}
            disabled={passwords.some(({ password }) => password === '')}
            leftSection={<IconSend size={16} aria-hidden />}
            onClick={send.run}
          >
            {t('review.send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** A command as it is sent: JSON escapes what cannot be seen only in part. */
function shownLine(command: string): string {
  return command.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
}
