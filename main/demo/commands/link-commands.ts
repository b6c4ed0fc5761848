import { type SimulatedCommand, textOf } from '../simulated-command.ts'

const MINUTE_MS = 60_000

/** `systemd-run --on-active=10m nmcli radio wifi on`: a timer, which is the way back from a link that is switched off. */
const systemdRun: SimulatedCommand = ({ machine, args, now }) => {
  const minutes = Number(/^--on-active=(\d{1,4})m$/.exec(args[0] ?? '')?.[1] ?? 0)
  if (args.slice(1).join(' ') === 'nmcli radio wifi on') machine.wifiOffUntil = now + minutes * MINUTE_MS
  return {
    stderr: textOf([
      'Running timer as unit: run-r2c4b8f1e6a7d4c0f.timer',
      'Will run service as unit: run-r2c4b8f1e6a7d4c0f.service',
    ]),
  }
}

const iw: SimulatedCommand = ({ machine, args, now }) => {
  const { interfaceName, macAddress } = machine.facts
  const only = args[0] === 'dev' ? args[1] : undefined
  if (!interfaceName.startsWith('wlan'))
    return only === undefined ? {} : { stderr: 'command failed: No such device (-19)\n', exitCode: 237 }
  if (only !== undefined && only !== interfaceName)
    return { stderr: 'command failed: No such device (-19)\n', exitCode: 237 }
  const isOn = now >= machine.wifiOffUntil
  if (args[2] === 'set') machine.settings.set('power_save', args.at(-1) ?? '')
  if (args[3] === 'power_save')
    return args[2] === 'set' ? {} : { stdout: `Power save: ${machine.settings.get('power_save') ?? 'on'}\n` }
  return {
    stdout: textOf([
      ...(only === undefined ? ['phy#0'] : []),
      `\tInterface ${interfaceName}`,
      '\t\tifindex 3',
      `\t\taddr ${macAddress}`,
      ...(isOn ? [`\t\tssid ${machine.wifiName}`] : []),
      '\t\ttype managed',
      ...(isOn ? ['\t\tchannel 6 (2437 MHz), width: 20 MHz, center1: 2437 MHz'] : []),
    ]),
  }
}

const openssl: SimulatedCommand = ({ args, stdin }) => {
  if (args[0] === 's_client') {
    const host = args[args.indexOf('-servername') + 1] ?? ''
    return { stdout: textOf(['-----BEGIN CERTIFICATE-----', host, '-----END CERTIFICATE-----']), durationMs: 300 }
  }
  if (args.includes('-in'))
    return { stderr: `Could not open file ${args.at(-1)}: No such file or directory\n`, exitCode: 1 }
  const host = stdin?.split('\n')[1] ?? ''
  return {
    stdout: textOf([`subject=CN = ${host}`, 'notBefore=Jan 12 00:00:00 2026 GMT', 'notAfter=Apr 12 23:59:59 2026 GMT']),
  }
}

const nslookup: SimulatedCommand = ({ args }) => {
  const [host = '', server = '192.0.2.1'] = args
  return {
    stdout: textOf([
      `Server:\t\t${server}`,
      `Address:\t${server}#53`,
      '',
      'Non-authoritative answer:',
      `Name:\t${host}`,
      `Address: 198.51.100.${host.length + 10}`,
    ]),
  }
}

/** Commands for how a device is connected; nothing is sent. */
export const LINK_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  'systemd-run': systemdRun,
  iw,
  openssl,
  nslookup,
  ufw: ({ args }) => ({ stdout: args[0] === 'allow' ? 'Rules updated\nRules updated (v6)\n' : 'Status: inactive\n' }),
}
