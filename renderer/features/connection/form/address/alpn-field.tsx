import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasInput } from '../profile-draft.ts'
import type { ProfileFormFields } from '../use-profile-form.ts'

const HTTPS_PORT = 443

/** The protocol to ask for by ALPN, where MQTT shares a port with HTTPS. */
export function AlpnField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const { alpn, port, transport } = form.values
  const isShared = transport === 'tcp' && Number(port) === HTTPS_PORT
  if (!hasInput(form.values, 'alpn') || (!isShared && alpn === '' && form.errors.alpn === undefined)) return null
  return (
    <TextInput
      label={t('form.alpn')}
      description={t('form.alpnHint')}
      name="alpn"
      spellCheck={false}
      autoCapitalize="none"
      placeholder="x-amzn-mqtt-ca"
      {...form.field('alpn')}
    />
  )
}
