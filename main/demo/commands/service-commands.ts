import { journalText, type SimulatedMachine, type SimulatedService } from '../machine.ts'
import { type CommandOutcome, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const systemctl: SimulatedCommand = ({ machine, args, now }) => {
  const { flags, values, rest } = readArguments(args, ['--state', '--type', '-n', '-t'])
  const [verb = 'list-units', ...names] = rest
  if (flags.has('--failed') || values.get('--state') === 'failed') return listUnits(machine, 'failed')
  if (verb === 'list-units') return listUnits(machine, values.get('--state') === 'running' ? 'active' : null)
  if (verb === 'list-unit-files') return listUnitFiles(machine)
  if (verb === 'daemon-reload' || verb === 'reset-failed') return {}
  if (verb === 'mask' || verb === 'unmask') return {}
  if (verb === 'reboot') return { effect: 'reboot' }
  if (verb === 'poweroff') return { effect: 'shutdown' }
  if (verb === 'list-timers') return { stdout: '0 timers listed.\n' }
  const name = (names[0] ?? '').replace(/\.service$/, '')
  if (name === '') return { stderr: 'Too few arguments.\n', exitCode: 1 }
  const service = machine.services.get(name)
  if (verb === 'is-active') return activeStates(machine, names)
  if (verb === 'is-enabled') return stateOf(service === undefined ? 'not-found' : 'enabled', service !== undefined)
  if (verb === 'status') return status(machine, name, service, now)
  if (verb === 'show') return show(name, service)
  if (service === undefined) {
    return { stderr: `Failed to ${verb} ${name}.service: Unit ${name}.service not found.\n`, exitCode: 5 }
  }
  if (verb === 'cat') return { stdout: unitFile(name, service) }
  if (flags.has('--now')) machine.setService(name, verb === 'enable' ? 'start' : 'stop', now)
  if (verb === 'enable' || verb === 'disable') return {}
  if (verb === 'reload') return {}
  if (verb !== 'start' && verb !== 'stop' && verb !== 'restart') {
    return { stderr: `Unknown command verb ${verb}.\n`, exitCode: 1 }
  }
  machine.setService(name, verb, now)
  return { durationMs: 350 }
}

/** Its unit file, in the order of those that packages bring. */
function unitFile(name: string, { description, command }: SimulatedService): string {
  return textOf([
    `# /lib/systemd/system/${name}.service`,
    '[Unit]',
    `Description=${description}`,
    'After=network-online.target',
    '',
    '[Service]',
    `ExecStart=${command}`,
    'Restart=on-failure',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ])
}

/** The state of each unit; the clock is kept by one that is no service of the story. */
function activeStates(machine: SimulatedMachine, names: readonly string[]): CommandOutcome {
  const states = names.map((name) => {
    const unit = name.replace(/\.service$/, '')
    if (unit === 'systemd-timesyncd') return machine.isTimeSynced ? 'active' : 'inactive'
    return machine.services.get(unit)?.state ?? 'inactive'
  })
  return { stdout: textOf(states), exitCode: states.includes('active') ? 0 : 3 }
}

function stateOf(text: string, isGood: boolean): CommandOutcome {
  return { stdout: `${text}\n`, exitCode: isGood ? 0 : 3 }
}

function listUnits(machine: SimulatedMachine, state: SimulatedService['state'] | null): CommandOutcome {
  const units = [...machine.services].filter(([, service]) => state === null || service.state === state)
  const mark = (service: SimulatedService) => (service.state === 'failed' ? '●' : ' ')
  const sub = { active: 'running', inactive: 'dead   ', failed: 'failed ' }
  const rows = units.map(
    ([name, service]) =>
      `${mark(service)} ${`${name}.service`.padEnd(28)} loaded ${service.state.padEnd(8)} ${sub[service.state]} ${service.description}`,
  )
  return {
    stdout: textOf([
      `  ${'UNIT'.padEnd(28)} LOAD   ACTIVE   SUB     DESCRIPTION`,
      ...rows,
      '',
      `${units.length} loaded units listed.`,
    ]),
  }
}

/** Every service of the story starts with its machine. */
function listUnitFiles(machine: SimulatedMachine): CommandOutcome {
  const names = [...machine.services.keys()].map((name) => `${`${name}.service`.padEnd(28)} enabled enabled`)
  return {
    stdout: textOf([`${'UNIT FILE'.padEnd(28)} STATE   PRESET`, ...names, '', `${names.length} unit files listed.`]),
  }
}

function status(
  machine: SimulatedMachine,
  name: string,
  service: SimulatedService | undefined,
  now: number,
): CommandOutcome {
  if (service === undefined) return { stderr: `Unit ${name}.service could not be found.\n`, exitCode: 4 }
  const since = `${new Date(service.changedAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  const age = ago(now - service.changedAt)
  const state = {
    active: 'active (running)',
    inactive: 'inactive (dead)',
    failed: 'failed (Result: exit-code)',
  }[service.state]
  const lines = [
    `${service.state === 'failed' ? '×' : service.state === 'active' ? '●' : '○'} ${name}.service - ${service.description}`,
    `     Loaded: loaded (/lib/systemd/system/${name}.service; enabled; preset: enabled)`,
    `     Active: ${state} since ${since}; ${age} ago`,
  ]
  if (service.state === 'active') {
    lines.push(`   Main PID: ${service.pid} (${name})`, '      Tasks: 4', `     Memory: ${service.memoryMb}.0M`)
  }
  const log = machine.journal.filter((line) => line.unit === name).slice(-5)
  lines.push('', ...log.map((line) => journalText(line, machine.facts.hostname)))
  return { stdout: textOf(lines), exitCode: service.state === 'active' ? 0 : 3 }
}

/** The properties that are asked for when somebody wants to know whether a service was started anew. */
function show(name: string, service: SimulatedService | undefined): CommandOutcome {
  const since = service?.state === 'active' ? timestamp(service.changedAt) : ''
  return {
    stdout: textOf([
      `Id=${name}.service`,
      `ActiveState=${service?.state ?? 'inactive'}`,
      `ActiveEnterTimestamp=${since}`,
      'NRestarts=0',
    ]),
  }
}

/** As systemd writes it (systemd.time(7)): `Wed 2026-03-04 05:06:07 UTC`. */
function timestamp(at: number): string {
  const date = new Date(at)
  const day = date.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })
  return `${day} ${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 120) return `${seconds}s`
  if (seconds < 7200) return `${Math.floor(seconds / 60)}min`
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)} days`
}

const journalctl: SimulatedCommand = ({ machine, args }) => {
  const { values, rest } = readArguments(args, [
    '-u',
    '-n',
    '-p',
    '-t',
    '-g',
    '--since',
    '--unit',
    '--lines',
    '--priority',
  ])
  const vacuum = args.find((arg) => arg.startsWith('--vacuum-size='))
  if (vacuum !== undefined) return vacuumed(machine, vacuum)
  if (args.some((arg) => arg.startsWith('--vacuum-time=')))
    return { stdout: 'Vacuuming done, freed 0B of archived journals.\n' }
  if (args.includes('--disk-usage')) {
    return { stdout: `Archived and active journals take up ${machine.journalMb}.0M in the file system.\n` }
  }
  const unit = args.includes('-k')
    ? 'kernel'
    : (values.get('-u') ?? values.get('--unit') ?? values.get('-t'))?.replace(/\.service$/, '')
  const onlyErrors = values.has('-p') || values.has('--priority')
  const words = values.get('-g')?.toLowerCase().split('|')
  const fitting = machine.journal.filter(
    (line) =>
      (unit === undefined || line.unit === unit) &&
      (!onlyErrors || line.isError) &&
      (words === undefined || words.some((word) => line.text.toLowerCase().includes(word))),
  )
  const count = Number(values.get('-n') ?? values.get('--lines') ?? rest[0]?.replace('-', '') ?? 0)
  const shown = count > 0 ? fitting.slice(-count) : fitting
  if (shown.length === 0) return { stdout: args.includes('-q') ? '' : '-- No entries --\n' }
  return { stdout: textOf(shown.map((line) => journalText(line, machine.facts.hostname))), durationMs: 80 }
}

function vacuumed(machine: SimulatedMachine, option: string): CommandOutcome {
  const keepMb = Number.parseInt(option.split('=')[1] ?? '', 10)
  if (!Number.isFinite(keepMb)) return { stderr: 'journalctl: Failed to parse vacuum size\n', exitCode: 1 }
  return { stdout: `Vacuuming done, freed ${machine.vacuumJournal(keepMb)}.0M of archived journals.\n` }
}

/** Commands of systemd that the simulated machine knows. */
export const SERVICE_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  systemctl,
  journalctl,
  service: (context) => systemctl({ ...context, args: [context.args[1] ?? 'status', context.args[0] ?? ''] }),
}
