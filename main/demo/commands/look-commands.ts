import { absolutePath } from '../file-tree.ts'
import type { SimulatedMachine } from '../machine.ts'
import { type SimulatedCommand, textOf } from '../simulated-command.ts'

const notFound = (name: string) => ({ stderr: `sh: 1: ${name}: not found\n`, exitCode: 127 })
const isPi = (machine: SimulatedMachine) => machine.facts.kind === 'raspberrypi'

const git: SimulatedCommand = ({ machine, args, folder }) => {
  if (args[0] === '--version') return { stdout: 'git version 2.39.5\n' }
  const place = absolutePath(args[1] ?? '', folder)
  return machine.files.isFolder(place)
    ? { stderr: 'fatal: not a git repository (or any of the parent directories): .git\n', exitCode: 128 }
    : { stderr: `fatal: cannot change to '${args[1]}': No such file or directory\n`, exitCode: 128 }
}

const KERNEL_VALUES: Readonly<Record<string, string>> = { 'vm.swappiness': '60', 'net.ipv4.ip_forward': '0' }

const sysctl: SimulatedCommand = ({ machine, args }) => {
  const [key = '', value] = (args.at(-1) ?? '').split('=')
  if (value !== undefined) machine.settings.set(key, value)
  const shown = machine.settings.get(key) ?? KERNEL_VALUES[key]
  return shown === undefined
    ? {
        stderr: `sysctl: cannot stat /proc/sys/${key.replaceAll('.', '/')}: No such file or directory\n`,
        exitCode: 255,
      }
    : { stdout: `${key} = ${shown}\n` }
}

const udevadm: SimulatedCommand = ({ machine, args }) => {
  const name = args.at(-1) ?? ''
  return machine.facts.deviceFiles.includes(name)
    ? { stdout: `DEVNAME=${name}\nID_VENDOR=Logitech\nID_MODEL=Webcam_C270\n` }
    : { stderr: `Unknown device "${name}": No such device\n`, exitCode: 1 }
}

/** Open files of what runs, as `lsof` lists them: a few for each. */
const lsof: SimulatedCommand = ({ machine }) => ({
  stdout: textOf([
    'COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME',
    ...[...machine.services].flatMap(([name, { pid, state, memoryMb }]) =>
      state === 'active' ? Array(3 + (memoryMb % 20)).fill(`${name} ${pid} root 3u REG 179,2 0 1 /dev/null`) : [],
    ),
  ]),
})

/** Commands that look at parts, settings and code. */
export const LOOK_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  git,
  sysctl,
  udevadm,
  lsof,
  nginx: ({ machine }) =>
    machine.services.has('nginx')
      ? { stderr: 'nginx: configuration file /etc/nginx/nginx.conf test is successful\n' }
      : notFound('nginx'),
  sshd: ({ machine, args }) =>
    machine.services.has('ssh')
      ? { stdout: args[0] === '-T' ? 'port 22\npermitrootlogin without-password\npasswordauthentication no\n' : '' }
      : notFound('sshd'),
  atq: () => ({}),
  // No machine of the demo has a drive that keeps such figures.
  smartctl: ({ args }) => ({
    stderr: `Smartctl open device: ${args.at(-1) ?? ''} failed: No such device\n`,
    exitCode: 2,
  }),
  wg: ({ args }) =>
    args[1] === undefined || args[1] === 'all'
      ? {}
      : { stderr: 'Unable to access interface: No such device\n', exitCode: 1 },
  resolvectl: () => ({}),
  swapon: () => ({ stdout: textOf(['NAME      TYPE SIZE USED PRIO', '/var/swap file 512M   0B   -2']) }),
  'apt-config': () => ({}),
  kmsprint: ({ machine }) =>
    isPi(machine) ? { stdout: 'Connector 0 (33) HDMI-A-1 (disconnected)\n' } : notFound('kmsprint'),
  'rpi-eeprom-update': ({ machine }) =>
    isPi(machine) ? { stdout: 'BOOTLOADER: up to date\n' } : notFound('rpi-eeprom-update'),
}
