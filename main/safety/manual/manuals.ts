import { DISK_MANUAL } from './linux/disks.ts'
import { parseManual } from './parse-manual.ts'
import type { ReadProgram } from './read-form.ts'

/** The manuals of all programs that may be `read`, by shell, and what is wrong in them. */
export interface Manuals {
  readonly linux: ReadonlyMap<string, ReadProgram>
  readonly cmd: ReadonlyMap<string, ReadProgram>
  readonly powershell: ReadonlyMap<string, ReadProgram>
  readonly faults: readonly string[]
}

const LINUX: Readonly<Record<string, string>> = { disks: DISK_MANUAL }
const CMD: Readonly<Record<string, string>> = {}
const POWERSHELL: Readonly<Record<string, string>> = {}

/** Reads all lists. A program that stands in two of them is a fault. */
export function loadManuals(): Manuals {
  const faults: string[] = []
  return {
    linux: readAll(LINUX, faults),
    cmd: readAll(CMD, faults),
    powershell: readAll(POWERSHELL, faults),
    faults,
  }
}

/** The texts that the classifier's version is made of. */
export const MANUAL_TEXTS: readonly unknown[] = [LINUX, CMD, POWERSHELL]

function readAll(texts: Readonly<Record<string, string>>, faults: string[]): Map<string, ReadProgram> {
  const programs = new Map<string, ReadProgram>()
  for (const [origin, text] of Object.entries(texts)) {
    const manual = parseManual(text, origin)
    faults.push(...manual.faults)
    for (const program of manual.programs) {
      if (programs.has(program.name)) faults.push(`${origin}: ${program.name} stands in two manuals`)
      else programs.set(program.name, program)
    }
  }
  return programs
}
