import { rm } from 'node:fs/promises'
import { expectNoArguments, runScript, say } from '../command-line.ts'
import { resolveElectron } from '../electron/electron-runtime.ts'
import { buildApp } from './build-app.ts'
import { brokerPackages, ensureDebianPackages, testPackages } from './debian-packages.ts'
import { type E2eProject, runE2e, withDefaultProject } from './e2e-suite.ts'
import { packageApp } from './package-build.ts'
import { runChecks } from './static-checks.ts'
import { type SuiteTotals, sumTotals, totalsOfSuite } from './suite-totals.ts'
import { timedStep } from './timed-steps.ts'
import { reportFileOf, resultsFolder, runVitest } from './vitest-suite.ts'

const failedStep: SuiteTotals = { passed: 0, failed: 1, skipped: 0 }
const passedStep: SuiteTotals = { passed: 0, failed: 0, skipped: 0 }

async function plainStep(name: string, step: () => Promise<unknown>): Promise<SuiteTotals> {
  const code = await timedStep(name, async () => {
    await step()
    return 0
  })
  return code === 0 ? passedStep : failedStep
}

async function suite(
  name: string,
  reportName: string,
  run: (reportFile: string) => Promise<number>,
): Promise<SuiteTotals> {
  const reportFile = reportFileOf(reportName)
  const code = await timedStep(name, () => run(reportFile))
  return totalsOfSuite(reportFile, code)
}

function e2e(project: E2eProject): (reportFile: string) => Promise<number> {
  return (reportFile) => runE2e({ args: withDefaultProject([], project), reportFile })
}

/** The suite that takes longer than `npm test` may. */
async function brokers(): Promise<SuiteTotals[]> {
  const packages = await plainStep('packages of the brokers', () => ensureDebianPackages(brokerPackages))
  return packages.failed > 0
    ? [packages]
    : [await suite('real brokers', 'brokers', (file) => runVitest('brokers', file))]
}

/** Runs the stages in order; goes on after a failed suite, and ends after a failed check or build. */
async function runStages(): Promise<SuiteTotals[]> {
  const packages = await plainStep('system packages', () => ensureDebianPackages(testPackages))
  if (packages.failed > 0) return [packages]
  // Fetched while the checks compute, because a test that needs it would wait beyond its limit for 196 MB.
  const fetched = plainStep('Electron', resolveElectron)
  const checks = await suite('check', 'unit', runChecks)
  const electron = await fetched
  if (checks.failed + electron.failed > 0) return [checks, electron]
  const build = await plainStep('build', buildApp)
  if (build.failed > 0) return [checks, build]
  const integration = await suite('integration tests', 'integration', (file) => runVitest('integration', file))
  const app = await suite('end-to-end tests', 'e2e', e2e('app'))
  const packaging = await plainStep('packaging', async () => packageApp(await resolveElectron()))
  if (packaging.failed > 0) return [checks, integration, app, packaging]
  const packaged = await suite('end-to-end tests of the packaged app', 'e2e-packaged', e2e('packaged'))
  return [checks, integration, app, packaged]
}

await runScript(async ([choice, ...rest]) => {
  if (choice !== '--with-brokers' && choice !== '--brokers') expectNoArguments(choice === undefined ? [] : [choice])
  expectNoArguments(rest)
  await rm(resultsFolder, { recursive: true, force: true })
  const stages = choice === '--brokers' ? [] : await runStages()
  const totals = sumTotals([...stages, ...(choice === undefined ? [] : await brokers())])
  if (totals.skipped > 0) say(`${totals.skipped} skipped`)
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
  return totals.failed === 0 ? 0 : 1
})
