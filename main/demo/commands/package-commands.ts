import { type CommandOutcome, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const NEWER: Readonly<Record<string, string>> = {
  curl: '7.88.1-10+deb12u8',
  openssl: '3.0.16-1~deb12u1',
  tzdata: '2025b-0+deb12u1',
}
const DPKG_HEAD = [
  'Desired=Unknown/Install/Remove/Purge/Hold',
  '| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend',
  '|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)',
  '||/ Name           Version            Architecture Description',
  '+++-==============-==================-============-=================================',
]

const apt: SimulatedCommand = ({ machine, args }) => {
  const { flags, rest } = readArguments(args)
  const [verb = '', ...names] = rest
  const outdated = Object.entries(NEWER).filter(([name, version]) => machine.packages.get(name) !== version)
  const summary = (upgraded: number, added: number) =>
    `${upgraded} upgraded, ${added} newly installed, 0 to remove and 0 not upgraded.`
  if (verb === 'list') {
    const rows = outdated.map(
      ([name, version]) =>
        `${name}/stable-security ${version} ${machine.packageArchitecture} [upgradable from: ${machine.packages.get(name)}]`,
    )
    return { stdout: textOf(['Listing...', ...(flags.has('--upgradable') ? rows : [])]) }
  }
  if (verb === 'update') {
    return {
      stdout: textOf(['Hit:1 http://deb.debian.org/debian bookworm InRelease', 'Reading package lists...']),
      durationMs: 900,
    }
  }
  if (verb === 'clean') {
    machine.cleanPackages()
    return {}
  }
  if (/^(?:upgrade|full-upgrade|dist-upgrade)$/.test(verb)) {
    for (const [name, version] of outdated) machine.packages.set(name, version)
    const rows = outdated.map(([name, version]) => `Setting up ${name} (${version}) ...`)
    return { stdout: textOf(['Reading package lists...', summary(outdated.length, 0), ...rows]), durationMs: 2_000 }
  }
  if (/^(?:remove|purge)$/.test(verb)) return removed(machine.packages, names)
  if (verb === 'autoremove') return { stdout: textOf(['Reading package lists...', summary(0, 0)]) }
  if (verb !== 'install') return { stderr: `E: Invalid operation ${verb}\n`, exitCode: 100 }
  if (flags.has('--only-upgrade')) {
    const skipped = names.filter((name) => !machine.packages.has(name))
    const rows = skipped.map((name) => `Skipping ${name}, it is not installed and only upgrades are requested.`)
    return { stdout: textOf(['Reading package lists...', ...rows, summary(0, 0)]), durationMs: 900 }
  }
  return install(machine.packages, names, summary)
}

/** Installs what its small archive holds. */
function install(
  packages: Map<string, string>,
  names: readonly string[],
  summary: (upgraded: number, added: number) => string,
): CommandOutcome {
  const unknown = names.find((name) => !/^[a-z0-9][a-z0-9+.-]+$/.test(name) || name.startsWith('no'))
  if (names.length === 0) return { stdout: textOf([summary(0, 0)]) }
  if (unknown !== undefined) return { stderr: `E: Unable to locate package ${unknown}\n`, exitCode: 100 }
  const added = names.filter((name) => !packages.has(name))
  for (const name of added) packages.set(name, '1.0-1')
  const rows = added.map((name) => `Setting up ${name} (1.0-1) ...`)
  return { stdout: textOf(['Reading package lists...', summary(0, added.length), ...rows]), durationMs: 1_500 }
}

/** What is not installed is named, and nothing happens. */
function removed(packages: Map<string, string>, names: readonly string[]): CommandOutcome {
  const rows = names.map((name) =>
    packages.delete(name) ? `Removing ${name} ...` : `Package '${name}' is not installed, so not removed`,
  )
  return { stdout: textOf(['Reading package lists...', ...rows]), durationMs: 1_200 }
}

const dpkgQuery: SimulatedCommand = ({ machine, args }) => {
  if (args[0] === '-S') return ownerOf(args[1] ?? '')
  if (args[0] === '-L') {
    return machine.packages.has(args[1] ?? '')
      ? { stdout: textOf(['/.', '/usr/share/doc', `/usr/share/doc/${args[1]}/copyright`]) }
      : { stderr: `dpkg-query: package '${args[1]}' is not installed\n`, exitCode: 1 }
  }
  const { rest } = readArguments(args)
  const [name] = rest
  const shown = [...machine.packages].filter(([other]) => name === undefined || other === name).sort()
  if (shown.length === 0) return { stderr: `dpkg-query: no packages found matching ${name}\n`, exitCode: 1 }
  const rows = shown.map(
    ([other, version]) =>
      `ii  ${other.padEnd(14)} ${version.padEnd(18)} ${machine.packageArchitecture.padEnd(12)} ${other}`,
  )
  return { stdout: textOf([...DPKG_HEAD, ...rows]) }
}

/** A few programs by their packages; others came with none. */
const OWNERS: Readonly<Record<string, string>> = {
  '/usr/bin/vcgencmd': 'raspi-utils-core',
  '/etc/mosquitto/mosquitto.conf': 'mosquitto',
}

function ownerOf(path: string): CommandOutcome {
  const owner = OWNERS[path]
  return owner === undefined
    ? { stderr: `dpkg-query: no path found matching pattern ${path}\n`, exitCode: 1 }
    : { stdout: `${owner}: ${path}\n` }
}

/** Commands for packages: what is there, what is newer, and installing. */
export const PACKAGE_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  apt,
  'apt-get': apt,
  'dpkg-query': dpkgQuery,
  dpkg: dpkgQuery,
}
