import { ActionIcon, Button, NumberInput, Select, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ACCOUNT_LIMITS,
  ACL_TYPES,
  type AccountAcl,
  type AccountRole,
  type AccountsChange,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './accounts.module.css'
import { FormDialog, TextFields } from './form-dialog.tsx'
import { shownName } from './shown-name.ts'

/** A rule in the form: its key stays while it is edited. */
type DraftAcl = AccountAcl & { readonly key: number }

interface RoleFormProps {
  /** Null for a new role. */
  readonly role: AccountRole | null
  readonly onPlan: (change: AccountsChange) => Promise<void>
  readonly onClose: () => void
}

export function RoleForm({ role, onPlan, onClose }: RoleFormProps) {
  const { t } = useTranslation('accounts')
  const [texts, setTexts] = useState({
    name: role?.name ?? '',
    textName: role?.textName ?? '',
    textDescription: role?.textDescription ?? '',
  })
  const [acls, setAcls] = useState<readonly DraftAcl[]>(() => (role?.acls ?? []).map((acl, key) => ({ ...acl, key })))
  const submit = useAction(async () => {
    const rules = acls.map(({ key: _key, ...acl }) => acl)
    await onPlan({ kind: role === null ? 'create-role' : 'change-role', ...texts, acls: rules })
    onClose()
  })
  const add = () =>
    setAcls((before) => [
      ...before,
      {
        key: Math.max(-1, ...before.map(({ key }) => key)) + 1,
        type: 'publishClientSend',
        topic: '',
        priority: 0,
        isAllowed: true,
      },
    ])
  return (
    <FormDialog
      title={role === null ? t('roles.add') : t('roles.edit', { name: shownName(role.name) })}
      isBusy={submit.isRunning}
      isComplete={texts.name.trim() !== '' && acls.every(({ topic }) => topic !== '')}
      onSubmit={submit.run}
      onClose={onClose}
    >
      {role === null && (
        <TextInput
          data-autofocus
          label={t('roles.name')}
          value={texts.name}
          maxLength={ACCOUNT_LIMITS.name}
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => setTexts((before) => ({ ...before, name: value }))}
        />
      )}
      <TextFields {...texts} onChange={(change) => setTexts((before) => ({ ...before, ...change }))} />
      <fieldset className={classes.held}>
        <legend>{t('roles.rules')}</legend>
        <p className={classes.hint}>{t('roles.rulesHint')}</p>
        {acls.map((acl) => (
          <AclFields
            key={acl.key}
            acl={acl}
            onChange={(next) =>
              setAcls((before) => before.map((one) => (one.key === acl.key ? { ...one, ...next } : one)))
            }
            onRemove={() => setAcls((before) => before.filter(({ key }) => key !== acl.key))}
          />
        ))}
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
          {t('roles.addRule')}
        </Button>
      </fieldset>
    </FormDialog>
  )
}

interface AclFieldsProps {
  readonly acl: AccountAcl
  readonly onChange: (change: Partial<AccountAcl>) => void
  readonly onRemove: () => void
}

function AclFields({ acl, onChange, onRemove }: AclFieldsProps) {
  const { t } = useTranslation('accounts')
  return (
    <div className={classes.aclRow}>
      <Select
        aria-label={t('roles.decision')}
        allowDeselect={false}
        value={acl.isAllowed ? 'allow' : 'deny'}
        data={[
          { value: 'allow', label: t('allow') },
          { value: 'deny', label: t('deny') },
        ]}
        onChange={(value) => onChange({ isAllowed: value === 'allow' })}
      />
      <Select
        aria-label={t('roles.action')}
        allowDeselect={false}
        value={acl.type}
        data={ACL_TYPES.map((value) => ({ value, label: t(`acl.${value}`) }))}
        onChange={(value) => onChange({ type: ACL_TYPES.find((type) => type === value) ?? acl.type })}
      />
      <TextInput
        aria-label={t('roles.topic')}
        placeholder="device/+/status"
        value={acl.topic}
        maxLength={ACCOUNT_LIMITS.topic}
        spellCheck={false}
        onChange={({ currentTarget }) => onChange({ topic: currentTarget.value })}
      />
      <NumberInput
        aria-label={t('form.priority')}
        placeholder={t('form.priority')}
        allowDecimal={false}
        min={-ACCOUNT_LIMITS.priority}
        max={ACCOUNT_LIMITS.priority}
        value={acl.priority}
        onChange={(priority) => onChange({ priority: Number(priority) || 0 })}
      />
      <Tooltip label={t('roles.removeRule')}>
        <ActionIcon variant="default" size={36} aria-label={t('roles.removeRule')} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
