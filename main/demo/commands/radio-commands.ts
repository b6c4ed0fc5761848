import type { SimulatedMachine } from '../machine.ts'
import { type CommandOutcome, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

/** Networks around each device with Wi-Fi. */
const AROUND = [
  ['kitchen', 71, '48:22:54:10:00:01'],
  ['Workshop', 58, '48:22:54:10:00:02'],
  ['guests', 40, '48:22:54:10:00:03'],
] as const
/** Those that the device has saved. */
const SAVED: readonly string[] = ['kitchen', 'Workshop']

const hasWifi = (machine: SimulatedMachine) => machine.facts.interfaceName.startsWith('wlan')

const nmcli: SimulatedCommand = ({ machine, args, now }) => {
  const { values, rest } = readArguments(args, ['-f', '-g'])
  const [object = '', verb = '', ...names] = rest
  const isOf = (typed: string, word: string) => typed !== '' && word.startsWith(typed)
  if (isOf(object, 'device') && verb === 'wifi') {
    if (!hasWifi(machine)) return { stderr: 'Error: No Wi-Fi device found.\n', exitCode: 10 }
    const rows = AROUND.map(([ssid, signal, bssid]) => {
      const mark = machine.wifiName === ssid ? '*' : ' '
      return `${mark}       ${bssid}  ${ssid.padEnd(9)} Infra  6     130 Mbit/s  ${String(signal).padEnd(7)} ${signal > 60 ? '▂▄▆_' : '▂▄__'}  WPA2`
    })
    return {
      stdout: textOf(['IN-USE  BSSID              SSID      MODE   CHAN  RATE        SIGNAL  BARS  SECURITY', ...rows]),
      durationMs: 400,
    }
  }
  if (object === 'radio') return switchRadio(machine, names[0] ?? '', now)
  if (isOf(object, 'device') && /^(?:connect|disconnect|reapply|show)$/.test(verb)) {
    return ofInterface(machine, verb, names[0] ?? '', values.get('-g'), now)
  }
  if (isOf(object, 'device')) {
    const name = machine.facts.interfaceName
    const type = hasWifi(machine) ? 'wifi' : 'ethernet'
    const connection = hasWifi(machine) ? machine.wifiName : 'Wired connection 1'
    return {
      stdout: textOf([
        'DEVICE   TYPE      STATE      CONNECTION',
        `${name.padEnd(8)} ${type.padEnd(9)} connected  ${connection}`,
      ]),
    }
  }
  if (!isOf(object, 'connection')) return { stderr: `Error: argument '${object}' not understood.\n`, exitCode: 2 }
  const saved = hasWifi(machine) ? SAVED : ['Wired connection 1']
  if (verb === '' || isOf(verb, 'show')) {
    const rows = saved.map((name) => {
      const isUp = !hasWifi(machine) || name === machine.wifiName
      return `${name.padEnd(20)} ${hasWifi(machine) ? 'wifi    ' : 'ethernet'}  ${isUp ? machine.facts.interfaceName : '--'}`
    })
    return { stdout: textOf(['NAME                 TYPE      DEVICE', ...rows]) }
  }
  const name = names.filter((word) => word !== 'id').join(' ')
  if (verb === 'modify' && saved.includes(names[0] ?? '')) return {}
  if (verb === 'modify') return { stderr: `Error: unknown connection '${names[0]}'.\n`, exitCode: 10 }
  if (!isOf(verb, 'up')) return { stderr: `Error: '${verb}' is not simulated.\n`, exitCode: 2 }
  if (!saved.includes(name)) return { stderr: `Error: unknown connection '${name}'.\n`, exitCode: 10 }
  if (hasWifi(machine)) machine.wifiName = name
  machine.log(now, 'NetworkManager', 0, `device (${machine.facts.interfaceName}): Activation: successful`)
  return {
    stdout:
      'Connection successfully activated (D-Bus active path: /org/freedesktop/NetworkManager/ActiveConnection/4)\n',
    durationMs: 1_200,
  }
}

const FOUND = [
  'Discovery started',
  '[NEW] Device 02:00:5E:20:00:07 Barcode reader',
  '[NEW] Device 02:00:5E:20:00:31 Headset',
]
/** `nmcli radio wifi on`, `off`: says nothing. */
function switchRadio(machine: SimulatedMachine, state: string, now: number): CommandOutcome {
  if (state === '') return { stdout: now < machine.wifiOffUntil ? 'disabled\n' : 'enabled\n' }
  if (state === 'on') machine.wifiOffUntil = 0
  // A timer that switches it on again was set before.
  else if (machine.wifiOffUntil <= now) machine.wifiOffUntil = Number.MAX_SAFE_INTEGER
  return {}
}

function ofInterface(
  machine: SimulatedMachine,
  verb: string,
  name: string,
  field: string | undefined,
  now: number,
): CommandOutcome {
  if (name !== machine.facts.interfaceName) return { stderr: `Error: Device '${name}' not found.\n`, exitCode: 10 }
  const connection = hasWifi(machine) ? machine.wifiName : 'Wired connection 1'
  if (verb === 'show') return { stdout: field === undefined ? `GENERAL.DEVICE: ${name}\n` : `${connection}\n` }
  machine.log(
    now,
    'NetworkManager',
    0,
    `device (${name}): ${verb === 'disconnect' ? 'disconnected' : 'Activation: successful'}`,
  )
  if (verb === 'disconnect') return { stdout: `Device '${name}' successfully disconnected.\n`, durationMs: 400 }
  return {
    stdout:
      verb === 'reapply'
        ? `Connection successfully reapplied to device '${name}'.\n`
        : `Device '${name}' successfully activated with 'd2f1e0aa-5c54-4f0b-9a53-6f1a1c0e2a11'.\n`,
    durationMs: 1_200,
  }
}

const bluetoothctl: SimulatedCommand = ({ machine, args }) => {
  if (machine.facts.kind !== 'raspberrypi') return { stdout: 'No default controller available\n', exitCode: 1 }
  if (args[0] === 'power') {
    machine.settings.set('bluetooth', args[1] ?? 'on')
    return { stdout: `Changing power ${args[1] ?? 'on'} succeeded\n` }
  }
  if (args.includes('scan')) return { stdout: textOf(FOUND), durationMs: 3_000 }
  if (args[0] === 'devices' || args[0] === 'paired-devices')
    return { stdout: 'Device 02:00:5E:20:00:07 Barcode reader\n' }
  return {
    stdout: textOf([
      'Controller 02:00:5E:20:00:01 (public)',
      `\tName: ${machine.facts.hostname}`,
      `\tPowered: ${machine.settings.get('bluetooth') === 'off' ? 'no' : 'yes'}`,
      '\tDiscoverable: no',
      '\tPairable: yes',
    ]),
  }
}

/** Commands for Wi-Fi and Bluetooth. */
export const RADIO_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  nmcli,
  bluetoothctl,
  iwconfig: ({ machine, now }) =>
    hasWifi(machine) && now >= machine.wifiOffUntil
      ? {
          stdout: textOf([
            `${machine.facts.interfaceName}     IEEE 802.11  ESSID:"${machine.wifiName}"`,
            '          Link Quality=58/70  Signal level=-52 dBm',
          ]),
        }
      : { stderr: `${machine.facts.interfaceName}  no wireless extensions.\n` },
}
