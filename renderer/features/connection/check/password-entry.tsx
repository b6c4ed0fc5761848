import { Button, Group, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

/** Takes a password that an earlier run did not keep, and connects with it. The cursor is in it from the start. */
export function PasswordEntry({ profileId }: { readonly profileId: string }) {
  const { t } = useTranslation('connection')
  const [password, setPassword] = useState('')
  const enter = useAction(() => request('connection.enterPassword', { profileId, password }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') enter.run()
      }}
    >
      <Group gap="xs" pt={6} align="flex-end">
        <PasswordInput
          size="xs"
          w={260}
          data-autofocus
          autoFocus
          aria-label={t('enterPassword.label')}
          placeholder={t('enterPassword.label')}
          autoComplete="off"
          maxLength={4096}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={password === ''} loading={enter.isRunning}>
          {t('enterPassword.connect')}
        </Button>
      </Group>
    </form>
  )
}
