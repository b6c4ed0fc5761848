import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, nativeImage } from 'electron'
import type { DesktopView } from '../preload/contract/models/app/desktop.ts'
import type { Alert } from '../preload/contract/models/devices/alert.ts'
import type { LocalizedText } from '../preload/contract/models/text.ts'
import { noticeOf, notificationWords } from './devices/alerts/alert-words.ts'
import { DesktopNotifications } from './platform/desktop/desktop-notifications.ts'
import { DesktopTray } from './platform/desktop/desktop-tray.ts'
import { DOT_COLOURS, dotAlone } from './platform/desktop/icon-dot.ts'
import { LoginItem } from './platform/desktop/login-item.ts'
import { hasTrayHost, TrayHost } from './platform/desktop/tray-host.ts'
import type { Services } from './services.ts'
import { systemTimers } from './shared/timers.ts'
import { LINK_SCHEME } from './window/deep-link.ts'
import type { MainWindow } from './window/main-window.ts'
import type { Navigator } from './window/navigator.ts'

const OVERLAY_PX = 16
/** After the first screen, because asking starts a program. */
const FIRST_LOOK_MS = 2_000
const LOOK_AGAIN_MS = 15_000

export type Desktop = ReturnType<typeof createDesktop>

/** Joins the app to the desktop around its window: notifications, tray, badge, links, start with the session. */
export function createDesktop({
  window,
  navigator,
  services,
  pick,
}: {
  readonly window: MainWindow
  readonly navigator: Navigator
  readonly services: Services
  readonly pick: (text: LocalizedText) => string
}) {
  const { connection, devices, log, settings } = services
  const notifications = new DesktopNotifications({ pick })
  const tray = new DesktopTray({
    icon: join(app.getAppPath(), 'resources/icons/256x256.png'),
    pick,
    log,
    onOpen: () => window.show(),
    onNavigate: (to) => navigator.open({ to }),
    onQuit: () => app.quit(),
  })
  const loginItem = new LoginItem({
    isInstalled: app.isPackaged,
    platform: process.platform,
    system: {
      get: () => app.getLoginItemSettings(),
      set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
    },
    autostartFile: join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart', 'waypost.desktop'),
    program: process.env.APPIMAGE ?? process.execPath,
  })
  let badge = 0
  const update = () => {
    const { state, profileId, profileName } = connection.status()
    const { active } = devices.alerts.counts(profileId)
    tray.update({ connectedTo: state === 'connected' ? (profileName ?? '') : null, alerts: active })
    if (active !== badge) setBadge(window, active, pick)
    badge = active
  }
  const viewNow = (hasHost: boolean): DesktopView => ({
    openAtLogin: loginItem.state(),
    hasTray: hasHost && tray.isMade,
  })
  const host = followTrayHost({ window, tray, isWanted: () => settings.settings().closesToTray, onCame: update })
  return {
    /** Call when everything stored has been read. */
    start(): void {
      tray.start()
      host.start()
      services.onAlert((alerts) =>
        notifications.show(notificationWords(noticeOf(alerts, services.deviceOf)), () =>
          navigator.open(placeOf(alerts)),
        ),
      )
      services.onAlertsChanged(update)
      connection.onStatus(update)
      // Only an installed app: the system would start the bare runtime for a link otherwise. On Linux the package says it.
      if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME)
      update()
    },
    update,
    view: async () => viewNow(await host.refresh()),
    setOpenAtLogin: (isOn: boolean): DesktopView => {
      loginItem.set(isOn)
      return viewNow(host.isThere())
    },
    takeNavigation: () => navigator.take(),
    dispose: () => {
      host.dispose()
      tray.dispose()
    },
  }
}

/** Lets the window go to the tray where it is wanted and somebody shows its icon, of which a Linux desktop is asked. */
function followTrayHost({
  window,
  tray,
  isWanted,
  onCame,
}: {
  readonly window: MainWindow
  readonly tray: DesktopTray
  readonly isWanted: () => boolean
  readonly onCame: () => void
}) {
  const host = new TrayHost({
    ask: () => hasTrayHost(process.platform, process.env),
    onCame: () => {
      tray.restart()
      onCame()
    },
  })
  let cancelLook = () => {}
  window.hidesOnClose = () => {
    if (!isWanted() || !tray.isMade) return false
    // Nobody could bring back a window that is hidden without an icon.
    if (!host.isThere) return host.refresh()
    void host.refresh().then((isThere) => isThere || window.minimizeHidden())
    return true
  }
  return {
    start(): void {
      cancelLook = systemTimers.after(FIRST_LOOK_MS, () => {
        void host.refresh().then((isThere) => {
          // At the start of a session the tray may come after the app.
          if (!isThere) cancelLook = systemTimers.after(LOOK_AGAIN_MS, () => void host.refresh())
        })
      })
    },
    refresh: () => host.refresh(),
    /** As it was when last asked. */
    isThere: () => host.isThere,
    dispose: () => cancelLook(),
  }
}

/** The alerts of the one device, or all of them. */
function placeOf(alerts: readonly Alert[]): { readonly to: 'alerts'; readonly text: string } {
  const ids = new Set(alerts.map(({ deviceId }) => deviceId))
  const [only = ''] = ids
  return { to: 'alerts', text: ids.size === 1 ? only : '' }
}

/** Counts active alerts on the icon of the app; Windows has a picture with words there instead of a number. */
function setBadge(window: MainWindow, count: number, pick: (text: LocalizedText) => string): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const dot = dotAlone(OVERLAY_PX, DOT_COLOURS.bad)
  const image = count === 0 ? null : nativeImage.createFromBitmap(dot, { width: OVERLAY_PX, height: OVERLAY_PX })
  const words = { en: count === 1 ? '1 alert' : `${count} alerts`, zh: `${count} 条告警` }
  window.current?.setOverlayIcon(image, count === 0 ? '' : pick(words))
}
