import { ActionIcon, PasswordInput, TextInput, Tooltip } from '@mantine/core'
import { IconCopy, IconTrash, IconWand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { newPassword } from '../../../lib/new-password.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../setup.module.css'
import type { OperatorRow } from '../wizard-state.ts'

/** Shorter passwords are guessed in minutes once somebody has the hash. */
const SHORT_CHARS = 10

interface OperatorFieldsProps {
  readonly row: OperatorRow
  readonly hasPassword: boolean
  readonly nameError: ReactNode
  readonly passwordError: ReactNode
  readonly onChange: (row: OperatorRow) => void
  readonly onRemove: () => void
}

/** Name and password of one person. */
export function OperatorFields({
  row,
  hasPassword,
  nameError,
  passwordError,
  onChange,
  onRemove,
}: OperatorFieldsProps) {
  const { t } = useTranslation('setup')
  const isWeak = row.password !== '' && row.password.length < SHORT_CHARS
  const isKept = row.keptName !== null && row.keptName === row.name
  return (
    <div className={classes.operator} data-password={hasPassword || undefined}>
      <TextInput
        label={t('accounts.name')}
        name={`setup-operator-${row.key}`}
        required
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value })}
        error={nameError}
      />
      {hasPassword && (
        <PasswordInput
          label={t('accounts.password')}
          name={`setup-password-${row.key}`}
          required={!isKept}
          placeholder={isKept ? t('accounts.kept') : ''}
          autoComplete="off"
          value={row.password}
          onChange={(event) => onChange({ ...row, password: event.currentTarget.value })}
          error={passwordError}
          description={isWeak ? t('accounts.weak') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          visibilityToggleButtonProps={{ 'aria-label': t('shell:secret.toggle') }}
        />
      )}
      <OperatorTools row={row} hasPassword={hasPassword} onChange={onChange} onRemove={onRemove} />
    </div>
  )
}

function OperatorTools({
  row,
  hasPassword,
  onChange,
  onRemove,
}: Pick<OperatorFieldsProps, 'row' | 'hasPassword' | 'onChange' | 'onRemove'>) {
  const { t } = useTranslation('setup')
  const copy = useAction(async () => {
    await request('app.copy', { text: row.password })
    showDone(t('accounts.copied', { name: row.name }))
  })
  return (
    <div className={classes.operatorTools}>
      {hasPassword && (
        <Tooltip label={t('accounts.generate')}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('accounts.generateFor', { name: row.name })}
            onClick={() => onChange({ ...row, password: newPassword() })}
          >
            <IconWand size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {hasPassword && (
        <Tooltip label={t('accounts.copy')}>
          <ActionIcon
            variant="default"
            size={36}
            disabled={row.password === ''}
            aria-label={t('accounts.copyFor', { name: row.name })}
            onClick={copy.run}
          >
            <IconCopy size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t('accounts.remove', { name: row.name })}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('accounts.remove', { name: row.name })}
          onClick={onRemove}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
