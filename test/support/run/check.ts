import { expectNoArguments, runScript } from '../command-line.ts'
import { runChecks } from './static-checks.ts'

await runScript(async (args) => {
  expectNoArguments(args)
  return runChecks()
})
