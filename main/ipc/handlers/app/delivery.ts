import type { deliveryRoutes } from '../../../../preload/contract/routes/app/delivery.ts'
import type { Delivery } from '../../../delivery/delivery.ts'
import type { HandlersOf } from '../../router.ts'

export function deliveryHandlers(delivery: Delivery): HandlersOf<typeof deliveryRoutes> {
  return {
    'delivery.view': () => delivery.view(),
    'delivery.saveEmail': ({ password, ...settings }) => delivery.saveEmail(settings, password),
    'delivery.saveWebhook': ({ url, authorization, ...settings }) =>
      delivery.saveWebhook(settings, { url, authorization }),
    'delivery.testEmail': async ({ password, ...settings }) => {
      await delivery.testEmail(settings, password)
      return null
    },
    'delivery.testWebhook': async ({ url, authorization, ...settings }) => {
      await delivery.testWebhook(settings, { url, authorization })
      return null
    },
  }
}
