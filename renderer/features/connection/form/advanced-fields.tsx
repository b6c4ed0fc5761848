import { Collapse, Stack, Switch } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { AlpnField } from './address/alpn-field.tsx'
import { ProxyField } from './address/proxy-field.tsx'
import { ServerNameField } from './address/server-name-field.tsx'
import { TransportFields } from './address/transport-fields.tsx'
import { CharacterFields } from './character-fields.tsx'
import { ClientFields } from './client-fields.tsx'
import classes from './profile-form.module.css'
import type { ProfileFormFields } from './use-profile-form.ts'
import { VersionField } from './version-field.tsx'

interface AdvancedFieldsProps {
  readonly form: ProfileFormFields
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Fields that most connections leave as they are. */
export function AdvancedFields({ form, isOpen, onToggle }: AdvancedFieldsProps) {
  const { t } = useTranslation('connection')
  const id = useId()
  return (
    <div>
      <Switch label={t('form.connectAtStart')} name="connectAtStart" mb="md" {...form.checkbox('connectAtStart')} />
      <button
        type="button"
        className={classes.advancedToggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
      >
        <IconChevronRight size={16} aria-hidden />
        {t('form.advanced')}
      </button>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" pt="sm">
          <TransportFields form={form} />
          <ProxyField form={form} />
          <ServerNameField form={form} />
          <AlpnField form={form} />
          <VersionField form={form} />
          <ClientFields form={form} />
          <CharacterFields form={form} />
        </Stack>
      </Collapse>
    </div>
  )
}
