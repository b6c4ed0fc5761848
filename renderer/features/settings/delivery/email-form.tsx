import { Group, NumberInput, SegmentedControl, Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type DeliveryView,
  MAIL_SECURITIES,
  type MailSecurity,
} from '../../../../preload/contract/models/app/delivery.ts'
import { SecretField } from '../../../components/secret-field.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { type Form, useForm } from '../../../lib/use-form.ts'
import { ChannelState } from './channel-state.tsx'
import {
  type EmailDraft,
  emailDraftOf,
  emailErrors,
  emailInput,
  isPasswordMoved,
  withSecurity,
} from './delivery-draft.ts'
import { FormButtons, SeverityField } from './form-parts.tsx'

interface EmailFormProps {
  readonly view: DeliveryView
  readonly onSaved: (view: DeliveryView) => void
}

/** Messages about alerts by mail. */
export function EmailForm({ view, onSaved }: EmailFormProps) {
  const { t } = useTranslation('delivery')
  const form = useForm(() => emailDraftOf(view))
  const { values: draft } = form
  const isAcceptable = (): boolean => {
    const found = emailErrors(draft)
    form.setErrors(found)
    return Object.keys(found).length === 0
  }
  const save = useAction(async () => {
    if (!isAcceptable()) return
    const saved = await request('delivery.saveEmail', emailInput(draft))
    form.reset(emailDraftOf(saved))
    onSaved(saved)
    showDone(t('saved'))
  })
  const test = useAction(async () => {
    if (!isAcceptable()) return
    await request('delivery.testEmail', emailInput(draft))
    showDone(t('email.tested', { to: emailInput(draft).to.join(', ') }))
  })
  return (
    <Stack gap="md">
      <Switch label={t('email.on')} {...form.checkbox('isOn')} />
      {draft.isOn && (
        <>
          <StateLine tone="warn">{t('leaves', { host: draft.host.trim() || t('email.server') })}</StateLine>
          <EmailFields form={form} view={view} />
          <ChannelState status={view.status.email} />
        </>
      )}
      <FormButtons
        isOn={draft.isOn}
        isDirty={form.isDirty}
        isSaving={save.isRunning}
        isTesting={test.isRunning}
        onSave={save.run}
        onTest={test.run}
      />
    </Stack>
  )
}

/** The server, the login there, and who writes to whom. */
function EmailFields({ form, view }: { readonly form: Form<EmailDraft>; readonly view: DeliveryView }) {
  const { t } = useTranslation('delivery')
  const { values: draft, errors } = form
  const errorOf = (field: keyof typeof errors) => (errors[field] ? t(`errors.${errors[field]}`) : undefined)
  const isMoved = isPasswordMoved(draft, view)
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={t('email.host')}
          placeholder="smtp.example.com"
          spellCheck={false}
          {...form.field('host')}
          error={errorOf('host')}
        />
        <NumberInput
          label={t('email.port')}
          w={100}
          allowDecimal={false}
          hideControls
          {...form.field('port')}
          error={errorOf('port')}
        />
      </Group>
      <SegmentedControl<MailSecurity>
        fullWidth
        aria-label={t('email.security')}
        value={draft.security}
        data={MAIL_SECURITIES.map((value) => ({ value, label: t(`email.securities.${value}`) }))}
        onChange={(security) => form.setAll(withSecurity(form.getValues(), security))}
      />
      <TextInput
        label={t('email.user')}
        description={t('email.userHint')}
        spellCheck={false}
        autoComplete="off"
        {...form.field('user')}
      />
      {draft.user.trim() !== '' && (
        <SecretField
          label={t('email.password')}
          description={t(isMoved ? 'email.passwordElsewhere' : 'email.passwordHint')}
          name="deliveryMailPassword"
          value={draft.password}
          isStored={view.hasPassword}
          isForElsewhere={isMoved}
          onChange={(password) => form.set('password', password)}
        />
      )}
      <TextInput
        label={t('email.from')}
        placeholder="waypost@example.com"
        spellCheck={false}
        {...form.field('from')}
        error={errorOf('from')}
      />
      <TextInput
        label={t('email.to')}
        description={t('email.toHint')}
        spellCheck={false}
        {...form.field('to')}
        error={errorOf('to')}
      />
      <SeverityField value={draft.minSeverity} onChange={(minSeverity) => form.set('minSeverity', minSeverity)} />
    </>
  )
}
