import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowBounds, WindowMemory, WindowState } from '../platform/desktop/window-memory.ts'
import { APP_URL } from './app-files.ts'

const SAVE_DELAY_MS = 500

/** Absolute paths. */
interface WindowFiles {
  readonly preload: string
  /** Shown by Linux alone, which has no icon of the program itself. */
  readonly icon: string
}

/** The one window: opened where it was, brought to the front when asked for again. */
export class MainWindow {
  readonly #files: WindowFiles
  readonly #memory: WindowMemory
  #window: BrowserWindow | null = null
  #isHidden = false
  #isQuitting = false
  #isClosing = false
  /** True if closing the window leaves the app running without it; a promise keeps the window until that is known. */
  hidesOnClose: () => boolean | Promise<boolean> = () => false

  constructor(files: WindowFiles, memory: WindowMemory) {
    this.#files = files
    this.#memory = memory
    nativeTheme.themeSource = memory.state.theme
    app.on('before-quit', () => {
      this.#isQuitting = true
    })
  }

  /** Null before `show` and after the operator closed it. */
  get current(): BrowserWindow | null {
    return this.#window
  }

  show(): void {
    if (this.#window === null) {
      this.#window = this.#open()
      return
    }
    if (this.#isHidden) this.#window.show()
    this.#isHidden = false
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
  }

  #open(): BrowserWindow {
    const window = openWindow(this.#files, this.#memory)
    window.on('close', (event) => {
      if (this.#isQuitting || this.#isClosing) return
      const hides = this.hidesOnClose()
      if (hides === false) return
      event.preventDefault()
      if (hides === true) this.#hide(window)
      else void hides.then((isHidden) => (isHidden ? this.#hide(window) : this.#close(window)))
    })
    window.on('closed', () => {
      this.#window = null
      this.#isHidden = false
      this.#isClosing = false
    })
    return window
  }

  /** Puts a hidden window among those that are minimized, from where it can be brought back without the app's help. */
  minimizeHidden(): void {
    if (this.#window === null || !this.#isHidden) return
    this.#isHidden = false
    this.#window.showInactive()
    this.#window.minimize()
  }

  #hide(window: BrowserWindow): void {
    if (window.isDestroyed()) return
    window.hide()
    this.#isHidden = true
  }

  #close(window: BrowserWindow): void {
    if (window.isDestroyed()) return
    this.#isClosing = true
    window.close()
  }

  /** Sets the theme of all that the system draws (menus, the first frame), and keeps it. */
  setTheme(theme: WindowState['theme']): void {
    nativeTheme.themeSource = theme
    if (theme !== this.#memory.state.theme) this.#memory.save({ theme })
  }
}

function openWindow({ preload, icon }: WindowFiles, memory: WindowMemory): BrowserWindow {
  const { bounds, isMaximized } = memory.state
  const window = new BrowserWindow({
    ...visibleBounds(bounds),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Waypost',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181e' : '#f5f6f9',
    ...(process.platform === 'linux' ? { icon } : {}),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepState(window, memory)
  void window.loadURL(APP_URL)
  return window
}

function keepState(window: BrowserWindow, memory: WindowMemory): void {
  let timer: NodeJS.Timeout | null = null
  const saveNow = () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (!window.isDestroyed()) memory.save({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
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
function visibleBounds(bounds: WindowBounds | null): Partial<WindowBounds> & { width: number; height: number } {
  if (bounds === null) return { width: 1280, height: 800 }
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width)
    const width = right - Math.max(bounds.x, workArea.x)
    return width >= 80 && bounds.y >= workArea.y - 8 && bounds.y < workArea.y + workArea.height - 40
  })
  return isVisible ? bounds : { width: bounds.width, height: bounds.height }
}
