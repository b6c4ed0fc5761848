import { runScript } from '../command-line.ts'
import { ensureDebianPackages, testPackages } from './debian-packages.ts'
import { runE2e, withDefaultProject } from './e2e-suite.ts'

await runScript(async (args) => {
  await ensureDebianPackages(testPackages)
  return runE2e({ args: withDefaultProject(args) })
})
