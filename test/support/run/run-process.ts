import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Outcome of a finished process: text of both streams, exit code (null if a signal or the timeout ended it). */
export interface ProcessOutcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly isTimedOut: boolean
}

/** Runs a program to its end and keeps its output. Rejects only if the program cannot be started. */
export async function capture(
  file: string,
  args: readonly string[],
  options: SpawnOptions & { timeoutMs?: number } = {},
): Promise<ProcessOutcome> {
  const { timeoutMs, ...spawnOptions } = options
  const child = spawn(file, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
  let isTimedOut = false
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          isTimedOut = true
          child.kill('SIGKILL')
        }, timeoutMs)
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return {
      code,
      stdout: Buffer.concat(chunks.stdout).toString(),
      stderr: Buffer.concat(chunks.stderr).toString(),
      isTimedOut,
    }
  } finally {
    clearTimeout(timer)
  }
}

/** Meaningless lines of Chromium on machines without a desktop. */
export const chromiumNoise =
  /:ERROR:(bus|viz_main_impl|shared_image_interface_proxy|one_copy_raster_buffer_provider)\.cc\(/

export interface VisibleOptions extends SpawnOptions {
  /** Lines of its stderr to skip. */
  readonly hiddenErrors?: RegExp
  /** Time after which it gets SIGTERM. */
  readonly timeoutMs?: number
}

/**
 * Runs a program on this terminal and returns its exit code (1 if a signal ended it). Forwards SIGINT and SIGTERM, so
 * that Ctrl+C ends the child before this process.
 */
export async function runVisibly(file: string, args: readonly string[], options: VisibleOptions = {}): Promise<number> {
  const { hiddenErrors, timeoutMs, ...spawnOptions } = options
  const stdio: SpawnOptions['stdio'] = hiddenErrors === undefined ? 'inherit' : ['inherit', 'inherit', 'pipe']
  const child = spawn(file, args, { stdio, ...spawnOptions })
  if (hiddenErrors !== undefined && child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!hiddenErrors.test(line)) process.stderr.write(`${line}\n`)
    })
  }
  const passOn = (signal: NodeJS.Signals): void => {
    child.kill(signal)
  }
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill(), timeoutMs)
  process.on('SIGINT', passOn)
  process.on('SIGTERM', passOn)
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return code ?? 1
  } finally {
    clearTimeout(timer)
    process.off('SIGINT', passOn)
    process.off('SIGTERM', passOn)
  }
}

/** Finds the first line that names the error in npm's or tar's words, without their prefix. */
export function firstErrorLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  const line =
    lines.find((text) => /err/i.test(text) && !/^npm (error|ERR!) code/.test(text)) ?? lines.find((text) => text !== '')
  return line?.replace(/^npm (error|ERR!)\s*/, '') ?? 'no reason given'
}
