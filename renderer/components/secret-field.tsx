import { ActionIcon, PasswordInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './secret-field.module.css'

/** A secret while it is typed: empty keeps what main holds, null deletes it, a text replaces it. */
export type SecretDraft = string | null

interface SecretFieldProps {
  readonly label: string
  readonly description?: string
  readonly name: string
  readonly value: SecretDraft
  readonly isStored: boolean
  /** True if the stored secret belongs to another place: leaving the field empty does not use it. */
  readonly isForElsewhere?: boolean
  readonly onChange: (value: SecretDraft) => void
  readonly error?: string | undefined
}

/** Write-only: shows that a secret is set, never which. */
export function SecretField(props: SecretFieldProps) {
  const { label, description, name, value, isStored, isForElsewhere = false, onChange, error } = props
  const { t } = useTranslation('shell')
  return (
    <PasswordInput
      label={label}
      description={description}
      name={name}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={secretPlaceholder(t, value, isStored && !isForElsewhere)}
      error={error}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('secret.toggle') }}
      inputContainer={(input) => (
        <div className={classes.field}>
          <div className={classes.input}>{input}</div>
          {isStored && <StoredSecretButton label={label} value={value} onChange={onChange} />}
        </div>
      )}
    />
  )
}

/** Returns the placeholder of an empty secret field. */
export function secretPlaceholder(t: (key: string) => string, value: SecretDraft, isStored: boolean): string {
  if (value === null) return t('shell:secret.deleted')
  return isStored ? t('shell:secret.stored') : ''
}

interface StoredSecretButtonProps {
  readonly label: string
  readonly value: SecretDraft
  readonly onChange: (value: SecretDraft) => void
  readonly size?: number
}

/** Deletes a stored secret on the next save, or takes that back. */
export function StoredSecretButton({ label, value, onChange, size = 36 }: StoredSecretButtonProps) {
  const { t } = useTranslation('shell')
  const isDeleted = value === null
  const text = t(isDeleted ? 'secret.keep' : 'secret.delete', { name: label })
  return (
    <Tooltip label={text}>
      <ActionIcon
        variant="default"
        size={size}
        aria-label={text}
        aria-pressed={isDeleted}
        onClick={() => onChange(isDeleted ? '' : null)}
      >
        {isDeleted ? <IconArrowBackUp size={16} aria-hidden /> : <IconTrash size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
