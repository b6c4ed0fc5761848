import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ACCOUNT_LIMITS,
  type AccountGroup,
  type AccountsChange,
  type AccountsSnapshot,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { useAction } from '../../../lib/use-action.ts'
import { FormDialog, TextFields } from './form-dialog.tsx'
import { HeldFields } from './held-fields.tsx'
import { shownName } from './shown-name.ts'

const NEW: AccountGroup = { name: '', textName: '', textDescription: '', roles: [] }

interface GroupFormProps {
  readonly snapshot: AccountsSnapshot
  /** Null for a new group. */
  readonly group: AccountGroup | null
  readonly onPlan: (change: AccountsChange) => Promise<void>
  readonly onClose: () => void
}

export function GroupForm({ snapshot, group, onPlan, onClose }: GroupFormProps) {
  const { t } = useTranslation('accounts')
  const [draft, setDraft] = useState(group ?? NEW)
  const set = (change: Partial<AccountGroup>) => setDraft((before) => ({ ...before, ...change }))
  const submit = useAction(async () => {
    await onPlan({ kind: group === null ? 'create-group' : 'change-group', ...draft })
    onClose()
  })
  return (
    <FormDialog
      title={group === null ? t('groups.add') : t('groups.edit', { name: shownName(group.name) })}
      isBusy={submit.isRunning}
      isComplete={draft.name.trim() !== ''}
      onSubmit={submit.run}
      onClose={onClose}
    >
      {group === null && (
        <TextInput
          data-autofocus
          label={t('groups.name')}
          value={draft.name}
          maxLength={ACCOUNT_LIMITS.name}
          spellCheck={false}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
      )}
      <TextFields textName={draft.textName} textDescription={draft.textDescription} onChange={set} />
      <HeldFields
        label={t('parts.roles')}
        addLabel={t('form.addRole')}
        held={draft.roles}
        names={snapshot.roles.map(({ name }) => name)}
        onChange={(roles) => set({ roles })}
      />
    </FormDialog>
  )
}
