import type { SimulatedMachine } from '../machine.ts'
import { type CommandOutcome, type SimulatedCommand, textOf } from '../simulated-command.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `2026-01-31 12:00:00`, UTC. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

const date: SimulatedCommand = ({ machine, args, now }) => {
  if (args.some((arg) => arg === '+%s')) return { stdout: `${Math.floor(now / 1000)}\n` }
  const time = now + machine.clockOffsetMs
  const zone = machine.timeZone.split('/')[1] ?? 'UTC'
  const format = args.find((arg) => arg.startsWith('+%F') || arg.startsWith('+%Y'))
  if (format !== undefined) return { stdout: `${isoTime(time)}${format.includes('%Z') ? ` ${zone}` : ''}\n` }
  if (args.includes('-s') || args.includes('--set'))
    return { stderr: 'date: cannot set date: simulated device\n', exitCode: 1 }
  const moment = new Date(time)
  const month = moment.toUTCString().slice(8, 11)
  const day = String(moment.getUTCDate()).padStart(2)
  const name = DAYS[moment.getUTCDay()]
  return { stdout: `${name} ${month} ${day} ${isoTime(time).slice(11)} ${zone} ${moment.getUTCFullYear()}\n` }
}

const timedatectl: SimulatedCommand = ({ machine, args, now }) => {
  if (args[0] === 'set-timezone') {
    const zone = args[1] ?? ''
    if (!/^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(zone)) {
      return { stderr: `Failed to set time zone: Invalid or not installed time zone '${zone}'\n`, exitCode: 1 }
    }
    machine.timeZone = zone
    return {}
  }
  if (args[0] === 'set-ntp') {
    machine.isTimeSynced = /^(?:true|yes|1)$/.test(args[1] ?? '')
    if (machine.isTimeSynced) machine.clockOffsetMs = 0
    return {}
  }
  if (args[0] === 'timesync-status')
    return { stdout: '       Server: 192.0.2.1 (ntp.example.org)\nPoll interval: 34min 8s\n' }
  if (args[0] === 'set-time') return setTime(machine, args[1] ?? '', now)
  return { stdout: clockState(machine, now + machine.clockOffsetMs) }
}

function setTime(machine: SimulatedMachine, typed: string, now: number): CommandOutcome {
  const day = isoTime(now + machine.clockOffsetMs).slice(0, 11)
  const at = Date.parse(`${(typed.length > 8 ? typed : day + typed).replace(' ', 'T')}Z`)
  if (machine.isTimeSynced) {
    return { stderr: 'Failed to set time: Automatic time synchronization is enabled\n', exitCode: 1 }
  }
  if (Number.isNaN(at)) return { stderr: `Failed to parse time specification '${typed}'\n`, exitCode: 1 }
  machine.clockOffsetMs = at - now
  return {}
}

function clockState(machine: SimulatedMachine, now: number): string {
  const name = DAYS[new Date(now).getUTCDay()]
  const rows: [string, string][] = [
    ['Local time', `${name} ${isoTime(now)} UTC`],
    ['Universal time', `${name} ${isoTime(now)} UTC`],
    ['RTC time', 'n/a'],
    ['Time zone', `${machine.timeZone} (UTC, +0000)`],
    ['System clock synchronized', machine.isTimeSynced ? 'yes' : 'no'],
    ['NTP service', machine.isTimeSynced ? 'active' : 'inactive'],
    ['RTC in local TZ', 'no'],
  ]
  return textOf(rows.map(([label, value]) => `${label.padStart(25)}: ${value}`))
}

/** Commands for the clock, its zone and its synchronisation. */
export const CLOCK_COMMANDS: Readonly<Record<string, SimulatedCommand>> = { date, timedatectl }
