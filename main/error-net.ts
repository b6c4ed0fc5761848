import { app, BrowserWindow, dialog, type RenderProcessGoneDetails, shell, type WebContents } from 'electron'
import type { LocalizedText } from '../preload/contract/models/text.ts'
import type { Log } from './shared/log.ts'

/** A window that stops again within this time is loaded again by the operator only, because it may never stay up. */
const RELOAD_AGAIN_AFTER_MS = 60_000
/** One fault in a timer would ask the operator every second. */
const TELL_AGAIN_AFTER_MS = 60_000

const FAILED = {
  title: { en: 'Something in Waypost failed', zh: 'Waypost 内部出错' },
  detail: {
    en: 'The rest goes on: the connection, approvals and running commands are kept. If something looks wrong, quit Waypost and start it again. The log says what happened.',
    zh: '其余部分继续运行：连接、批准和正在执行的命令都已保留。如果有异常，请退出 Waypost 并重新启动。详情见日志。',
  },
}
const RELOADED = {
  title: { en: 'The window stopped and was loaded again', zh: '窗口已停止并重新加载' },
  detail: {
    en: 'The connection, approvals and running commands are kept; text that was not sent is gone. The log says what happened.',
    zh: '连接、批准和正在执行的命令都已保留；未发送的文字已丢失。详情见日志。',
  },
}
const STOPPED_AGAIN = {
  title: { en: 'The window stopped again', zh: '窗口再次停止' },
  detail: {
    en: 'The connection, approvals and running commands are kept. Load the window again; if it keeps stopping, quit Waypost, start it again, and look into the log.',
    zh: '连接、批准和正在执行的命令都已保留。请重新加载窗口；如果仍然停止，请退出 Waypost 并重新启动，然后查看日志。',
  },
}
const CLOSE = { en: 'Close', zh: '关闭' }
const LOAD_AGAIN = { en: 'Load again', zh: '重新加载' }
const OPEN_LOGS = { en: 'Open log folder', zh: '打开日志文件夹' }

interface Told {
  readonly title: LocalizedText
  readonly detail: LocalizedText
}

/** Catches what no code expected, in main, in the window's process and in Chromium's others: logs it, says what to do, goes on. */
export class ErrorNet {
  readonly #logFolder: string
  /** Before the log is open. */
  #early: ((log: Log) => void)[] = []
  #log: Log | null = null
  #pick: (text: LocalizedText) => string = ({ en, zh }) => (app.getLocale().startsWith('zh') ? zh : en)
  #isTelling = false
  /** A failure that came while another one was told, to be told after it. */
  #next: (() => Promise<void>) | null = null
  #toldAt = Number.NEGATIVE_INFINITY
  #reloadedAt = Number.NEGATIVE_INFINITY

  constructor(logFolder: string) {
    this.#logFolder = logFolder
  }

  /** Call before anything else runs. */
  listen(): void {
    process.on('uncaughtException', (error) => this.#failed('uncaught exception', error))
    process.on('unhandledRejection', (reason) => this.#failed('unhandled rejection', reason))
    app.on('render-process-gone', (_event, contents, details) => {
      this.#windowGone(contents, details)
    })
    // Chromium starts these again by itself, and draws without the GPU where it cannot: there is nothing to do.
    app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
      if (reason !== 'clean-exit') this.#write((log) => log.warn('process gone', { type, name, reason, exitCode }))
    })
  }

  /** Follows the log, and the operator's language, from when the settings are read. */
  follow(log: Log, pick: (text: LocalizedText) => string): void {
    this.#log = log
    this.#pick = pick
    for (const write of this.#early.splice(0)) write(log)
  }

  #failed(kind: string, error: unknown): void {
    this.#write((log) => log.error(kind, error))
    if (performance.now() - this.#toldAt > TELL_AGAIN_AFTER_MS) void this.#tell(FAILED, [CLOSE, OPEN_LOGS])
  }

  #windowGone(contents: WebContents, { reason, exitCode }: RenderProcessGoneDetails): void {
    this.#write((log) => log.error(`the window's process is gone: ${reason}, exit code ${exitCode}`))
    if (reason === 'clean-exit') return
    const isFirst = performance.now() - this.#reloadedAt > RELOAD_AGAIN_AFTER_MS
    this.#reloadedAt = performance.now()
    if (isFirst) {
      // Not while Chromium is still taking the old process apart.
      setImmediate(() => reload(contents))
      void this.#tell(RELOADED, [CLOSE, OPEN_LOGS])
    } else void this.#tell(STOPPED_AGAIN, [LOAD_AGAIN, OPEN_LOGS], () => reload(contents))
  }

  #write(write: (log: Log) => void): void {
    if (this.#log === null) this.#early.push(write)
    else write(this.#log)
  }

  /** Shows one dialog at a time. */
  async #tell(
    { title, detail }: Told,
    [first, second]: readonly [LocalizedText, LocalizedText],
    afterwards?: () => void,
  ): Promise<void> {
    if (this.#isTelling) {
      // Only a stopped window waits to be told: nothing else would load it again.
      if (afterwards !== undefined) this.#next = () => this.#tell({ title, detail }, [first, second], afterwards)
      return
    }
    this.#isTelling = true
    try {
      await app.whenReady()
      const options = {
        type: 'error' as const,
        message: this.#pick(title),
        detail: this.#pick(detail),
        buttons: [this.#pick(first), this.#pick(second)],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      }
      const [window] = BrowserWindow.getAllWindows()
      const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
      if (response === 1) await shell.openPath(this.#logFolder)
      // Whatever was chosen: without it the window stays empty.
      afterwards?.()
    } catch (error) {
      // Telling must not be a fault of its own, which would be told again.
      this.#write((log) => log.error('a failure could not be shown', error))
    } finally {
      this.#isTelling = false
      this.#toldAt = performance.now()
      const next = this.#next
      this.#next = null
      if (next !== null) void next()
    }
  }
}

function reload(contents: WebContents): void {
  if (!contents.isDestroyed()) contents.reload()
}
