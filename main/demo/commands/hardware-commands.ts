import type { SimulatedMachine } from '../machine.ts'
import { readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const notFound = (name: string) => ({ stderr: `sh: 1: ${name}: not found\n`, exitCode: 127 })
const isPi = (machine: SimulatedMachine) => machine.facts.kind === 'raspberrypi'

const cameras: SimulatedCommand = ({ machine, args }) => {
  if (!isPi(machine)) return notFound('rpicam-hello')
  if (!args.includes('--list-cameras')) return { stderr: 'ERROR: *** pictures are not simulated ***\n', exitCode: 255 }
  return {
    stdout: textOf([
      'Available cameras',
      '-----------------',
      '0 : imx219 [3280x2464 10-bit RGGB] (/base/soc/i2c0mux/i2c@1/imx219@10)',
    ]),
  }
}

/** Level of each pin: the relay of the kitchen is on 17. */
function pinLine(pin: number, machine: SimulatedMachine): string {
  const mode = machine.settings.get(`pin ${pin}`) ?? (pin === 17 ? 'op dh' : 'ip pu')
  const isHigh = mode === 'op dh' || (mode.startsWith('ip') && (pin === 2 || pin === 3))
  return `${String(pin).padStart(2)}: ${mode.padEnd(5)} | ${isHigh ? 'hi' : 'lo'} // GPIO${pin} = ${mode.startsWith('op') ? 'output' : 'input'}`
}

const pinctrl: SimulatedCommand = ({ machine, args }) => {
  if (!isPi(machine)) return notFound('pinctrl')
  if (args[0] === 'set') {
    machine.settings.set(`pin ${args[1]}`, args.slice(2).join(' '))
    return {}
  }
  const pins = args[1] === undefined ? Array.from({ length: 28 }, (_one, pin) => pin) : [Number(args[1])]
  return pins.every((pin) => Number.isInteger(pin) && pin >= 0 && pin < 54)
    ? { stdout: textOf(pins.map((pin) => pinLine(pin, machine))) }
    : { stderr: `Unknown GPIO "${args[1]}"\n`, exitCode: 1 }
}

/** A clock (0x68) and a climate sensor (0x76) are wired to each bus that there is. */
const WIRED: readonly number[] = [0x68, 0x76]

const i2cdetect: SimulatedCommand = ({ machine, args }) => {
  const [bus = ''] = readArguments(args).rest
  const { deviceFiles } = machine.facts
  if (!deviceFiles.includes(`/dev/i2c-${bus}`)) {
    const files = `\`/dev/i2c-${bus}' or \`/dev/i2c/${bus}'`
    return { stderr: `Error: Could not open file ${files}: No such file or directory\n`, exitCode: 1 }
  }
  const cell = (address: number) => {
    // The first and the last addresses are reserved, and not asked.
    if (address < 0x08 || address > 0x77) return '  '
    return WIRED.includes(address) ? address.toString(16) : '--'
  }
  const columns = Array.from({ length: 16 }, (_one, column) => column)
  const row = (first: number) =>
    `${first.toString(16).padStart(2, '0')}: ${columns.map((column) => cell(first + column)).join(' ')}`
  return {
    stdout: textOf([
      `     ${columns.map((column) => column.toString(16)).join('  ')}`,
      ...[0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70].map(row),
    ]),
    durationMs: 300,
  }
}

/** Commands for what is built in or plugged in. */
export const HARDWARE_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  'rpicam-hello': cameras,
  'libcamera-hello': cameras,
  i2cdetect,
  pinctrl,
  'v4l2-ctl': ({ machine, args }) =>
    isPi(machine) && args.includes('--list-formats-ext')
      ? { stdout: textOf(["[0]: 'YUYV' (YUYV 4:2:2)", '\t\tSize: Discrete 640x480', '\t\tSize: Discrete 1280x720']) }
      : isPi(machine)
        ? { stdout: textOf(['UVC Camera (046d:0825) (usb-0000:01:00.0-1.2):', '\t/dev/video0', '\t/dev/video1']) }
        : notFound('v4l2-ctl'),
  gpioinfo: ({ machine }) =>
    machine.facts.kind === 'gateway'
      ? notFound('gpioinfo')
      : { stdout: textOf(['gpiochip0 - 28 lines:', '\tline   0:      unnamed       unused   input  active-high']) },
  gpioget: ({ machine, args }) =>
    machine.facts.kind === 'gateway'
      ? notFound('gpioget')
      : { stdout: `${Number(readArguments(args).rest[1]) === 17 ? 1 : 0}\n` },
  lsmod: ({ machine }) => ({
    stdout: textOf([
      'Module                  Size  Used by',
      ...(isPi(machine) ? ['vc4                   385024  6', 'brcmfmac              331776  0'] : []),
      'i2c_dev                20480  0',
      'ipv6                  557056  42',
    ]),
  }),
  lspci: ({ machine }) =>
    machine.facts.arch === 'x86_64'
      ? {
          stdout: textOf([
            '00:00.0 Host bridge: Intel Corporation Gemini Lake Host Bridge',
            '01:00.0 Ethernet controller: Intel Corporation I210 Gigabit Network Connection',
          ]),
        }
      : { stdout: '00:00.0 PCI bridge: Broadcom Inc. BCM2711 PCIe Bridge (rev 20)\n' },
}
