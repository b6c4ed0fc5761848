import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { DeviceRef } from '../../preload/contract/models/device.ts'

export type View = 'console' | 'devices' | 'history' | 'alerts' | 'broker' | 'settings' | 'connections' | 'setup'
export type SettingsSection =
  | 'general'
  | 'assistant'
  | 'delivery'
  | 'desktop'
  | 'secrets'
  | 'signing'
  | 'approvals'
  | 'audit'
  | 'storage'
  | 'about'
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
  /** Section that the settings scroll to; a new object each time. */
  readonly settingsTarget: { readonly section: SettingsSection } | null
  readonly openSettings: (section: SettingsSection) => void
  /** Tab that the broker page turns to; a new object each time. */
  readonly brokerTarget: { readonly tab: BrokerTab } | null
  readonly openBroker: (tab: BrokerTab) => void
  /** Device whose panel the list opens; a new object each time. */
  readonly deviceTarget: DeviceRef | null
  readonly openDevice: (device: DeviceRef) => void
  /** Filter that the list takes over; a new object each time. */
  readonly listTarget: { readonly filter: string } | null
  readonly openDevices: (filter: string) => void
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

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useState<View>('console')
  const [consoleTargets, setConsoleTargets] = useState<ConsoleTargets | null>(null)
  const [settingsTarget, setSettingsTarget] = useState<Navigation['settingsTarget']>(null)
  const [brokerTarget, setBrokerTarget] = useState<Navigation['brokerTarget']>(null)
  const [deviceTarget, setDeviceTarget] = useState<DeviceRef | null>(null)
  const [listTarget, setListTarget] = useState<Navigation['listTarget']>(null)
  const [alertsTarget, setAlertsTarget] = useState<Navigation['alertsTarget']>(null)
  const [editedProfile, setEditedProfile] = useState<string | null>(null)
  const openConsole = useCallback((deviceIds: readonly string[]) => {
    setConsoleTargets({ deviceIds, text: null })
    setView('console')
  }, [])
  const openConsoleWith = useCallback((text: string) => {
    setConsoleTargets({ deviceIds: null, text })
    setView('console')
  }, [])
  const openDevice = useCallback(({ connectionId, deviceId }: DeviceRef) => {
    setDeviceTarget({ connectionId, deviceId })
    setView('devices')
  }, [])
  const openDevices = useCallback((filter: string) => {
    setListTarget({ filter })
    setView('devices')
  }, [])
  const openAlerts = useCallback((text: string) => {
    setAlertsTarget({ text })
    setView('alerts')
  }, [])
  const openSettings = useCallback((section: SettingsSection) => {
    setSettingsTarget({ section })
    setView('settings')
  }, [])
  const openBroker = useCallback((tab: BrokerTab) => {
    setBrokerTarget({ tab })
    setView('broker')
  }, [])
  const editProfile = useCallback((profileId: string) => setEditedProfile((current) => current ?? profileId), [])
  const closeProfile = useCallback(() => setEditedProfile(null), [])
  const navigation = useMemo<Navigation>(
    () => ({
      view,
      go: setView,
      settingsTarget,
      openSettings,
      brokerTarget,
      openBroker,
      deviceTarget,
      openDevice,
      listTarget,
      openDevices,
      alertsTarget,
      openAlerts,
      consoleTargets,
      openConsole,
      openConsoleWith,
      editedProfile,
      editProfile,
      closeProfile,
    }),
    [
      view,
      settingsTarget,
      openSettings,
      deviceTarget,
      openDevice,
      listTarget,
      openDevices,
      alertsTarget,
      openAlerts,
      consoleTargets,
      openConsole,
      openConsoleWith,
      brokerTarget,
      openBroker,
      editedProfile,
      editProfile,
      closeProfile,
    ],
  )
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider')
  return navigation
}
