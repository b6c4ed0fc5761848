import { Divider, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useEvent } from '../../../lib/use-event.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { SettingsSection } from '../settings-section.tsx'
import { EmailForm } from './email-form.tsx'
import { WebhookForm } from './webhook-form.tsx'

/** Tells people about alerts while nobody looks at the window. */
export function DeliverySection() {
  const { value: view, change } = useRequest('delivery.view', {})
  useEvent('delivery.changed', (next) => change(() => next))
  return (
    <SettingsSection name="delivery">
      {view && (
        <>
          <EmailForm view={view} onSaved={(saved) => change(() => saved)} />
          <Divider />
          <WebhookForm view={view} onSaved={(saved) => change(() => saved)} />
          <Divider />
        </>
      )}
      <EndsSwitch />
    </SettingsSection>
  )
}

/** Whether the end of an alert is told where the alert was. */
function EndsSwitch() {
  const { t } = useTranslation('delivery')
  const isOn = useAppState((state) => state.settings.tellsAlertEnds)
  const update = useAction((tellsAlertEnds: boolean) => request('settings.update', { tellsAlertEnds }))
  return (
    <Switch
      label={t('tellsEnds')}
      description={t('tellsEndsHint')}
      checked={isOn}
      onChange={(event) => update.run(event.currentTarget.checked)}
    />
  )
}
