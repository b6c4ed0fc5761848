import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../../preload/contract/models/broker/connection.ts'
import { TestPanel } from '../check/check-panel.tsx'
import { AddressFields } from './address/address-fields.tsx'
import { OtherAddressesField } from './address/other-addresses-field.tsx'
import { SecurityField } from './address/security-field.tsx'
import { AdvancedFields } from './advanced-fields.tsx'
import { LoginFields } from './login-fields.tsx'
import { withChoice } from './profile-draft.ts'
import { ADVANCED_FIELDS } from './profile-errors.ts'
import classes from './profile-form.module.css'
import { DiscardFooter, type DiscardQuestion, ProfileFormFooter } from './profile-form-footer.tsx'
import { CertificateFields } from './trust/certificate-fields.tsx'
import { useProfileForm } from './use-profile-form.ts'

interface ProfileFormProps {
  readonly profile: ProfileView
  readonly onDirtyChange: (isDirty: boolean) => void
  readonly onSaved: () => void
  /** Set while the operator is asked whether to throw the input away. */
  readonly discard: DiscardQuestion | null
}

/** A saved connection on one page, with a live test. New ones are made in steps, by the wizard. */
export function ProfileForm({ profile, onDirtyChange, onSaved, discard }: ProfileFormProps) {
  const { t } = useTranslation('connection')
  const state = useProfileForm({ profile, onDirtyChange, onSaved })
  const { form, stored } = state
  const { values } = form
  const hasAdvancedError = ADVANCED_FIELDS.some((field) => form.errors[field])
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        state.save.run(true)
      }}
    >
      <div className={classes.fields}>
        <Stack gap="md">
          <TextInput
            label={t('form.name')}
            description={t('form.nameHint')}
            name="name"
            maxLength={80}
            placeholder={values.host || t('form.namePlaceholder')}
            {...form.field('name')}
            data-autofocus
          />
          <AddressFields form={form} />
          <OtherAddressesField form={form} />
          <SecurityField
            value={values.security}
            onChange={(security) => form.setAll(withChoice(form.getValues(), { security }))}
          />
          <LoginFields form={form} stored={stored} passwordHint={state.passwordHint} />
          <CertificateFields form={form} stored={stored} />
          <AdvancedFields form={form} hasError={hasAdvancedError} />
        </Stack>
      </div>
      {state.test && <TestPanel test={state.test} address={`${values.host}:${values.port}`} />}
      {discard ? <DiscardFooter {...discard} /> : <ProfileFormFooter state={state} />}
    </form>
  )
}
