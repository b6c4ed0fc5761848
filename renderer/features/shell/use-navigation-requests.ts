import { useEffect, useEffectEvent, useRef } from 'react'
import type { NavigationRequest } from '../../../preload/contract/events.ts'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { palette } from './palette/palette-store.ts'

/** Opens what main asks for, the guide by `showGuide`: menu items, notifications and links, those that came before the window was there included. */
export function useNavigationRequests(showGuide: () => void): void {
  const profileId = useAppState((state) => state.connection.profileId)
  const { go, editProfile, openDevice, openDevices, openAlerts } = useNavigation()
  /** Device of a link that came before there was a connection. */
  const waiting = useRef<string | null>(null)
  const follow = useEffectEvent(({ to, deviceId, text }: NavigationRequest) => {
    if (to === 'palette') palette.open()
    else if (to === 'connect') editProfile('new')
    else if (to === 'guide') showGuide()
    else if (to === 'alerts' && text !== undefined) openAlerts(text)
    else if (to !== 'devices') go(to)
    else if (deviceId !== undefined && profileId !== null) openDevice({ connectionId: profileId, deviceId })
    else if (deviceId !== undefined) {
      waiting.current = deviceId
      go('devices')
    } else if (text !== undefined) openDevices(text)
    else go(to)
  })
  useEffect(() => {
    const deviceId = waiting.current
    waiting.current = null
    if (profileId !== null && deviceId !== null) openDevice({ connectionId: profileId, deviceId })
  }, [profileId, openDevice])
  useEvent('window.navigate', (to) => follow(to))
  useEffect(() => {
    request('desktop.takeNavigation', {}).then(
      (to) => {
        if (to !== null) follow(to)
      },
      () => undefined,
    )
  }, [])
}
