import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasInput } from '../profile-draft.ts'
import type { ProfileFormFields } from '../use-profile-form.ts'

/** The name expected in the broker's certificate, where TLS looks at names at all. */
export function ServerNameField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  if (!hasInput(form.values, 'serverName')) return null
  return (
    <TextInput
      label={t('form.serverName')}
      description={t('form.serverNameHint')}
      name="serverName"
      spellCheck={false}
      autoCapitalize="none"
      placeholder={form.values.host}
      {...form.field('serverName')}
    />
  )
}
