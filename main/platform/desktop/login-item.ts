import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../../preload/contract/errors.ts'
import type { OpenAtLogin } from '../../../preload/contract/models/app/desktop.ts'

/** What macOS and Windows say of the start with the session. */
interface SystemLoginItem {
  get(): { readonly openAtLogin: boolean; readonly status?: string; readonly executableWillLaunchAtLogin?: boolean }
  set(isOn: boolean): void
}

interface LoginItemDeps {
  /** An app that is not installed has nothing to start. */
  readonly isInstalled: boolean
  readonly platform: NodeJS.Platform
  readonly system: SystemLoginItem
  /** Path of the autostart file of this account (XDG Desktop Application Autostart), for Linux. */
  readonly autostartFile: string
  /** Path of the program. */
  readonly program: string
}

/** Starts the app with the session of the account: off until the operator turns it on. */
export class LoginItem {
  readonly #deps: LoginItemDeps

  constructor(deps: LoginItemDeps) {
    this.#deps = deps
  }

  state(): OpenAtLogin {
    const { isInstalled, platform, system } = this.#deps
    if (!isInstalled) return 'unavailable'
    if (platform === 'linux') return this.#autostart()
    const { openAtLogin, status, executableWillLaunchAtLogin } = system.get()
    if (status === 'requires-approval') return 'blocked'
    if (!openAtLogin) return 'off'
    return executableWillLaunchAtLogin === false ? 'blocked' : 'on'
  }

  /** @throws AppError DISK_FAILED */
  set(isOn: boolean): void {
    const { isInstalled, platform, system, autostartFile, program } = this.#deps
    if (!isInstalled) return
    if (platform !== 'linux') {
      system.set(isOn)
      return
    }
    try {
      if (!isOn) rmSync(autostartFile, { force: true })
      else {
        mkdirSync(dirname(autostartFile), { recursive: true })
        writeFileSync(autostartFile, autostartEntry(program), { mode: 0o644 })
      }
    } catch (cause) {
      throw new AppError('DISK_FAILED', { path: autostartFile }, { cause })
    }
  }

  /** Desktops switch an entry off by a line of it instead of deleting it. */
  #autostart(): OpenAtLogin {
    try {
      const entry = readFileSync(this.#deps.autostartFile, 'utf8')
      return /^(?:Hidden=true|X-GNOME-Autostart-enabled=false)$/mu.test(entry) ? 'blocked' : 'on'
    } catch {
      return 'off'
    }
  }
}

/** Quotes the program by the rules for `Exec` (Desktop Entry Specification). */
function autostartEntry(program: string): string {
  const quoted = program
    .replaceAll(/["`$\\]/gu, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
  return `[Desktop Entry]\nType=Application\nName=Waypost\nExec="${quoted}"\nX-GNOME-Autostart-enabled=true\n`
}
