import { fileURLToPath } from 'node:url'
import { resolveElectron } from '../support/electron/electron-runtime.ts'
import { projectFolder } from '../support/project-paths.ts'
import { openDisplay } from '../support/run/display.ts'
import { treeMemoryMiB } from './process-tree.ts'
import { atMost, type Benchmark, median, type Row } from './report.ts'
import { openTimedWindow } from './timed-window.ts'

const ROUNDS = 7
const IDLE_MS = 30_000
const BARE_SCREEN = ['nav']
/** The navigation, and the first control to use. */
const FIRST_SCREEN = ['nav', 'main button']
const bareFolder = fileURLToPath(new URL('./bare-window', import.meta.url))

/** Compares spawn to usable first screen and memory at rest with a bare window of the same binary, in turn. */
export const startup: Benchmark = {
  name: 'startup',
  needsApp: true,
  run: async () => {
    const { executablePath } = await resolveElectron()
    const display = await openDisplay()
    try {
      return [...(await time(executablePath, display.env)), await memory(executablePath, display.env)]
    } finally {
      await display.stop()
    }
  },
}

async function time(executable: string, env: Readonly<Record<string, string>>): Promise<Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const a = await openTimedWindow(executable, bareFolder, env, BARE_SCREEN)
    await a.close()
    const b = await openTimedWindow(executable, projectFolder, env, FIRST_SCREEN)
    await b.close()
    // The first round fills the disk cache.
    if (round === 0) continue
    bare.push(a.readyMs)
    ours.push(b.readyMs)
  }
  const detail = `spawn to first screen, medians of ${ROUNDS}: Waypost ${median(ours).toFixed(0)} ms, bare window ${median(bare).toFixed(0)} ms`
  return [atMost('startup', median(ours) / median(bare), 1.5, '× bare window', detail)]
}

async function memory(executable: string, env: Readonly<Record<string, string>>): Promise<Row> {
  const bare = await openTimedWindow(executable, bareFolder, env, BARE_SCREEN)
  const ours = await openTimedWindow(executable, projectFolder, env, FIRST_SCREEN)
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
  const bareMiB = treeMemoryMiB(bare.pid)
  const oursMiB = treeMemoryMiB(ours.pid)
  await Promise.all([bare.close(), ours.close()])
  const detail = `whole process tree (PSS) after ${IDLE_MS / 1000} s idle: Waypost ${oursMiB.toFixed(0)} MiB, bare window ${bareMiB.toFixed(0)} MiB`
  return atMost('startup memory', oursMiB / bareMiB, 1.3, '× bare window', detail)
}
