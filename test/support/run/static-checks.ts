import { projectFolder } from '../project-paths.ts'
import { programOf } from './package-programs.ts'
import { capture } from './run-process.ts'
import { timedStep } from './timed-steps.ts'
import { reportFileOf, runVitest } from './vitest-suite.ts'

interface Check {
  readonly name: string
  readonly file: string
  readonly args: readonly string[]
}

function tool(name: string, packageName: string, program: string, ...args: string[]): Check {
  return { name, file: process.execPath, args: [programOf(packageName, program), ...args] }
}

/** Each computes on one core alone, the longest first. */
const checks: readonly Check[] = [
  tool('types of main, preload and tests', 'typescript', 'tsc', '-p', 'tsconfig.node.json'),
  tool('types of the window', 'typescript', 'tsc', '-p', 'tsconfig.web.json'),
  // Without colours, because `ci` colours every single character in a pipe.
  tool('biome', '@biomejs/biome', 'biome', 'ci', '--colors=off', '.'),
  tool('knip', 'knip', 'knip', '--treat-config-hints-as-errors'),
  tool(
    'knip of what ships, without the tests',
    'knip',
    'knip',
    '--production',
    '--no-config-hints',
    '--exclude',
    'dependencies',
  ),
  { name: 'regular expressions', file: process.execPath, args: ['test/support/regexes/check.ts'] },
]

/** Says what a check found once it ended, because the lines of two at once would mix. */
async function runCheck({ name, file, args }: Check): Promise<number> {
  return timedStep(name, async () => {
    const { code, stdout, stderr } = await capture(file, args, { cwd: projectFolder })
    process.stdout.write(stdout)
    process.stderr.write(stderr)
    return code ?? 1
  })
}

/** Runs format, lint, types, unused code and regular expressions on two cores, then the unit tests; exit 1 after a failure. */
export async function runChecks(): Promise<number> {
  const waiting = [...checks]
  let worst = 0
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      worst = Math.max(worst, await runCheck(check))
  }
  await Promise.all([work(), work()])
  return worst === 0 ? timedStep('unit tests', () => runVitest('unit', reportFileOf('unit'))) : 1
}
