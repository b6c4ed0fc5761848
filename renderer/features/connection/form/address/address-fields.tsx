import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { withHost } from '../profile-draft.ts'
import classes from '../profile-form.module.css'
import type { ProfileFormFields } from '../use-profile-form.ts'

interface AddressFieldsProps {
  readonly form: ProfileFormFields
  readonly hasAutofocus?: boolean
}

/** Host and port; a pasted address is taken apart when the field is left. */
export function AddressFields({ form, hasAutofocus = false }: AddressFieldsProps) {
  const { t } = useTranslation('connection')
  const takeHostApart = () => {
    const before = form.getValues()
    const after = withHost(before, before.host)
    // Setting equal values would count as a change and drop the outcome of a test.
    const fields = ['host', 'port', 'security', 'transport', 'path'] as const
    if (fields.some((field) => after[field] !== before[field])) form.setAll(after)
  }
  return (
    <div className={classes.address}>
      <TextInput
        label={t('form.host')}
        name="host"
        placeholder={t('form.hostPlaceholder')}
        required
        spellCheck={false}
        autoCapitalize="none"
        value={form.values.host}
        onChange={(event) => form.set('host', event.currentTarget.value)}
        onBlur={takeHostApart}
        error={form.errors.host}
        data-autofocus={hasAutofocus || undefined}
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
        {...form.field('port')}
      />
    </div>
  )
}
