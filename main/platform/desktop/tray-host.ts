import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const PATH = '/StatusNotifierWatcher'
const PROPERTY = 'IsStatusNotifierHostRegistered'
const GET = 'org.freedesktop.DBus.Properties.Get'
const TIMEOUT_S = 1
/** The programs' own limit comes first. */
const KILL_AFTER_MS = 1_500

/** Programs that read a property over D-Bus, of which a desktop has at least one: GLib's, systemd's, and that of D-Bus itself. */
export const BUS_READERS: readonly (readonly [program: string, args: readonly string[]])[] = [
  [
    'gdbus',
    [
      ...`call --session --timeout ${TIMEOUT_S} --dest`.split(' '),
      WATCHER,
      '--object-path',
      PATH,
      '--method',
      GET,
      WATCHER,
      PROPERTY,
    ],
  ],
  ['busctl', ['--user', `--timeout=${TIMEOUT_S}`, '--auto-start=no', 'get-property', WATCHER, PATH, WATCHER, PROPERTY]],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply=literal',
      `--reply-timeout=${TIMEOUT_S * 1_000}`,
      `--dest=${WATCHER}`,
      PATH,
      GET,
      `string:${WATCHER}`,
      `string:${PROPERTY}`,
    ],
  ],
]

/**
 * Asks whether this desktop shows the icons that apps put into its tray. On Linux that is a host registered with the watcher
 * of the StatusNotifierItem specification, which GNOME has only with an extension, or else the older tray of X11; elsewhere
 * the system itself has a tray. False where nobody can say. Never rejects; answers within a few seconds.
 */
export async function hasTrayHost(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  readers = BUS_READERS,
): Promise<boolean> {
  if (platform !== 'linux') return true
  return (await hasNotifierHost(env, readers)) || (await hasX11Tray(env))
}

/**
 * The tray of the System Tray Protocol (freedesktop.org): the owner of a selection. Electron puts its icon there, by
 * GtkStatusIcon, where it finds no host for the other kind; that needs the window on X11 too, which it is not in a session
 * of Wayland.
 */
async function hasX11Tray(env: Parameters<typeof hasTrayHost>[1]): Promise<boolean> {
  if (env.WAYLAND_DISPLAY || env.XDG_SESSION_TYPE === 'wayland') return false
  // Loaded where it is needed, because a start has no use for it.
  const { hasSelectionOwner } = await import('./x11.ts')
  return hasSelectionOwner(env, (screen) => `_NET_SYSTEM_TRAY_S${screen}`).catch(() => false)
}

async function hasNotifierHost(env: Parameters<typeof hasTrayHost>[1], readers: typeof BUS_READERS): Promise<boolean> {
  const address = busAddress(env)
  if (address === null) return false
  const own = { PATH: env.PATH ?? '/usr/bin:/bin', DBUS_SESSION_BUS_ADDRESS: address }
  for (const [program, args] of readers) {
    const answer = await read(program, args, own)
    if (answer !== null) return answer
  }
  return false
}

/** Address of the session bus; null where there is none, because the programs would start one then. */
function busAddress({ DBUS_SESSION_BUS_ADDRESS: given, XDG_RUNTIME_DIR: runtime }: Parameters<typeof hasTrayHost>[1]) {
  if (given) return given
  const socket = runtime ? join(runtime, 'bus') : null
  return socket !== null && existsSync(socket) ? `unix:path=${socket}` : null
}

/** Null where there is no such program. */
function read(program: string, args: readonly string[], env: Record<string, string>): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: KILL_AFTER_MS, maxBuffer: 4_096 }, (error, stdout) => {
      if (error === null) resolve(/\btrue\b/u.test(stdout))
      else resolve(error.code === 'ENOENT' ? null : false)
    })
  })
}

/** Whether the desktop shows icons in a tray, as of when it was last asked. */
export class TrayHost {
  readonly #ask: () => Promise<boolean>
  readonly #onCame: () => void
  #isThere: boolean | null = null

  /** @param onCame called when there is a host where there was none: icons made before are not shown by it. */
  constructor({ ask, onCame }: { readonly ask: () => Promise<boolean>; readonly onCame: () => void }) {
    this.#ask = ask
    this.#onCame = onCame
  }

  get isThere(): boolean {
    return this.#isThere === true
  }

  /** Never rejects. */
  async refresh(): Promise<boolean> {
    const before = this.#isThere
    const isThere = await this.#ask()
    this.#isThere = isThere
    if (isThere && before === false) this.#onCame()
    return isThere
  }
}
