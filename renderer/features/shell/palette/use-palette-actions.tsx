import type { SpotlightActionGroupData } from '@mantine/spotlight'
import {
  IconBell,
  IconBroadcast,
  IconCpu,
  IconFlask,
  IconFolderOpen,
  IconHelp,
  IconHistory,
  IconKey,
  IconLanguage,
  IconPencil,
  IconPlugConnected,
  IconPlugConnectedX,
  IconPlus,
  IconServer2,
  IconServerCog,
  IconSettings,
  IconShieldCheck,
  IconTerminal2,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { SETTINGS_SECTIONS, type Settings } from '../../../../preload/contract/models/app/settings.ts'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { openGuide } from '../../../lib/guide-store.ts'
import { LANGUAGES } from '../../../lib/i18n/catalogues.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useConnectionActions } from '../../connection/use-connection-actions.ts'
import { LANGUAGE_NAMES, THEME_ICONS, THEMES } from '../preference-menus.tsx'

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
type Entry = SpotlightActionGroupData['actions'][number]

function entry(id: string, label: string, Icon: Icon, onClick: () => void, description?: string): Entry {
  return {
    id,
    label,
    onClick,
    leftSection: <Icon size={18} stroke={1.7} aria-hidden />,
    ...(description === undefined ? {} : { description }),
  }
}

/** All actions of the window by group, as they are possible now. */
export function usePaletteActions(): SpotlightActionGroupData[] {
  const { t } = useTranslation('shell')
  const go = useGoEntries()
  const connection = useConnectionEntries()
  const preferences = usePreferenceEntries()
  return [
    { group: t('palette.groups.go'), actions: go },
    { group: t('palette.groups.connection'), actions: connection },
    { group: t('palette.groups.preferences'), actions: preferences },
  ]
}

const BROKER_TABS = ['tester', 'accounts', 'certificates', 'log', 'builtIn'] as const

function useGoEntries(): Entry[] {
  const { t } = useTranslation('shell')
  const { go, openSettings, openBroker } = useNavigation()
  return [
    entry('console', t('views.console'), IconTerminal2, () => go('console')),
    entry('devices', t('views.devices'), IconCpu, () => go('devices')),
    entry('history', t('views.history'), IconHistory, () => go('history')),
    entry('broker', t('views.broker'), IconBroadcast, () => go('broker')),
    entry('alerts', t('views.alerts'), IconBell, () => go('alerts')),
    ...BROKER_TABS.map((tab) =>
      entry(`broker-${tab}`, t(`broker:tabs.${tab}`), IconBroadcast, () => openBroker(tab), t('views.broker')),
    ),
    entry('connections', t('views.connections'), IconServer2, () => go('connections')),
    entry('setup', t('palette.setups'), IconServerCog, () => go('setup')),
    entry('guide', t('guide:title'), IconHelp, () => openGuide('start')),
    entry('settings', t('views.settings'), IconSettings, () => openSettings('general')),
    ...SETTINGS_SECTIONS.map((section) =>
      entry(`settings-${section}`, t('settingsOf', { section: t(`settings:${section}.title`) }), IconSettings, () =>
        openSettings(section),
      ),
    ),
  ]
}

function useConnectionEntries(): Entry[] {
  const { t } = useTranslation('connection')
  const { editProfile } = useNavigation()
  const { connect, disconnect, startDemo } = useConnectionActions()
  const profiles = useAppState((state) => state.profiles)
  const status = useAppState((state) => state.connection)
  const isActive = status.state !== 'disconnected'
  const active = isActive ? profiles.find(({ id }) => id === status.profileId) : undefined
  const others = profiles.filter(({ id }) => id !== active?.id)
  const isDown = status.state === 'waiting' || status.state === 'stopped'
  return [
    entry('connect-new', t('start.connect.title'), IconPlus, () => editProfile('new')),
    ...(active && isDown
      ? [entry('retry', t('failure.retry'), IconPlugConnected, () => connect.run(active.id), active.name)]
      : []),
    ...(active ? [entry('disconnect', t('switcher.disconnect'), IconPlugConnectedX, disconnect.run, active.name)] : []),
    ...others.map((profile) =>
      entry(
        `connect-${profile.id}`,
        t('palette.connect', { name: profile.name }),
        IconPlugConnected,
        () => connect.run(profile.id),
        profile.isDemo ? t('demo.short') : `${profile.host}:${profile.port}`,
      ),
    ),
    ...profiles
      .filter(({ isDemo }) => !isDemo)
      .map(({ id, name }) => entry(`edit-${id}`, t('list.edit', { name }), IconPencil, () => editProfile(id))),
    ...(profiles.some(({ isDemo }) => isDemo)
      ? []
      : [entry('demo', t('start.demo.title'), IconFlask, startDemo.run, t('demo.short'))]),
  ]
}

function usePreferenceEntries(): Entry[] {
  const { t } = useTranslation('shell')
  const settings = useAppState((state) => state.settings)
  const isMemoryOnly = useAppState((state) => state.secrets.mode === 'memory')
  const update = useAction((change: Partial<Settings>) => request('settings.update', change))
  const { openSettings } = useNavigation()
  const verify = useAction(async () => {
    await request('audit.verify', {})
    openSettings('audit')
  })
  const openLogs = useAction(() => request('app.openLogFolder', {}))
  const allowWeak = useAction(() => request('secrets.allowWeak', {}))
  return [
    ...THEMES.filter((theme) => theme !== settings.theme).map((theme) =>
      entry(`theme-${theme}`, `${t('theme')}: ${t(`themes.${theme}`)}`, THEME_ICONS[theme], () =>
        update.run({ theme }),
      ),
    ),
    ...LANGUAGES.filter((language) => language !== settings.language).map((language) =>
      entry(`language-${language}`, `${t('language')}: ${LANGUAGE_NAMES[language]}`, IconLanguage, () =>
        update.run({ language }),
      ),
    ),
    entry('verify-audit', t('settings:audit.verify'), IconShieldCheck, verify.run),
    ...(isMemoryOnly ? [entry('allow-weak', t('secretsBanner.allow'), IconKey, allowWeak.run)] : []),
    entry('open-logs', t('openLogFolder'), IconFolderOpen, openLogs.run),
  ]
}
