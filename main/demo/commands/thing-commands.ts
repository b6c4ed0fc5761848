import type { SimulatedMachine } from '../machine.ts'
import { linesOf, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const isPi = (machine: SimulatedMachine) => machine.facts.kind === 'raspberrypi'
const notFound = (name: string) => ({ stderr: `sh: 1: ${name}: not found\n`, exitCode: 127 })

/** Only the board has a screen, which nobody looks at. */
const ofScreen =
  (name: string): SimulatedCommand =>
  ({ machine, args }) => {
    if (!isPi(machine)) return notFound(name)
    const to = args.at(-1) ?? ''
    if (/^--o(?:n|ff)$/.test(to)) {
      machine.settings.set('screen', to.slice(2))
      return {}
    }
    const isOn = machine.settings.get('screen') !== 'off'
    return {
      stdout: textOf(['HDMI-A-1 "Example 24"', `  Enabled: ${isOn ? 'yes' : 'no'}`, '  Transform: normal']),
    }
  }

const cut: SimulatedCommand = ({ machine, args, stdin }) => {
  const { values, rest } = readArguments(args, ['-d', '-f'])
  const [path] = rest
  const text = path === undefined ? stdin : machine.files.read(path)
  if (text === null) return { stderr: `cut: ${path}: No such file or directory\n`, exitCode: 1 }
  const field = Number(values.get('-f') ?? 1)
  return { stdout: textOf(linesOf(text).map((line) => line.split(values.get('-d') ?? '\t')[field - 1] ?? '')) }
}

const passwd: SimulatedCommand = ({ machine, args }) => {
  const name = args.at(-1) ?? ''
  const isKnown = (machine.files.read('/etc/passwd') ?? '').includes(`${name}:`)
  return isKnown
    ? { stdout: `${name} P 2026-01-12 0 99999 7 -1\n` }
    : { stderr: `passwd: user '${name}' does not exist\n`, exitCode: 1 }
}

/** Commands that ask about one thing each. */
export const THING_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  cut,
  passwd,
  'wlr-randr': ofScreen('wlr-randr'),
  grim: ({ machine, args, now }) => {
    if (!isPi(machine)) return notFound('grim')
    const problem = machine.files.write(args[0] ?? '', 'PNG\n', now)
    return problem === null ? {} : { stderr: `failed to open ${args[0]}: ${problem}\n`, exitCode: 1 }
  },
  'speaker-test': ({ machine }) =>
    isPi(machine) ? { stdout: '0 - Front Left\n1 - Front Right\n', durationMs: 3_000 } : notFound('speaker-test'),
  'fc-list': ({ args }) =>
    args.length === 0 ? { stdout: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf: DejaVu Sans:style=Book\n' } : {},
  coredumpctl: () => ({ stderr: 'No coredumps found.\n', exitCode: 1 }),
  getenforce: () => ({ stdout: 'Disabled\n' }),
  zramctl: () => ({}),
  fping: ({ machine }) => ({ stdout: `${machine.facts.ipAddress}\n`, exitCode: 1, durationMs: 4_000 }),
}
