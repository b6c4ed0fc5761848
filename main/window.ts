import { join } from 'node:path'
import { BrowserWindow, type Rectangle, screen } from 'electron'
import { APP_URL } from './app-files.ts'

/** Where the window was; null on the first start. */
export interface WindowState {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

const SAVE_DELAY_MS = 500

/** Opens the main window where it was, and tells `save` where it went. `preload` is an absolute path. */
export function openWindow(options: {
  readonly preload: string
  readonly isDark: boolean
  readonly state: WindowState | null
  readonly save: (state: WindowState) => void
}): BrowserWindow {
  const window = new BrowserWindow({
    ...visibleBounds(options.state?.bounds ?? null),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Waypost',
    backgroundColor: options.isDark ? '#14181e' : '#f5f6f9',
    ...(process.platform === 'linux' ? { icon: join(import.meta.dirname, '../../resources/icons/256x256.png') } : {}),
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (options.state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepState(window, options.save)
  void window.loadURL(APP_URL)
  return window
}

function keepState(window: BrowserWindow, save: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | null = null
  const saveNow = () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!window.isDestroyed()) save({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const saveSoon = () => {
    timer ??= setTimeout(saveNow, SAVE_DELAY_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', saveNow)
}

/** The last bounds where at least a part of the title bar is on some display, else the middle of the first. */
function visibleBounds(bounds: Rectangle | null): Partial<Rectangle> & { width: number; height: number } {
  if (bounds === null) return { width: 1280, height: 800 }
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width)
    const width = right - Math.max(bounds.x, workArea.x)
    return width >= 80 && bounds.y >= workArea.y - 8 && bounds.y < workArea.y + workArea.height - 40
  })
  return isVisible ? bounds : { width: bounds.width, height: bounds.height }
}
