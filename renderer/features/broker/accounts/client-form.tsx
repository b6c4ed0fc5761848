import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ACCOUNT_LIMITS,
  type AccountClient,
  type AccountsChange,
  type AccountsSnapshot,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { useAction } from '../../../lib/use-action.ts'
import { FormDialog, TextFields } from './form-dialog.tsx'
import { HeldFields } from './held-fields.tsx'
import { shownName } from './shown-name.ts'

const NEW: AccountClient = {
  username: '',
  clientId: '',
  textName: '',
  textDescription: '',
  isDisabled: false,
  roles: [],
  groups: [],
}

interface ClientFormProps {
  readonly snapshot: AccountsSnapshot
  /** Null for a new account. */
  readonly client: AccountClient | null
  readonly onPlan: (change: AccountsChange) => Promise<void>
  readonly onClose: () => void
}

export function ClientForm({ snapshot, client, onPlan, onClose }: ClientFormProps) {
  const { t } = useTranslation('accounts')
  const [draft, setDraft] = useState(client ?? NEW)
  const set = (change: Partial<AccountClient>) => setDraft((before) => ({ ...before, ...change }))
  const submit = useAction(async () => {
    await onPlan({ kind: client === null ? 'create-client' : 'change-client', ...draft })
    onClose()
  })
  return (
    <FormDialog
      title={client === null ? t('clients.add') : t('clients.edit', { name: shownName(client.username) })}
      isBusy={submit.isRunning}
      isComplete={draft.username.trim() !== ''}
      onSubmit={submit.run}
      onClose={onClose}
    >
      {client === null && (
        <TextInput
          data-autofocus
          label={t('clients.username')}
          description={t('clients.usernameHint')}
          value={draft.username}
          maxLength={ACCOUNT_LIMITS.name}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={({ currentTarget }) => set({ username: currentTarget.value })}
        />
      )}
      <TextFields textName={draft.textName} textDescription={draft.textDescription} onChange={set} />
      <TextInput
        label={t('clients.clientId')}
        description={t('clients.clientIdHint')}
        value={draft.clientId}
        maxLength={ACCOUNT_LIMITS.name}
        spellCheck={false}
        onChange={({ currentTarget }) => set({ clientId: currentTarget.value })}
      />
      <HeldFields
        label={t('parts.roles')}
        addLabel={t('form.addRole')}
        held={draft.roles}
        names={snapshot.roles.map(({ name }) => name)}
        onChange={(roles) => set({ roles })}
      />
      <HeldFields
        label={t('parts.groups')}
        addLabel={t('form.addGroup')}
        held={draft.groups}
        names={snapshot.groups.map(({ name }) => name)}
        onChange={(groups) => set({ groups })}
      />
    </FormDialog>
  )
}
