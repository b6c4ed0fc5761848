import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'

/** Longer outputs speak of failures that are not theirs: logs, manuals, listings. */
const SHORT_CHARS = 400

const FAILURE_WORDS =
  /\b(?:command not found|not found|no such (?:file|device|process|container|unit)|permission denied|access (?:is )?denied|operation not permitted|is not recognized|cannot (?:access|open|stat|execute|connect)|could not be found|unknown (?:command|option)|invalid option|unrecognized option|connection refused|read-only file system|no space left|segmentation fault|illegal option|must be root|are you root)\b/i

/** True for a success whose short text says that something failed, because many shells end a pipe with exit code 0. */
export function isDoubtful({ state, stdout, stderr }: CommandRecord): boolean {
  if (state !== 'succeeded' || stdout.length + stderr.length > SHORT_CHARS) return false
  return FAILURE_WORDS.test(`${stdout}\n${stderr}`)
}
