import { projectFolder } from '../project-paths.ts'
import { programOf } from './package-programs.ts'
import { runVisibly } from './run-process.ts'
import { timedStep } from './timed-steps.ts'
import { reportFileOf, runVitest } from './vitest-suite.ts'

interface Check {
  readonly name: string
  run(): Promise<number>
}

function tool(name: string, packageName: string, program: string, ...args: string[]): Check {
  const run = (): Promise<number> =>
    runVisibly(process.execPath, [programOf(packageName, program), ...args], { cwd: projectFolder })
  return { name, run }
}

const checks: readonly Check[] = [
  // Without colours, because `ci` colours every single character in a pipe.
  tool('biome', '@biomejs/biome', 'biome', 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'),
  tool('types of main, preload and tests', 'typescript', 'tsc', '-p', 'tsconfig.node.json'),
  tool('types of the window', 'typescript', 'tsc', '-p', 'tsconfig.web.json'),
  tool('knip', 'knip', 'knip', '--no-config-hints'),
  tool(
    'knip of what ships, without the tests',
    'knip',
    'knip',
    '--production',
    '--no-config-hints',
    '--exclude',
    'dependencies',
  ),
  {
    name: 'regular expressions',
    run: () => runVisibly(process.execPath, ['test/support/regexes/check.ts'], { cwd: projectFolder }),
  },
  { name: 'unit tests', run: () => runVitest('unit', reportFileOf('unit')) },
]

/** Runs format, lint, types, unused code, regular expressions and unit tests in order; exit 1 at the first failure. */
export async function runChecks(): Promise<number> {
  for (const check of checks) {
    if ((await timedStep(check.name, check.run)) !== 0) return 1
  }
  return 0
}
