import { VisuallyHidden } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNotifications } from '@mantine/notifications'
import { useSpotlight } from '@mantine/spotlight'
import { Activity, lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '../../components/error-boundary.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { guideOf } from '../../lib/guide-of-view.ts'
import { openGuide, useGuidePlace } from '../../lib/guide-store.ts'
import { useNavigation, type View } from '../../lib/navigation.tsx'
import { useLater } from '../../lib/use-later.ts'
import { StartView } from '../start/start-view.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { palette, paletteStore } from './palette/palette-store.ts'
import { Rail } from './rail.tsx'
import { SecretsBanner } from './secrets-banner.tsx'
import classes from './shell.module.css'
import { StartNotices } from './start-notices.tsx'
import { useNavigationRequests } from './use-navigation-requests.ts'
import { ViewFailure } from './view-failure.tsx'

const ConsoleView = lazy(async () => ({ default: (await import('../console/console-view.tsx')).ConsoleView }))
const DevicesView = lazy(async () => ({ default: (await import('../devices/devices-view.tsx')).DevicesView }))
const HistoryView = lazy(async () => ({ default: (await import('../history/history-view.tsx')).HistoryView }))
const BrokerView = lazy(async () => ({ default: (await import('../broker/broker-view.tsx')).BrokerView }))
const AlertsView = lazy(async () => ({ default: (await import('../alerts/alerts-view.tsx')).AlertsView }))
const SettingsView = lazy(async () => ({ default: (await import('../settings/settings-view.tsx')).SettingsView }))
const ConnectionsView = lazy(async () => ({
  default: (await import('../connection/connections-view.tsx')).ConnectionsView,
}))
const SetupView = lazy(async () => ({ default: (await import('../setup/setup-view.tsx')).SetupView }))
const ProfileDrawer = lazy(async () => ({
  default: (await import('../connection/form/profile-drawer.tsx')).ProfileDrawer,
}))
const GuideDrawer = lazy(async () => ({ default: (await import('../guide/guide-drawer.tsx')).GuideDrawer }))
const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }))

/** Loads the parts that the first picture does without. */
async function loadLater() {
  const [topBar, statusLine] = await Promise.all([import('./top-bar.tsx'), import('./status-line.tsx')])
  return { TopBar: topBar.TopBar, StatusLine: statusLine.StatusLine }
}

const loadNotices = () => import('./notices/notice-corner.tsx')

const CONTENT: Readonly<Record<View, React.ComponentType>> = {
  console: ConsoleView,
  devices: DevicesView,
  history: HistoryView,
  broker: BrokerView,
  alerts: AlertsView,
  settings: SettingsView,
  connections: ConnectionsView,
  setup: SetupView,
}

/** The frame of the window: rail, banners and the view at once, then top bar and status line; the rest when opened. */
export function Shell() {
  const { t } = useTranslation('shell')
  const { view, editedProfile } = useNavigation()
  const hasOpenedPalette = useEver(useSpotlight(paletteStore).opened)
  const hasOpenedGuide = useEver(useGuidePlace() !== null)
  const hasEdited = useEver(editedProfile !== null)
  const later = useLater(loadLater)
  const showGuide = () => openGuide(guideOf(view, editedProfile !== null))
  useNavigationRequests(showGuide)
  useHotkeys(
    [
      ['mod+K', () => palette.toggle()],
      ['F1', showGuide],
    ],
    [],
    true,
  )
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('skipToContent')}
      </button>
      <Rail />
      <Part name="top bar">{later && <later.TopBar />}</Part>
      <div className={classes.banners}>
        <Part name="banners">
          <StartNotices />
          <SecretsBanner />
          <ConnectionBanner />
        </Part>
      </div>
      <MainArea view={view} />
      <Part name="status line">{later && <later.StatusLine />}</Part>
      <Notices />
      <Suspense fallback={null}>
        <Part name="palette">{hasOpenedPalette && <Palette />}</Part>
        <Part name="connection form">{hasEdited && <ProfileDrawer />}</Part>
        <Part name="guide">{hasOpenedGuide && <GuideDrawer />}</Part>
      </Suspense>
    </div>
  )
}

/** A part beside the view: left out where it fails, so that the view goes on. */
function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <ErrorBoundary name={name} fallback={() => null}>
      {children}
    </ErrorBoundary>
  )
}

/** The notices in the corner, loaded with the first of them, which waits in its store until then. */
function Notices() {
  const hasShown = useEver(useNotifications().notifications.length > 0)
  return hasShown && <LateNotices />
}

function LateNotices() {
  const loaded = useLater(loadNotices)
  return loaded && <loaded.NoticeCorner />
}

/** Views that make sense before there is a connection. */
const WITHOUT_PROFILE: ReadonlySet<View> = new Set(['settings', 'broker', 'connections', 'setup', 'history'])

function MainArea({ view }: { readonly view: View }) {
  const { t } = useTranslation('shell')
  const hasProfiles = useAppState((state) => state.profiles.length > 0)
  const isFirstStart = !hasProfiles && !WITHOUT_PROFILE.has(view)
  const shown = isFirstStart ? null : view
  const visited = useVisited(shown)
  return (
    <main id="main" className={classes.main} data-view={shown} tabIndex={-1} aria-label={t(`views.${view}`)}>
      {(shown === 'console' || shown === 'devices' || shown === 'history' || shown === 'alerts') && (
        <VisuallyHidden component="h1">{t(`views.${shown}`)}</VisuallyHidden>
      )}
      {isFirstStart && (
        <ErrorBoundary name="start" fallback={(tryAgain) => <ViewFailure view={view} tryAgain={tryAgain} />}>
          <StartView />
        </ErrorBoundary>
      )}
      {visited.map((name) => {
        const Content = CONTENT[name]
        return (
          <Activity key={name} mode={name === shown ? 'visible' : 'hidden'}>
            <div className={classes.view}>
              <ErrorBoundary
                name={`view ${name}`}
                fallback={(tryAgain) => <ViewFailure view={name} tryAgain={tryAgain} />}
              >
                <Suspense fallback={<ViewSkeleton />}>
                  <Content />
                </Suspense>
              </ErrorBoundary>
            </div>
          </Activity>
        )
      })}
    </main>
  )
}

/** True from the first time on that `value` was: what nobody has asked for is not even loaded. */
function useEver(value: boolean): boolean {
  const [hasBeen, setHasBeen] = useState(value)
  if (value && !hasBeen) setHasBeen(true)
  return hasBeen
}

/** Views seen so far: they keep their drafts while another one is shown, and cost nothing before. */
function useVisited(shown: View | null): readonly View[] {
  const [visited, setVisited] = useState<readonly View[]>(shown ? [shown] : [])
  if (shown && !visited.includes(shown)) setVisited([...visited, shown])
  return visited
}
