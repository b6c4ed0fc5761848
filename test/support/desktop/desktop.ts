import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findProgram } from '../run/debian-packages.ts'

/** The one that Debian's packages with the D-Bus bindings belong to. */
const PYTHON = '/usr/bin/python3'
const program = fileURLToPath(new URL('./desktop.py', import.meta.url))

/** A notification as the app asked for it. */
export interface ShownNotification {
  readonly id: number
  readonly title: string
  readonly body: string
  /** Keys of its actions; `default` is a click on it. */
  readonly actions: readonly string[]
  /** Name of the app's desktop file without its ending. */
  readonly desktopEntry: string | null
}

interface TrayView {
  readonly toolTip: string
  /** `argb` is in hexadecimal, four bytes a pixel. */
  readonly icon: { readonly width: number; readonly height: number; readonly argb: string }
  readonly menu: readonly TrayLine[]
}

interface TrayLine {
  readonly id: number
  readonly label: string
  readonly isSeparator: boolean
  readonly isEnabled: boolean
}

/** What becomes of icons for the tray. `none`: nobody takes them, as on GNOME without an extension; `no-host`: nobody shows them. */
export type TrayKind = 'host' | 'no-host' | 'none'

/** A desktop of its own over D-Bus: what a session offers an app, without a screen. */
export interface TestDesktop {
  /** For the process of the app, which then reaches nothing of this machine's own desktop. */
  readonly env: Readonly<Record<string, string>>
  /** All notifications that were asked for, oldest first. */
  notified(): readonly ShownNotification[]
  /** Ids of the notifications that the app closed itself. */
  closed(): readonly number[]
  /** All counts that were put on an icon, oldest first, with the URI of the app. */
  badges(): readonly { readonly app: string; readonly count: number }[]
  /** How many locks hold up the sleep of the computer. */
  sleepLocks(): number
  /** Clicks a notification. */
  click(notificationId: number): Promise<void>
  /** What the tray shows; null while there is no item. */
  tray(): Promise<TrayView | null>
  /** Chooses a line of the tray's menu, as `tray` has it. */
  chooseInTray(lineId: number): Promise<void>
  /** Clicks the icon in the tray. */
  clickTray(): Promise<void>
  /** Brings the tray, or takes it away. */
  setTray(kind: TrayKind): Promise<void>
  /** Announces that the computer is going to sleep. */
  goToSleep(): Promise<void>
  /** Announces that it woke. */
  wakeUp(): Promise<void>
  stop(): Promise<void>
}

interface Answer {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Starts two buses and the services of a desktop on them. */
export async function startDesktop(tray: TrayKind = 'host'): Promise<TestDesktop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waypost-desktop-'))
  const config = path.join(folder, 'bus.conf')
  await writeFile(config, busConfig(folder))
  const started: ChildProcess[] = []
  const stop = async () => {
    for (const child of started.reverse()) await end(child)
    await rm(folder, { recursive: true })
  }
  try {
    const [session, system] = [await startBus(config, started), await startBus(config, started)]
    const child = spawn(PYTHON, ['-I', program, session, system, tray], { stdio: ['pipe', 'pipe', 'inherit'] })
    started.push(child)
    const services = new DesktopServices(child)
    await services.ready
    return services.desktop({ DBUS_SESSION_BUS_ADDRESS: session, DBUS_SYSTEM_BUS_ADDRESS: system }, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

/** The process of the services: what it told so far, and its answers. */
class DesktopServices {
  readonly #notified: ShownNotification[] = []
  readonly #closed: number[] = []
  readonly #badges: { readonly app: string; readonly count: number }[] = []
  #locks = 0
  readonly ready: Promise<void>
  readonly #child: ChildProcess
  readonly #answers = new Map<number, Answer>()
  #asked = 0
  #onReady: () => void = () => undefined

  constructor(child: ChildProcess) {
    this.#child = child
    this.ready = new Promise((resolve, reject) => {
      this.#onReady = resolve
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`the desktop ended with ${code}`)))
    })
    if (child.stdout === null) throw new Error('the desktop has no output')
    createInterface({ input: child.stdout }).on('line', (line) => this.#take(JSON.parse(line)))
  }

  desktop(env: TestDesktop['env'], stop: () => Promise<void>): TestDesktop {
    return {
      env,
      notified: () => this.#notified,
      closed: () => this.#closed,
      badges: () => this.#badges,
      sleepLocks: () => this.#locks,
      click: (notification) => this.#ask<void>({ do: 'click', notification }),
      tray: () => this.#ask<TrayView | null>({ do: 'tray' }),
      chooseInTray: (line) => this.#ask<void>({ do: 'choose', line }),
      clickTray: () => this.#ask<void>({ do: 'activate' }),
      setTray: (kind) => this.#ask<void>({ do: 'set-tray', kind }),
      goToSleep: () => this.#ask<void>({ do: 'sleep', isGoing: true }),
      wakeUp: () => this.#ask<void>({ do: 'sleep', isGoing: false }),
      stop,
    }
  }

  #ask<Value>(request: Readonly<Record<string, unknown>>): Promise<Value> {
    this.#asked += 1
    const id = this.#asked
    return new Promise<Value>((resolve, reject) => {
      this.#answers.set(id, { resolve: (value) => resolve(value as Value), reject })
      this.#child.stdin?.write(`${JSON.stringify({ id, ...request })}\n`)
    })
  }

  #take(message: Readonly<Record<string, unknown>>): void {
    const { event, id, value, error } = message
    if (event === 'ready') this.#onReady()
    else if (event === 'notified') this.#notified.push(message.notification as ShownNotification)
    else if (event === 'closed') this.#closed.push(Number(message.notification))
    else if (event === 'badge') this.#badges.push(message.badge as { app: string; count: number })
    else if (event === 'locks') this.#locks = Number(message.locks)
    else if (typeof id === 'number') {
      const answer = this.#answers.get(id)
      this.#answers.delete(id)
      if (error === undefined) answer?.resolve(value)
      else answer?.reject(new Error(String(error)))
    }
  }
}

/** Lets everybody of this account in, and starts no service by itself. */
function busConfig(folder: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>custom</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`
}

/** Returns the address of a new bus, whose process it adds to those that are to be ended. */
async function startBus(config: string, started: ChildProcess[]): Promise<string> {
  const daemon = await findProgram('dbus-daemon')
  if (daemon === undefined) throw new Error('dbus-daemon is not installed')
  const bus = spawn(daemon, [`--config-file=${config}`, '--nofork', '--print-address'])
  started.push(bus)
  const endWithUs = (): void => void bus.kill()
  process.once('exit', endWithUs)
  bus.once('exit', () => process.off('exit', endWithUs))
  let complaint = ''
  bus.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500)
  })
  for await (const address of createInterface({ input: bus.stdout })) return address
  throw new Error(`dbus-daemon printed no address: ${complaint}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
