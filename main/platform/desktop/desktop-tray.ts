import { Menu, nativeImage, Tray } from 'electron'
import type { NavigationTarget } from '../../../preload/contract/events.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { Log } from '../../shared/log.ts'
import { DOT_COLOURS, withDot } from './icon-dot.ts'

const ICON_PX = process.platform === 'darwin' ? 18 : 22

/** What the tray tells. */
export interface TrayState {
  /** Name of the connection that is up; null while none is. */
  readonly connectedTo: string | null
  /** Active alerts of the connection. */
  readonly alerts: number
}

interface DesktopTrayDeps {
  /** Path of a square PNG. */
  readonly icon: string
  readonly pick: (text: LocalizedText) => string
  readonly log: Log
  readonly onOpen: () => void
  readonly onNavigate: (to: NavigationTarget) => void
  readonly onQuit: () => void
}

/** Icon in the tray or menu bar with the state of the connection, and a menu that leads into the window. */
export class DesktopTray {
  readonly #deps: DesktopTrayDeps
  #tray: Tray | null = null
  #shown = ''
  readonly #images = new Map<keyof typeof DOT_COLOURS, Electron.NativeImage>()

  constructor(deps: DesktopTrayDeps) {
    this.#deps = deps
  }

  /** Stays without an icon where the system has no tray. */
  start(): void {
    try {
      this.#tray = new Tray(this.#image('off'))
      this.#tray.on('click', () => this.#deps.onOpen())
    } catch (error) {
      this.#deps.log.error('the tray cannot be used', error)
    }
  }

  /** Makes the icon anew, for a tray that came later than the app. */
  restart(): void {
    this.dispose()
    this.#shown = ''
    this.start()
  }

  /** True if the icon was handed to the system, which may have no place for it. */
  get isMade(): boolean {
    return this.#tray !== null && !this.#tray.isDestroyed()
  }

  update(state: TrayState): void {
    if (this.#tray === null || this.#tray.isDestroyed()) return
    const { pick } = this.#deps
    const line = pick(trayWords(state))
    if (line === this.#shown) return
    this.#shown = line
    this.#tray.setImage(this.#image(state.alerts > 0 ? 'bad' : state.connectedTo === null ? 'off' : 'ok'))
    this.#tray.setToolTip(`Waypost – ${line}`)
    this.#tray.setContextMenu(this.#menu(line, state))
  }

  dispose(): void {
    this.#tray?.destroy()
    this.#tray = null
  }

  #menu(line: string, { alerts }: TrayState): Menu {
    const { pick, onOpen, onNavigate, onQuit } = this.#deps
    const count = alerts === 0 ? '' : ` (${alerts})`
    return Menu.buildFromTemplate([
      { label: line, enabled: false },
      { type: 'separator' },
      { label: pick({ en: 'Open Waypost', zh: '打开 Waypost' }), click: onOpen },
      { label: pick({ en: 'Devices', zh: '设备' }), click: () => onNavigate('devices') },
      { label: `${pick({ en: 'Alerts', zh: '告警' })}${count}`, click: () => onNavigate('alerts') },
      { type: 'separator' },
      { label: pick({ en: 'Quit', zh: '退出' }), click: onQuit },
    ])
  }

  #image(state: keyof typeof DOT_COLOURS): Electron.NativeImage {
    const kept = this.#images.get(state)
    if (kept !== undefined) return kept
    const base = nativeImage.createFromPath(this.#deps.icon).resize({ width: ICON_PX, height: ICON_PX })
    const painted = withDot(base.toBitmap(), ICON_PX, DOT_COLOURS[state])
    const image = nativeImage.createFromBitmap(painted, { width: ICON_PX, height: ICON_PX })
    this.#images.set(state, image)
    return image
  }
}

/** State of the connection and number of alerts in one line. */
export function trayWords({ connectedTo, alerts }: TrayState): LocalizedText {
  const connection =
    connectedTo === null
      ? { en: 'Not connected', zh: '未连接' }
      : { en: `Connected: ${connectedTo}`, zh: `已连接：${connectedTo}` }
  if (alerts === 0) return connection
  return {
    en: `${connection.en} · ${alerts} ${alerts === 1 ? 'alert' : 'alerts'}`,
    zh: `${connection.zh} · ${alerts} 条告警`,
  }
}
