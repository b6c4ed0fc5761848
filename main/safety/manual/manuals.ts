import { ARCHIVES_MANUAL } from './linux/archives.ts'
import { BINARIES_MANUAL } from './linux/binaries.ts'
import { CONTENTS_MANUAL } from './linux/contents.ts'
import { DISK_MANUAL } from './linux/disks.ts'
import { FILES_MANUAL } from './linux/files.ts'
import { FIREWALL_MANUAL } from './linux/firewall.ts'
import { NETWORK_MANUAL } from './linux/network.ts'
import { NETWORK_CLIENT_MANUAL } from './linux/network-clients.ts'
import { NETWORK_PROBE_MANUAL } from './linux/network-probes.ts'
import { NETWORK_SERVICE_MANUAL } from './linux/network-services.ts'
import { SCHEDULE_MANUAL } from './linux/schedule.ts'
import { SHELL_MANUAL } from './linux/shell.ts'
import { TEXT_MANUAL } from './linux/text.ts'
import { WIRELESS_MANUAL } from './linux/wireless.ts'
import { parseManual } from './parse-manual.ts'
import type { ReadProgram } from './read-form.ts'

/** The manuals of all programs that may be `read`, by shell, and what is wrong in them. */
export interface Manuals {
  readonly linux: ReadonlyMap<string, ReadProgram>
  readonly cmd: ReadonlyMap<string, ReadProgram>
  readonly powershell: ReadonlyMap<string, ReadProgram>
  readonly faults: readonly string[]
}

const LINUX: Readonly<Record<string, string>> = {
  archives: ARCHIVES_MANUAL,
  binaries: BINARIES_MANUAL,
  contents: CONTENTS_MANUAL,
  disks: DISK_MANUAL,
  files: FILES_MANUAL,
  firewall: FIREWALL_MANUAL,
  'network-clients': NETWORK_CLIENT_MANUAL,
  'network-probes': NETWORK_PROBE_MANUAL,
  'network-services': NETWORK_SERVICE_MANUAL,
  network: NETWORK_MANUAL,
  schedule: SCHEDULE_MANUAL,
  shell: SHELL_MANUAL,
  text: TEXT_MANUAL,
  wireless: WIRELESS_MANUAL,
}
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
