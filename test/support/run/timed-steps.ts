import { inspect } from 'node:util'
import { SetupError, say } from '../command-line.ts'

/** Runs one named step and prints its outcome with its seconds; a thrown error counts as exit code 1. */
export async function timedStep(name: string, step: () => Promise<number>): Promise<number> {
  say(`\n▶ ${name}`)
  const startedMs = performance.now()
  const code = await step().catch((error: unknown) => {
    say(error instanceof SetupError ? error.message : inspect(error))
    return 1
  })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  say(code === 0 ? `✔ ${name} (${seconds} s)` : `✘ ${name} failed with ${code} (${seconds} s)`)
  return code
}
