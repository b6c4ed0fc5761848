import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlpnField } from './address/alpn-field.tsx'
import { ProxyField } from './address/proxy-field.tsx'
import { ServerNameField } from './address/server-name-field.tsx'
import { TransportFields } from './address/transport-fields.tsx'
import { AdvancedSection } from './advanced-section.tsx'
import { CharacterFields } from './character-fields.tsx'
import { ClientFields } from './client-fields.tsx'
import type { ProfileFormFields } from './use-profile-form.ts'
import { VersionField } from './version-field.tsx'

interface AdvancedFieldsProps {
  readonly form: ProfileFormFields
  readonly hasError: boolean
}

/** Fields that most connections leave as they are. */
export function AdvancedFields({ form, hasError }: AdvancedFieldsProps) {
  const { t } = useTranslation('connection')
  return (
    <div>
      <Switch label={t('form.connectAtStart')} name="connectAtStart" mb="md" {...form.checkbox('connectAtStart')} />
      <AdvancedSection hasError={hasError}>
        <TransportFields form={form} />
        <ProxyField form={form} />
        <ServerNameField form={form} />
        <AlpnField form={form} />
        <VersionField form={form} />
        <ClientFields form={form} />
        <CharacterFields form={form} />
      </AdvancedSection>
    </div>
  )
}
