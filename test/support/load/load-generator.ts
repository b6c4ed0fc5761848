import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A fleet of legacy devices in one process. */
export interface LoadOptions {
  readonly host: string
  readonly port: number
  readonly devices: number
  /** Heartbeats a second of all devices together; null is as fast as the broker accepts them. */
  readonly perS: number | null
  /** Heartbeats in all; null is until `stop`. */
  readonly total: number | null
}

/** Devices that answer every command at once. */
export interface EchoOptions {
  readonly host: string
  readonly port: number
  /** Size of an output, and the number of different ones. */
  readonly outputBytes: number
  readonly variants: number
  /** The device that alone answers another text. */
  readonly oddDeviceId?: string
  /** Private key (PEM) with which all of them sign their results; absent signs none. */
  readonly keyPem?: string | null
}

export interface Load {
  /** Starts sending. */
  go(): void
  /** Resolves with the number of messages sent, once all of `total` are out. */
  readonly done: Promise<number>
  /** Stops sending; resolves with the number of messages sent, all written to the network. */
  stop(): Promise<number>
}

/** Order for the process of the fleet. */
export type LoadOrder = ({ readonly kind: 'heartbeats' } & LoadOptions) | ({ readonly kind: 'echo' } & EchoOptions)
export type LoadCommand = 'go' | 'stop'
export type LoadReport = { readonly kind: 'ready' } | { readonly kind: 'done' | 'stopped'; readonly sent: number }

/** Returns the id of a device of the fleet, from 0. */
export function loadDeviceId(index: number): string {
  return `dev_${String(index).padStart(6, '0')}`
}

/** Starts the process; resolves when it is connected, before anything is sent. */
export async function startLoad(options: LoadOptions): Promise<Load> {
  const child = await start({ kind: 'heartbeats', ...options })
  const order = (command: LoadCommand): void => {
    child.send(command)
  }
  const done = reportOf(child, 'done')
  // A stopped fleet is never done.
  done.catch(() => undefined)
  let stopping: Promise<number> | null = null
  const stop = async (): Promise<number> => {
    const stopped = reportOf(child, 'stopped')
    order('stop')
    const sent = await stopped
    await end(child)
    return sent
  }
  return {
    go: () => order('go'),
    done,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** Starts devices that echo; resolves when they listen. */
export async function startEcho(options: EchoOptions): Promise<{ stop(): Promise<void> }> {
  const child = await start({ kind: 'echo', ...options })
  return { stop: () => end(child) }
}

async function start(order: LoadOrder): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('./load-process.ts', import.meta.url))
  const child = fork(program, [JSON.stringify(order)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const endWithUs = (): void => {
    child.kill()
  }
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  await reportOf(child, 'ready')
  return child
}

function reportOf(child: ChildProcess, kind: LoadReport['kind']): Promise<number> {
  return new Promise((resolve, reject) => {
    const onMessage = (report: LoadReport): void => {
      if (report.kind !== kind) return
      child.off('message', onMessage)
      resolve('sent' in report ? report.sent : 0)
    }
    child.on('message', onMessage)
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill()
  await exited
}
