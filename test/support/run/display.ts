import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { SetupError } from '../command-line.ts'
import { findProgram } from './debian-packages.ts'

/** A display for windows. `env` is the environment of a process that uses it; `stop` ends its server, if any. */
export interface Display {
  readonly env: Readonly<Record<string, string>>
  readonly isVirtual: boolean
  stop(): Promise<void>
}

/** True if this process has a screen for windows (always on Windows and macOS). */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/** Returns the present screen, or a virtual one (Xvfb on a free display number) without one. */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, isVirtual: false, stop: async () => undefined }
  return startVirtualDisplay()
}

/**
 * Starts Xvfb, which chooses a free display number itself. It listens on a local socket only; `-ac` admits the ordinary
 * user of the tests, unless other arguments are given.
 */
export async function startVirtualDisplay(...more: readonly string[]): Promise<Display> {
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1440x900x24',
    '-nolisten',
    'tcp',
    '-noreset',
    ...(more.length > 0 ? more : ['-ac']),
  ]
  const program = await findProgram('Xvfb')
  if (program === undefined) {
    throw new SetupError('There is no display and Xvfb is not installed: install it (Debian: apt-get install xvfb).')
  }
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const endWithUs = (): void => {
    server.kill()
  }
  process.once('exit', endWithUs)
  const number = await displayNumber(server)
  return {
    env: { DISPLAY: `:${number}` },
    isVirtual: true,
    stop: async () => {
      process.off('exit', endWithUs)
      if (server.exitCode !== null || server.signalCode !== null) return
      const exited = once(server, 'exit')
      server.kill()
      await exited
    },
  }
}

async function displayNumber(server: ChildProcess): Promise<string> {
  let complaint = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500)
  })
  const answered = new Promise<string>((resolve) => {
    let text = ''
    const pipe = server.stdio[3] as Readable
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.trim())
    })
  })
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', reject)
    server.once('close', (code) => {
      reject(new SetupError(`There is no display and Xvfb ended with ${code}: ${complaint.trim().split('\n').at(-1)}`))
    })
  })
  return Promise.race([answered, failed])
}
