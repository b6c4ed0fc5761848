import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findProgram } from '../run/debian-packages.ts'
import { capture } from '../run/run-process.ts'

const tool = new URL('../../tools/broker-files.ts', import.meta.url).pathname
const START_TIMEOUT_MS = 10_000

export interface ToolFile {
  readonly path: string
  readonly target: string | null
  readonly mode: string
  readonly owner: string
}

/** Output and exit code of `broker-files`. */
export interface ToolAnswer {
  readonly code: number | null
  readonly stderr: string
  readonly files: readonly ToolFile[]
  readonly commands: readonly { readonly step: string; readonly command: string }[]
  readonly warnings: readonly { readonly id: string }[]
  readonly problems: readonly { readonly field: string; readonly item: string | null }[]
}

/** Returns the command line of `broker-files`. */
export function brokerFilesCommand(args: readonly string[]): { program: string; args: string[] } {
  return { program: process.execPath, args: [tool, ...args] }
}

/** Runs `broker-files`; passwords go in over stdin. */
export async function runBrokerFiles(args: readonly string[], passwords: object | string = {}): Promise<ToolAnswer> {
  const command = brokerFilesCommand(args)
  const child = spawn(command.program, command.args, { stdio: ['pipe', 'pipe', 'pipe'] })
  // The tool may end before it reads stdin in a mode without passwords.
  child.stdin.on('error', () => undefined)
  child.stdin.end(typeof passwords === 'string' ? passwords : JSON.stringify(passwords))
  const [stdout, stderr] = [collect(child, 'stdout'), collect(child, 'stderr')]
  const [code] = (await once(child, 'close')) as [number | null]
  const nothing = { files: [], commands: [], warnings: [], problems: [] }
  const answer: Partial<ToolAnswer> = stdout().trim() === '' ? {} : JSON.parse(stdout())
  return { ...nothing, ...answer, code, stderr: stderr() }
}

function collect(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  const chunks: Buffer[] = []
  child[stream]?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}

/** A Mosquitto that runs on generated files. */
export interface GeneratedBroker {
  log(): string
  /** Places the current files again and makes the broker reload them (SIGHUP). */
  reload(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts Mosquitto as Debian does, from a main file that includes the generated one, with every target below `folder`.
 * Started by root, it gives up root for the account `mosquitto`, and the files have the owners that the tool
 * named, so that the broker can read no more here than on a real system.
 */
export async function startGenerated(
  folder: string,
  files: readonly ToolFile[],
  rewrite: (config: string) => string = (config) => config,
): Promise<GeneratedBroker> {
  const state = await mkdtemp(path.join(tmpdir(), 'waypost-generated-'))
  await chmod(state, 0o755)
  await chmod(folder, 0o755)
  const data = path.join(state, 'data')
  await mkdir(data)
  const ids = process.getuid?.() === 0 ? await mosquittoIds() : null
  if (ids !== null) await chown(data, ids.uid, ids.gid)
  const moved = (text: string) =>
    files.reduce(
      (config, { target, path: name }) =>
        target === null ? config : config.replaceAll(` ${target}\n`, ` ${path.join(folder, name)}\n`),
      text,
    )
  const placeFiles = async () => {
    for (const file of files) {
      const place = path.join(folder, file.path)
      if (file.target?.includes('/conf.d/')) await writeFile(place, rewrite(moved(await readFile(place, 'utf8'))))
      if (ids !== null && file.owner === 'mosquitto') await chown(place, ids.uid, ids.gid)
    }
  }
  await placeFiles()
  const config = files.find((file) => file.target?.includes('/conf.d/') === true)
  const main = path.join(state, 'mosquitto.conf')
  const lines = [
    `pid_file ${path.join(data, 'mosquitto.pid')}`,
    'persistence true',
    `persistence_location ${data}/`,
    'log_dest stderr',
    `include_dir ${path.dirname(path.join(folder, config?.path ?? ''))}`,
  ]
  await writeFile(main, `${lines.join('\n')}\n`)
  const mosquitto = await findProgram('mosquitto')
  if (mosquitto === undefined) throw new Error('mosquitto is not installed (Debian: apt-get install mosquitto)')
  const child = spawn(mosquitto, ['-c', main, '-v'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const log = collect(child, 'stderr')
  await untilRunning(child, log)
  return {
    log,
    reload: async () => {
      await placeFiles()
      child.kill('SIGHUP')
    },
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        child.kill()
        const again = setInterval(() => child.kill(), 200)
        await ended
        clearInterval(again)
      }
      await rm(state, { recursive: true, force: true })
    },
  }
}

async function untilRunning(child: ChildProcess, log: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Mosquitto did not start in time:\n${log()}`)), START_TIMEOUT_MS)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    child.stderr?.on('data', () => {
      if (/mosquitto version \S+ running/.test(log())) settle(resolve)
    })
    child.once('close', (code) => settle(() => reject(new Error(`Mosquitto ended with ${code}:\n${log()}`))))
  })
}

async function mosquittoIds(): Promise<{ uid: number; gid: number }> {
  const uid = await capture('id', ['-u', 'mosquitto'])
  const gid = await capture('id', ['-g', 'mosquitto'])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}
