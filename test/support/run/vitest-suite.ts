import path from 'node:path'
import { projectFolder } from '../project-paths.ts'
import { programOf } from './package-programs.ts'
import { runVisibly } from './run-process.ts'

/** Folder of reports and traces; outside version control. */
export const resultsFolder = path.join(projectFolder, 'test-results')

/** Compiled modules of tools that tests start as programs: half of the time of each is its compilation. */
const compileCache = path.join(projectFolder, 'node_modules', '.cache', 'waypost-node')

/** Runs a suite of vitest.config.ts, writes a JSON report and returns the exit code. */
export async function runVitest(suite: 'unit' | 'integration' | 'brokers', reportFile: string): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const args = [programOf('vitest', 'vitest'), 'run', '--project', `${suite}*`, ...reporters]
  return runVisibly(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
}

/** Returns the path of the JSON report of a suite. */
export function reportFileOf(suite: string): string {
  return path.join(resultsFolder, `${suite}.json`)
}
