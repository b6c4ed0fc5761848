import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { SettingsSection } from '../../preload/contract/models/app/settings.ts'
import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'

export type View = 'console' | 'devices' | 'history' | 'alerts' | 'broker' | 'settings' | 'connections' | 'setup'
export type BrokerTab = 'health' | 'tester' | 'accounts' | 'certificates' | 'log' | 'builtIn'

/** Handed to the console from elsewhere; a new object each time, so that the same device can be sent twice. */
export interface ConsoleTargets {
  /** Null keeps the targets that are chosen. */
  readonly deviceIds: readonly string[] | null
  /** A request for the composer; null keeps its text. */
  readonly text: string | null
}

interface Navigation {
  readonly view: View
  readonly go: (view: View) => void
  /** Section that the settings scroll to, and the label of the setting in it that is meant; a new object each time. */
  readonly settingsTarget: { readonly section: SettingsSection; readonly label: string | null } | null
  readonly openSettings: (section: SettingsSection, label?: string) => void
  /** Tab that the broker page turns to; a new object each time. */
  readonly brokerTarget: { readonly tab: BrokerTab } | null
  readonly openBroker: (tab: BrokerTab) => void
  /** Device whose panel the list opens; a new object each time. */
  readonly deviceTarget: DeviceRef | null
  readonly openDevice: (device: DeviceRef) => void
  /** Filter that the list takes over; a new object each time. */
  readonly listTarget: { readonly filter: string } | null
  readonly openDevices: (filter: string) => void
  /** Set where devices are to be added; a new object each time. */
  readonly addTarget: object | null
  readonly openAddDevices: () => void
  /** Filter that the history takes over; a new object each time. */
  readonly historyTarget: { readonly filter: string } | null
  readonly openHistory: (filter: string) => void
  /** Text that the alerts are searched for; a new object each time. */
  readonly alertsTarget: { readonly text: string } | null
  readonly openAlerts: (text: string) => void
  /** Set by `openConsole`; the console takes it as its targets when it changes. */
  readonly consoleTargets: ConsoleTargets | null
  /** Shows the console with these devices as targets. */
  readonly openConsole: (deviceIds: readonly string[]) => void
  /** Shows the console with this request in its composer. */
  readonly openConsoleWith: (text: string) => void
  /** Profile in the connection form: an id, `new`, or null while the form is closed. */
  readonly editedProfile: string | null
  /** Opens the form; does nothing while it is open, so that typed input is never replaced. */
  readonly editProfile: (profileId: string) => void
  readonly closeProfile: () => void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Where the window is, and what the page there is to show. */
type Place = Pick<
  Navigation,
  | 'view'
  | 'settingsTarget'
  | 'brokerTarget'
  | 'deviceTarget'
  | 'listTarget'
  | 'addTarget'
  | 'historyTarget'
  | 'alertsTarget'
  | 'consoleTargets'
>
type Ways = Omit<Navigation, keyof Place | 'editedProfile'>

const WaysContext = createContext<Ways | null>(null)

const START: Place = {
  view: 'console',
  settingsTarget: null,
  brokerTarget: null,
  deviceTarget: null,
  listTarget: null,
  addTarget: null,
  historyTarget: null,
  alertsTarget: null,
  consoleTargets: null,
}

function waysOf(
  goTo: (place: Partial<Place> & { readonly view: View }) => void,
  edit: (change: (current: string | null) => string | null) => void,
): Ways {
  return {
    go: (view) => goTo({ view }),
    openSettings: (section, label) => goTo({ view: 'settings', settingsTarget: { section, label: label ?? null } }),
    openBroker: (tab) => goTo({ view: 'broker', brokerTarget: { tab } }),
    openDevice: ({ connectionId, deviceId }) => goTo({ view: 'devices', deviceTarget: { connectionId, deviceId } }),
    openDevices: (filter) => goTo({ view: 'devices', listTarget: { filter } }),
    openAddDevices: () => goTo({ view: 'devices', addTarget: {} }),
    openHistory: (filter) => goTo({ view: 'history', historyTarget: { filter } }),
    openAlerts: (text) => goTo({ view: 'alerts', alertsTarget: { text } }),
    openConsole: (deviceIds) => goTo({ view: 'console', consoleTargets: { deviceIds, text: null } }),
    openConsoleWith: (text) => goTo({ view: 'console', consoleTargets: { deviceIds: null, text } }),
    editProfile: (profileId) => edit((current) => current ?? profileId),
    closeProfile: () => edit(() => null),
  }
}

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState(START)
  const [editedProfile, setEditedProfile] = useState<string | null>(null)
  // Made once, so that an effect which depends on a way does not run at every step.
  const ways = useMemo(() => waysOf((to) => setPlace((now) => ({ ...now, ...to })), setEditedProfile), [])
  const navigation = useMemo(() => ({ ...place, ...ways, editedProfile }), [place, ways, editedProfile])
  return (
    <WaysContext value={ways}>
      <NavigationContext value={navigation}>{children}</NavigationContext>
    </WaysContext>
  )
}

/** Returns the ways elsewhere alone: who needs no more is not drawn again at every change of the view. */
export function useWays(): Ways {
  const ways = useContext(WaysContext)
  if (!ways) throw new Error('useWays needs a NavigationProvider')
  return ways
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider')
  return navigation
}
