import { ARCHIVES_MANUAL } from './linux/archives.ts'
import { BINARIES_MANUAL } from './linux/binaries.ts'
import { CONTAINER_MANUAL } from './linux/containers.ts'
import { CONTENTS_MANUAL } from './linux/contents.ts'
import { DATA_MANUAL } from './linux/data.ts'
import { DISK_MANUAL } from './linux/disks.ts'
import { FILES_MANUAL } from './linux/files.ts'
import { FIREWALL_MANUAL } from './linux/firewall.ts'
import { GIT_MANUAL } from './linux/git.ts'
import { HARDWARE_MANUAL } from './linux/hardware.ts'
import { LANGUAGE_MANUAL } from './linux/languages.ts'
import { NETWORK_MANUAL } from './linux/network.ts'
import { NETWORK_CLIENT_MANUAL } from './linux/network-clients.ts'
import { NETWORK_PROBE_MANUAL } from './linux/network-probes.ts'
import { NETWORK_SERVICE_MANUAL } from './linux/network-services.ts'
import { PACKAGES_MANUAL } from './linux/packages.ts'
import { PROCESS_MANUAL } from './linux/processes.ts'
import { SCHEDULE_MANUAL } from './linux/schedule.ts'
import { SERVICE_MANUAL } from './linux/services.ts'
import { SHELL_MANUAL } from './linux/shell.ts'
import { SYSTEM_MANUAL } from './linux/system.ts'
import { TEXT_MANUAL } from './linux/text.ts'
import { VOLUME_MANUAL } from './linux/volumes.ts'
import { WIRELESS_MANUAL } from './linux/wireless.ts'
import { parseManual } from './parse-manual.ts'
import type { ReadForm, ReadProgram } from './read-form.ts'
import { CMD_MANUAL } from './windows/cmd.ts'
import { CMD_NETWORK_MANUAL } from './windows/cmd-network.ts'
import { CMD_SYSTEM_MANUAL } from './windows/cmd-system.ts'
import { POWERSHELL_MANUAL } from './windows/powershell.ts'
import { POWERSHELL_FILE_MANUAL } from './windows/powershell-files.ts'
import { POWERSHELL_FILTER_MANUAL } from './windows/powershell-filters.ts'
import { POWERSHELL_NETWORK_MANUAL } from './windows/powershell-network.ts'

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
  containers: CONTAINER_MANUAL,
  contents: CONTENTS_MANUAL,
  data: DATA_MANUAL,
  disks: DISK_MANUAL,
  files: FILES_MANUAL,
  firewall: FIREWALL_MANUAL,
  git: GIT_MANUAL,
  hardware: HARDWARE_MANUAL,
  languages: LANGUAGE_MANUAL,
  'network-clients': NETWORK_CLIENT_MANUAL,
  'network-probes': NETWORK_PROBE_MANUAL,
  'network-services': NETWORK_SERVICE_MANUAL,
  network: NETWORK_MANUAL,
  packages: PACKAGES_MANUAL,
  processes: PROCESS_MANUAL,
  schedule: SCHEDULE_MANUAL,
  services: SERVICE_MANUAL,
  shell: SHELL_MANUAL,
  system: SYSTEM_MANUAL,
  text: TEXT_MANUAL,
  volumes: VOLUME_MANUAL,
  wireless: WIRELESS_MANUAL,
}
const CMD: Readonly<Record<string, string>> = {
  'cmd-network': CMD_NETWORK_MANUAL,
  'cmd-system': CMD_SYSTEM_MANUAL,
  cmd: CMD_MANUAL,
}
const POWERSHELL: Readonly<Record<string, string>> = {
  'powershell-files': POWERSHELL_FILE_MANUAL,
  'powershell-filters': POWERSHELL_FILTER_MANUAL,
  'powershell-network': POWERSHELL_NETWORK_MANUAL,
  powershell: POWERSHELL_MANUAL,
}

/** Reads all lists. A program that stands in two of them is a fault. */
export function loadManuals(): Manuals {
  const faults: string[] = []
  const linux = readAll(LINUX, faults)
  const cmd = readAll(CMD, faults)
  for (const name of EVERYWHERE) {
    const program = linux.get(name)
    if (program && !cmd.has(name)) cmd.set(name, { ...program, forms: program.forms.map(withoutExamples) })
  }
  return { linux, cmd, powershell: readAll(POWERSHELL, faults), faults }
}

/** Programs that read the same arguments on Windows. */
const EVERYWHERE =
  'git docker docker-compose podman kubectl helm pip pip3 npm yarn pnpm node java go cargo mosquitto_sub nvidia-smi ssh'.split(
    ' ',
  )

/** Examples are written for a shell of Linux. */
const withoutExamples = (form: ReadForm): ReadForm => ({ ...form, match: [], noMatch: [] })

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
