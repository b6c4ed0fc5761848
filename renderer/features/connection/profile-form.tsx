import { NumberInput, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../preload/contract/models/connection.ts'
import { AdvancedFields } from './advanced-fields.tsx'
import { CertificateFields } from './certificate-fields.tsx'
import { LoginFields } from './login-fields.tsx'
import { withHost, withSecurity } from './profile-draft.ts'
import { ADVANCED_FIELDS } from './profile-errors.ts'
import classes from './profile-form.module.css'
import { DiscardFooter, type DiscardQuestion, ProfileFormFooter } from './profile-form-footer.tsx'
import { SecurityField } from './security-field.tsx'
import { TestPanel } from './test-panel.tsx'
import { useProfileForm } from './use-profile-form.ts'

interface ProfileFormProps {
  /** The saved profile, or null for a new one. */
  readonly profile: ProfileView | null
  readonly onDirtyChange: (isDirty: boolean) => void
  readonly onSaved: () => void
  /** Set while the operator is asked whether to throw the input away. */
  readonly discard: DiscardQuestion | null
}

/** All that is needed to reach one broker, with a live test. */
export function ProfileForm({ profile, onDirtyChange, onSaved, discard }: ProfileFormProps) {
  const { t } = useTranslation('connection')
  const state = useProfileForm({ profile, onDirtyChange, onSaved })
  const { form, stored } = state
  const { values } = form
  const hasAdvancedError = ADVANCED_FIELDS.some((field) => form.errors[field])
  const [isAdvancedOpen, advanced] = useDisclosure(false)
  const takeHostApart = () => {
    const before = form.getValues()
    const after = withHost(before, before.host)
    // Setting equal values would count as a change and drop the outcome of a test.
    if (after.host !== before.host || after.port !== before.port || after.security !== before.security) {
      form.setValues(after)
    }
  }
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
            {...form.getInputProps('name')}
            data-autofocus
          />
          <div className={classes.address}>
            <TextInput
              label={t('form.host')}
              name="host"
              placeholder={t('form.hostPlaceholder')}
              required
              spellCheck={false}
              autoCapitalize="none"
              value={values.host}
              onChange={(event) => form.setFieldValue('host', event.currentTarget.value)}
              onBlur={takeHostApart}
              error={form.errors.host}
            />
            <NumberInput
              label={t('form.port')}
              name="port"
              required
              min={1}
              max={65_535}
              clampBehavior="none"
              allowDecimal={false}
              allowNegative={false}
              hideControls
              {...form.getInputProps('port')}
            />
          </div>
          <SecurityField
            value={values.security}
            onChange={(security) => form.setValues(withSecurity(form.getValues(), security))}
          />
          <LoginFields form={form} stored={stored} />
          <CertificateFields form={form} stored={stored} />
          <AdvancedFields form={form} isOpen={isAdvancedOpen || hasAdvancedError} onToggle={advanced.toggle} />
        </Stack>
      </div>
      {state.test && <TestPanel test={state.test} address={`${values.host}:${values.port}`} />}
      {discard ? <DiscardFooter {...discard} /> : <ProfileFormFooter state={state} />}
    </form>
  )
}
