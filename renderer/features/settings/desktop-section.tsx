import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useRequest } from '../../lib/use-request.ts'
import { SettingsSection } from './settings-section.tsx'

/** Whether the app goes on without its window, and starts by itself. */
export function DesktopSection() {
  const { t } = useTranslation('settings')
  const closesToTray = useAppState((state) => state.settings.closesToTray)
  const { value: view, change } = useRequest('desktop.view', {})
  const update = useAction((isOn: boolean) => request('settings.update', { closesToTray: isOn }))
  const [wanted, setWanted] = useState(false)
  const setLogin = useAction(async (isOn: boolean) => {
    setWanted(isOn)
    const next = await request('desktop.setOpenAtLogin', { isOn })
    change(() => next)
  })
  const hasTray = view?.hasTray !== false
  const login = view?.openAtLogin ?? 'off'
  return (
    <SettingsSection name="desktop">
      <Switch
        label={t('desktop.closesToTray')}
        description={t(hasTray ? 'desktop.closesToTrayHint' : 'desktop.noTray')}
        disabled={view === null || !hasTray}
        checked={closesToTray}
        onChange={(event) => update.run(event.currentTarget.checked)}
      />
      <Switch
        label={t('desktop.openAtLogin')}
        description={login === 'unavailable' ? t('desktop.unavailable') : undefined}
        disabled={view === null || login === 'unavailable' || setLogin.isRunning}
        checked={setLogin.isRunning ? wanted : login === 'on' || login === 'blocked'}
        onChange={(event) => setLogin.run(event.currentTarget.checked)}
      />
      {login === 'blocked' && <StateLine tone="warn">{t('desktop.blocked')}</StateLine>}
    </SettingsSection>
  )
}
