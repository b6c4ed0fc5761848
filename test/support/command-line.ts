const OLDEST_NODE: readonly [number, number] = [22, 18]

/** A failure whose message is one sentence with the next step, printed without a stack. */
export class SetupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SetupError'
  }
}

/** Prints one line on stderr, because stdout belongs to the output of the script. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** True if this Node version runs TypeScript directly (22.18 and newer). */
export function canRunTypeScript(nodeVersion: string): boolean {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

/**
 * Runs a script: its number becomes the exit code, a SetupError becomes one line and exit 1, any other error is a bug
 * and keeps its stack. Exit 2 if Node is too old.
 */
export async function runScript(script: (args: readonly string[]) => Promise<number>): Promise<void> {
  if (!canRunTypeScript(process.versions.node)) {
    say(
      `Node ${process.versions.node} is too old for this script: run it through npm (npm run …), which brings its own.`,
    )
    process.exit(2)
  }
  try {
    process.exitCode = await script(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
  // A library may end the process with 0 on `beforeExit` (electron-builder does), which would hide a failure.
  process.exit()
}

/** Refuses arguments of a script without any, because a mistyped flag must not be ignored. */
export function expectNoArguments(args: readonly string[]): void {
  if (args.length > 0) throw new SetupError(`Unknown argument ${JSON.stringify(args[0])}: this command takes none.`)
}
