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
  /** Resolves once it listens for commands and has sent `online`; rejects with its reason if it ends before. */
  readonly ready: Promise<void>
  /** Returns its output: one line for each command received and each failure. */
  log(): string
  /** Ends it by SIGTERM, without a DISCONNECT, even during a command; waits for the end. */
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
  // Handled here, because an unawaited rejection would end the process.
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
