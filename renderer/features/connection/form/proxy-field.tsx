import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProfileFormFields } from './use-profile-form.ts'

/** The proxy of a company's network on the way to the broker. */
export function ProxyField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  return (
    <TextInput
      label={t('form.proxy')}
      description={t('form.proxyHint')}
      name="proxy"
      spellCheck={false}
      autoCapitalize="none"
      placeholder="http://proxy.example:8080"
      {...form.field('proxy')}
    />
  )
}
