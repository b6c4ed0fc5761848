import { Input, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../components/secret-field.tsx'
import { hasInput } from './profile-draft.ts'
import classes from './profile-form.module.css'
import type { ProfileFormFields, StoredSecrets } from './use-profile-form.ts'

interface LoginFieldsProps {
  readonly form: ProfileFormFields
  readonly stored: StoredSecrets
  /** The reason why the stored password does not fit the form any more. */
  readonly passwordHint?: string | null
}

/** User name and password, optional where TLS does not need them. */
export function LoginFields({ form, stored, passwordHint = null }: LoginFieldsProps) {
  const { t } = useTranslation('connection')
  const { security, password } = form.values
  if (!hasInput(form.values, 'username')) return null
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('form.username')}
        name="username"
        required={security === 'password'}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        placeholder={security === 'password' ? '' : t('form.optional')}
        {...form.field('username')}
      />
      <SecretField
        label={t('form.password')}
        name="password"
        value={password}
        isStored={stored.password}
        isForElsewhere={passwordHint !== null}
        onChange={(value) => form.set('password', value)}
        error={asText(form.errors.password)}
      />
      {passwordHint !== null && !form.errors.password && (
        <Input.Description className={classes.wide ?? ''} role="status">
          {passwordHint}
        </Input.Description>
      )}
    </div>
  )
}

/** Errors of this form are texts. */
export function asText(error: unknown): string | undefined {
  return typeof error === 'string' ? error : undefined
}
