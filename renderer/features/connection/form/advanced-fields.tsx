import { Collapse, Stack, Switch } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { AlpnField } from './alpn-field.tsx'
import { ClientFields } from './client-fields.tsx'
import classes from './profile-form.module.css'
import { ProxyField } from './proxy-field.tsx'
import { ServerNameField } from './server-name-field.tsx'
import { TransportFields } from './transport-fields.tsx'
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
        </Stack>
      </Collapse>
    </div>
  )
}
