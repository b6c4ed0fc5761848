import { Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JoiningView, JoinSuggestion } from '../../../../preload/contract/models/devices/joining.ts'
import { EmptyNotice } from '../../../components/empty-notice.tsx'
import { Page } from '../../../components/page.tsx'
import { ViewSkeleton } from '../../../components/view-skeleton.tsx'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { showError } from '../../../lib/errors/show-error.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { JoinForm } from './join-form.tsx'
import { JoinList } from './join-list.tsx'

const NOTHING: JoiningView = { devices: [], scan: { isRunning: false, tried: 0, total: 0, hosts: [] } }

/** From the address of a device to its proof: the form, then one line for each device. */
export function AddDevices({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('joining')
  const { value: suggestion } = useRequest('joining.suggest', {})
  const [view, setView] = useState<JoiningView>(NOTHING)
  useEvent('joining.changed', setView)
  useEffect(() => {
    request('joining.view', {}).then(setView).catch(showError)
  }, [])
  const leave = () => {
    request('joining.close', {}).catch(showError)
    onClose()
  }
  return (
    <Page
      title={t('title')}
      actions={
        <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={leave}>
          {t('back')}
        </Button>
      }
    >
      {suggestion === null ? <ViewSkeleton /> : <Content suggestion={suggestion} view={view} onView={setView} />}
    </Page>
  )
}

interface ContentProps {
  readonly suggestion: JoinSuggestion
  readonly view: JoiningView
  readonly onView: (view: JoiningView) => void
}

function Content({ suggestion, view, onView }: ContentProps) {
  const { t } = useTranslation('joining')
  const { go, editProfile } = useNavigation()
  const isDemo = useAppState(({ profiles }) =>
    profiles.some((profile) => profile.isDemo && profile.id === suggestion.connectionId),
  )
  if (suggestion.connectionId === null) {
    return (
      <EmptyNotice icon={null} title={t('notConnected.title')} text={t('notConnected.text')}>
        <Button size="xs" onClick={() => go('connections')}>
          {t('notConnected.action')}
        </Button>
      </EmptyNotice>
    )
  }
  if (isDemo) {
    return (
      <EmptyNotice icon={null} title={t('demo.title')} text={t('demo.text')}>
        <Button size="xs" onClick={() => editProfile('new')}>
          {t('connection:start.connect.title')}
        </Button>
        <Button size="xs" variant="default" onClick={() => go('setup')}>
          {t('connection:start.setup.title')}
        </Button>
      </EmptyNotice>
    )
  }
  const hasLines = view.devices.length > 0
  return (
    <Stack gap="lg">
      {hasLines ? (
        <>
          <JoinList devices={view.devices} onView={onView} />
          <Group>
            <Button
              variant="default"
              disabled={view.devices.some(({ state }) => state === 'installing' || state === 'undoing')}
              onClick={() => request('joining.close', {}).then(onView).catch(showError)}
            >
              {t('more')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Text size="sm">{t('intro')}</Text>
          <JoinForm suggestion={suggestion} scan={view.scan} onView={onView} />
        </>
      )}
    </Stack>
  )
}
