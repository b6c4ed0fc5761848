import type { SimulatedMachine } from '../machine.ts'
import { readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const CRONTAB = '15 3 * * * /usr/sbin/logrotate /etc/logrotate.conf\n'

/** Messages that the yard publishes, by topic. */
const MESSAGES: readonly (readonly [string, string])[] = [
  ['yard/pump/state', 'on'],
  ['yard/meter/power', '412.7'],
  ['sensors/gate/temp', '18.4'],
  ['factory/line1/state', 'idle'],
]

const hasBroker = (machine: SimulatedMachine) => machine.services.get('mosquitto')?.state === 'active'
const REFUSED = { stderr: 'Error: Connection refused\n', exitCode: 1 }

/** Tells whether a topic fits a filter with `+` and `#`. */
function fits(topic: string, filter: string): boolean {
  const [levels, wanted] = [topic.split('/'), filter.split('/')]
  const at = wanted.indexOf('#')
  if (at >= 0) return wanted.slice(0, at).every((level, index) => level === '+' || level === levels[index])
  return levels.length === wanted.length && wanted.every((level, index) => level === '+' || level === levels[index])
}

const mosquittoSub: SimulatedCommand = ({ machine, args }) => {
  if (!hasBroker(machine)) return REFUSED
  const { flags, values } = readArguments(args, ['-t', '-C', '-W'])
  const filter = values.get('-t') ?? '#'
  if (filter === '$SYS/broker/clients/connected') return { stdout: '4\n' }
  if (filter === '$SYS/broker/version') return { stdout: 'mosquitto version 2.0.11\n' }
  const found = MESSAGES.filter(([topic]) => fits(topic, filter)).slice(0, Number(values.get('-C') ?? 20))
  const rows = found.map(([topic, payload]) => (flags.has('-v') ? `${topic} ${payload}` : payload))
  const isTimeout = found.length < Number(values.get('-C') ?? 20)
  return { stdout: textOf(rows), exitCode: isTimeout ? 27 : 0, durationMs: isTimeout ? 3_000 : 200 }
}

const crontab: SimulatedCommand = ({ machine, args, stdin }) => {
  const jobs = machine.settings.get('crontab') ?? CRONTAB
  if (args.includes('-l')) return { stdout: jobs }
  if (args[0] !== '-') return { stderr: 'crontab: editing is not simulated\n', exitCode: 1 }
  machine.settings.set('crontab', stdin ?? '')
  return {}
}

const ufw: SimulatedCommand = ({ machine, args }) => {
  const [verb = '', what = ''] = args.filter((word) => word !== '--force')
  if (verb === 'enable' || verb === 'disable') {
    machine.settings.set('ufw', verb)
    const isOn = verb === 'enable'
    return {
      stdout: isOn
        ? 'Firewall is active and enabled on system startup\n'
        : 'Firewall stopped and disabled on system startup\n',
    }
  }
  if (verb === 'delete') {
    const port = args.at(-1) ?? ''
    if (machine.settings.get(`ufw ${port}`) !== 'allow') return { stdout: 'Could not delete non-existent rule\n' }
    machine.settings.delete(`ufw ${port}`)
    return { stdout: 'Rule deleted\n' }
  }
  if (verb !== 'allow' && verb !== 'deny')
    return { stdout: `Status: ${machine.settings.get('ufw') === 'enable' ? 'active' : 'inactive'}\n` }
  machine.settings.set(`ufw ${what}`, verb)
  return { stdout: machine.settings.get('ufw') === 'enable' ? 'Rule added\n' : 'Rules updated\n' }
}

const aptMark: SimulatedCommand = ({ machine, args }) => {
  const [verb = '', name = ''] = args
  const held = new Set((machine.settings.get('held') ?? '').split(' ').filter(Boolean))
  if (verb === 'showhold') return { stdout: textOf([...held]) }
  if (!machine.packages.has(name)) return { stderr: `E: No packages found matching ${name}\n`, exitCode: 100 }
  if (verb === 'hold') held.add(name)
  else held.delete(name)
  machine.settings.set('held', [...held].join(' '))
  return { stdout: verb === 'hold' ? `${name} set on hold.\n` : `Canceled hold on ${name}.\n` }
}

const aptCache: SimulatedCommand = ({ machine, args }) => {
  const [, name = ''] = args
  const version = machine.packages.get(name)
  if (version === undefined) return { stdout: textOf([`${name}:`, '  Installed: (none)', '  Candidate: 1.0-1']) }
  return { stdout: textOf([`${name}:`, `  Installed: ${version}`, `  Candidate: ${version}`]) }
}

const renice: SimulatedCommand = ({ machine, args }) => {
  const { values } = readArguments(args, ['-n', '-p'])
  const pid = Number(values.get('-p'))
  if (![...machine.services.values()].some((service) => service.pid === pid)) {
    return { stderr: `renice: failed to get priority for ${pid} (process ID): No such process\n`, exitCode: 1 }
  }
  return { stdout: `${pid} (process ID) old priority 0, new priority ${values.get('-n')}\n` }
}

const localectl: SimulatedCommand = ({ machine, args }) => {
  if (args[0] === 'set-locale') {
    machine.settings.set('locale', (args[1] ?? '').replace('LANG=', ''))
    return {}
  }
  const locale = machine.settings.get('locale') ?? 'C.UTF-8'
  return { stdout: `   System Locale: LANG=${locale}\n       VC Keymap: (unset)\n      X11 Layout: us\n` }
}

/** Commands of upkeep: messages of the broker, jobs, the firewall, packages that stay, priorities, the language. */
export const UPKEEP_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  mosquitto_sub: mosquittoSub,
  mosquitto_pub: ({ machine }) => (hasBroker(machine) ? {} : REFUSED),
  crontab,
  ufw,
  'apt-mark': aptMark,
  'apt-cache': aptCache,
  renice,
  localectl,
}
