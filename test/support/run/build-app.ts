import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { SetupError, say } from '../command-line.ts'
import { projectFolder } from '../project-paths.ts'
import { programOf } from './package-programs.ts'
import { runVisibly } from './run-process.ts'

const SOURCES = ['main', 'preload', 'renderer', 'resources', 'package.json', 'package-lock.json']
const CONFIGURATION = ['electron.vite.config.ts', 'postcss.config.js', 'tsconfig.base.json']

/** Builds main, preload and renderer into out/, readable for every user of the machine. */
export async function buildApp(): Promise<void> {
  process.umask(0o022)
  // Its report goes to stderr, because stdout belongs to the app that may run next.
  const code = await runVisibly(process.execPath, [programOf('electron-vite', 'electron-vite'), 'build'], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0) throw new SetupError('The build failed: correct what electron-vite names above and run again.')
}

/** Builds only if a source is newer than the last build, or if there was none. */
export async function buildAppIfStale(): Promise<void> {
  const built = await Promise.all(['out/main', 'out/preload', 'out/renderer'].map((folder) => newestMs(folder)))
  const oldestBuildMs = Math.min(...built)
  const sourceMs = Math.max(...(await Promise.all([...SOURCES, ...CONFIGURATION].map((source) => newestMs(source)))))
  if (oldestBuildMs > sourceMs) return
  say('Building the app …')
  await buildApp()
}

/** Returns the latest modification in a file or folder of the project, in epoch ms; 0 if it is missing. */
async function newestMs(name: string): Promise<number> {
  const full = path.join(projectFolder, name)
  const own = await stat(full).catch(() => undefined)
  if (own === undefined) return 0
  if (!own.isDirectory()) return own.mtimeMs
  const entries = await readdir(full, { recursive: true, withFileTypes: true })
  const times = entries.map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).mtimeMs)
  return Math.max(own.mtimeMs, ...(await Promise.all(times)))
}
