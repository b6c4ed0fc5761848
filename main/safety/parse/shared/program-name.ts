import type { Arg } from './arguments.ts'
import { patternsMeet } from './globs.ts'

/** Directories whose programs are taken for what their name says. */
const SYSTEM_PLACE =
  /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$|^\/opt\/vc\/bin\/[^/]+$|^\/usr\/(?:games|lib\/[a-z]+)\/[^/]+$/

/** A program as written: its base name, and whether it lies in a directory of the system. */
export interface ProgramName {
  readonly name: string
  readonly isSystemPlace: boolean
}

/**
 * Reads the program's name from the first word of a command.
 *
 * Handles: paths in and outside of the system directories, doubled slashes.
 * @example `/bin//rm -rf /` → forbidden
 * @example `./df` → unknown
 */
export function programName(arg: Arg): ProgramName {
  const text = arg.value
  if (!text.includes('/')) return { name: text, isSystemPlace: true }
  const collapsed = text.replace(/\/(?:\.?\/)+/g, '/')
  return { name: collapsed.slice(collapsed.lastIndexOf('/') + 1), isSystemPlace: SYSTEM_PLACE.test(collapsed) }
}

const PLACES = [
  ['', 'bin'],
  ['', 'usr', 'bin'],
  ['', 'sbin'],
  ['', 'usr', 'sbin'],
  ['', 'usr', 'local', 'bin'],
  ['.'],
  [],
]

/** Programs that a name with wildcards can mean, among the names given. */
export function namesMeeting(pattern: string, names: readonly string[]): string[] {
  const segments = pattern.split('/')
  const last = segments.pop() ?? ''
  const isPlace = PLACES.some(
    (place) => place.length === segments.length && place.every((part, i) => patternsMeet(segments[i] ?? '', part)),
  )
  return isPlace ? names.filter((name) => patternsMeet(last, name)) : []
}
