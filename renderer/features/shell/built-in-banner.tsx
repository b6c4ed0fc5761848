import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import { Banner } from '../../components/banner.tsx'
import { ToldError } from '../../components/told-error.tsx'
import { request } from '../../lib/api.ts'
import { localized } from '../../lib/i18n/i18n.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useEvent } from '../../lib/use-event.ts'
import { useRequest } from '../../lib/use-request.ts'
import { useConnectionActions } from '../connection/use-connection-actions.ts'

/** Why the broker inside the app does not run: known for certain, so that no network has to be suspected. */
export function BuiltInBanner({ status }: { readonly status: ConnectionStatus }) {
  const { t, i18n } = useTranslation('connection')
  const { openBroker } = useNavigation()
  const { disconnect } = useConnectionActions()
  const { value: view, change } = useRequest('builtIn.get', {})
  useEvent('builtIn.changed', (next) => change(() => next))
  const start = useAction(() => request('builtIn.start', {}))
  const { failure: link } = status
  if (link === null) return null
  const failure = view?.failure ?? null
  return (
    <Banner
      tone="bad"
      title={t('failure.title', { name: status.profileName ?? '' })}
      actions={
        <>
          <Button size="xs" variant="default" loading={disconnect.isRunning} onClick={disconnect.run}>
            {t('failure.giveUp')}
          </Button>
          <Button size="xs" variant={failure ? 'filled' : 'default'} onClick={() => openBroker('builtIn')}>
            {t('failure.openBuiltIn')}
          </Button>
          {view?.state === 'stopped' && (
            <Button size="xs" loading={start.isRunning} onClick={() => start.run()}>
              {t('broker:builtIn.start')}
            </Button>
          )}
        </>
      }
    >
      <div>{localized(link.message, i18n.language)}</div>
      <div>{failure === null ? localized(link.fix, i18n.language) : <ToldError failure={failure} />}</div>
    </Banner>
  )
}
