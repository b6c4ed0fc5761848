import { expectNoArguments, runScript } from '../command-line.ts'
import { resolveElectron } from '../electron/electron-runtime.ts'
import { packageApp } from './package-build.ts'

await runScript(async (args) => {
  expectNoArguments(args)
  process.stdout.write(`${await packageApp(await resolveElectron())}\n`)
  return 0
})
