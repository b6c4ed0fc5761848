import { Divider } from '@mantine/core'
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
        </>
      )}
    </SettingsSection>
  )
}
