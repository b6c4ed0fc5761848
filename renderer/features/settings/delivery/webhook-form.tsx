import { Select, Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type DeliveryView,
  WEBHOOK_FORMATS,
  type WebhookFormat,
} from '../../../../preload/contract/models/app/delivery.ts'
import { SecretField } from '../../../components/secret-field.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useForm } from '../../../lib/use-form.ts'
import { ChannelState } from './channel-state.tsx'
import { webhookDraftOf, webhookErrors, webhookInput } from './delivery-draft.ts'
import { FormButtons, SeverityField } from './form-parts.tsx'

interface WebhookFormProps {
  readonly view: DeliveryView
  readonly onSaved: (view: DeliveryView) => void
}

/** Messages about alerts to an address that takes them, e.g. a group chat. */
export function WebhookForm({ view, onSaved }: WebhookFormProps) {
  const { t } = useTranslation('delivery')
  const form = useForm(() => webhookDraftOf(view))
  const { values: draft, errors } = form
  const url = draft.url.trim()
  const host = url === '' ? view.webhook.host : URL.canParse(url) ? new URL(url).host : ''
  const isAcceptable = (): boolean => {
    const found = webhookErrors(draft, view.hasAddress)
    form.setErrors(found)
    return Object.keys(found).length === 0
  }
  const save = useAction(async () => {
    if (!isAcceptable()) return
    const saved = await request('delivery.saveWebhook', webhookInput(draft))
    form.reset(webhookDraftOf(saved))
    onSaved(saved)
    showDone(t('saved'))
  })
  const test = useAction(async () => {
    if (!isAcceptable()) return
    await request('delivery.testWebhook', webhookInput(draft))
    showDone(t('webhook.tested', { host }))
  })
  const errorOf = (field: keyof typeof errors) => (errors[field] ? t(`errors.${errors[field]}`) : undefined)
  return (
    <Stack gap="md">
      <Switch label={t('webhook.on')} {...form.checkbox('isOn')} />
      {draft.isOn && (
        <>
          <StateLine tone="warn">{t('leaves', { host: host || t('webhook.receiver') })}</StateLine>
          {url.toLowerCase().startsWith('http:') && <StateLine tone="warn">{t('webhook.plain')}</StateLine>}
          <Select
            label={t('webhook.format')}
            allowDeselect={false}
            value={draft.format}
            data={WEBHOOK_FORMATS.map((value) => ({ value, label: t(`webhook.formats.${value}`) }))}
            onChange={(next) => next !== null && form.set('format', next as WebhookFormat)}
          />
          <TextInput
            label={t('webhook.url')}
            description={t('webhook.urlHint')}
            placeholder={view.hasAddress ? t('webhook.stored', { host: view.webhook.host }) : 'https://'}
            spellCheck={false}
            autoComplete="off"
            {...form.field('url')}
            error={errorOf('url')}
          />
          {draft.format === 'json' && (
            <SecretField
              label={t('webhook.authorization')}
              description={t('webhook.authorizationHint')}
              name="deliveryAuthorization"
              value={draft.authorization}
              isStored={view.hasAuthorization}
              isForElsewhere={url !== ''}
              onChange={(authorization) => form.set('authorization', authorization)}
              error={errorOf('authorization')}
            />
          )}
          <SeverityField value={draft.minSeverity} onChange={(minSeverity) => form.set('minSeverity', minSeverity)} />
          <ChannelState status={view.status.webhook} />
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
