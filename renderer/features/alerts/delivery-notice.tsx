import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DELIVERY_CHANNELS } from '../../../preload/contract/models/app/delivery.ts'
import { Banner } from '../../components/banner.tsx'
import { ToldError } from '../../components/told-error.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { useRequest } from '../../lib/use-request.ts'

/** Says that messages about alerts do not arrive, why, and leads to the settings. */
export function DeliveryNotice() {
  const { t } = useTranslation('delivery')
  const { openSettings } = useNavigation()
  const { value: view, change } = useRequest('delivery.view', {}, { onError: () => undefined })
  useEvent('delivery.changed', (next) => change(() => next))
  const failed = DELIVERY_CHANNELS.filter((channel) => view?.[channel].isOn && view.status[channel].failure !== null)
  return failed.map((channel) => {
    const failure = view?.status[channel].failure
    return (
      <Banner
        key={channel}
        tone="warn"
        title={t(`notice.${channel}`)}
        actions={
          <Button size="compact-xs" variant="default" onClick={() => openSettings('delivery')}>
            {t('notice.settings')}
          </Button>
        }
      >
        {failure && <ToldError failure={failure} />}
      </Banner>
    )
  })
}
