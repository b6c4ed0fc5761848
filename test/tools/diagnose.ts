import { runDiagnose } from './diagnose-run.ts'

process.exitCode = await runDiagnose(process.argv.slice(2))
