import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ExecutorSettings } from './executor-options.ts'

const program = fileURLToPath(new URL('./executor-process.ts', import.meta.url))

export interface ExecutorOptions extends ExecutorSettings {
  readonly password?: string
}

/** A running executor process. */
export interface ExecutorHandle {
  readonly id: string
  readonly pid: number
  /** Resolves when it listens for commands and has said `online`; rejects with its reason when it ended before. */
  readonly ready: Promise<void>
  /** What it printed: one line per command received and per failure. */
  log(): string
  /** SIGTERM: it goes without a word to the broker, even in the middle of a command. Waits for the end. */
  stop(): Promise<void>
}

/** Starts a device that runs real shell commands, with the habits of the executors in the field. */
export function startExecutor({ password, ...settings }: ExecutorOptions): ExecutorHandle {
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'pipe'] })
  const endWithUs = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  child.stdin.on('error', () => undefined)
  child.stdin.end(password ?? '')
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(log.trim() || `The executor ended with ${code}.`)))
  })
  // Whoever does not wait for it must not be ended by its rejection.
  ready.catch(() => undefined)
  return {
    id: settings.id,
    pid: child.pid ?? 0,
    ready,
    log: () => log,
    stop: async () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}
