import { spawnSync } from 'node:child_process'

/** Answer of the executor to a command. */
export interface ShellAnswer {
  readonly success: boolean
  readonly output: string
  readonly error?: string
}

/**
 * Runs a command with `/bin/sh -c` and blocks this thread until its pipes close, like Python's `subprocess.run` with
 * `shell=True, capture_output=True, text=True`: a timeout kills the shell only and loses the output.
 */
export function runInShell(command: string, timeoutS: number): ShellAnswer {
  const outcome = spawnSync('/bin/sh', ['-c', command], {
    timeout: timeoutS * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (outcome.error && 'code' in outcome.error && outcome.error.code === 'ETIMEDOUT') {
    return { success: false, output: `Command timed out after ${timeoutS} seconds` }
  }
  if (outcome.error) return { success: false, output: outcome.error.message }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const stderr = decoder.decode(outcome.stderr)
    const answer = { success: outcome.status === 0, output: decoder.decode(outcome.stdout) }
    return stderr === '' ? answer : { ...answer, error: stderr }
  } catch {
    return { success: false, output: "'utf-8' codec can't decode byte: invalid start byte" }
  }
}
