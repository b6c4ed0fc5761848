import type { SimulatedMachine } from '../machine.ts'
import { readArguments, type SimulatedCommand } from '../simulated-command.ts'

const notFound = (name: string) => ({ stderr: `sh: 1: ${name}: not found\n`, exitCode: 127 })
const isPi = (machine: SimulatedMachine) => machine.facts.kind === 'raspberrypi'
/** Parts that are on when the story begins. */
const ON: ReadonlySet<string> = new Set(['i2c', 'ssh'])

/** `raspi-config nonint do_i2c 0`: 0 is on, 1 is off; `get_i2c` prints which. */
const raspiConfig: SimulatedCommand = ({ machine, args }) => {
  if (!isPi(machine)) return notFound('raspi-config')
  const [, verb = '', part = ''] = /^(do|get)_([a-z0-9_]+)$/.exec(args[1] ?? '') ?? []
  if (args[0] !== 'nonint' || verb === '') return { stderr: 'raspi-config: menus are not simulated\n', exitCode: 1 }
  if (verb === 'get') return { stdout: `${machine.settings.get(part) ?? (ON.has(part) ? '0' : '1')}\n` }
  machine.settings.set(part, args[2] === '0' ? '0' : '1')
  return { durationMs: 900 }
}

/** Writes a file of that size, as a camera or a microphone does. */
const capture =
  (name: string, kilobytes: number): SimulatedCommand =>
  ({ machine, args, now, folder }) => {
    if (!isPi(machine)) return notFound(name)
    const { values, rest } = readArguments(args, ['-o', '-t', '-d', '-f', '--codec'])
    const path = values.get('-o') ?? rest.at(-1) ?? ''
    const target = path.startsWith('/') ? path : `${folder}/${path}`
    const problem = machine.files.write(target, 'x'.repeat(kilobytes * 64), now)
    if (problem !== null) return { stderr: `${name}: cannot open ${path}: ${problem}\n`, exitCode: 1 }
    const seconds = Number(values.get('-d') ?? Number(values.get('-t') ?? 1000) / 1000)
    return { durationMs: Math.min(5, seconds) * 1000 }
  }

const aplay: SimulatedCommand = ({ machine, args, folder }) => {
  if (!isPi(machine)) return notFound('aplay')
  const [path = ''] = readArguments(args).rest
  const target = path.startsWith('/') ? path : `${folder}/${path}`
  if (!machine.files.has(target)) return { stderr: `${path}: No such file or directory\n`, exitCode: 1 }
  return { stdout: `Playing WAVE '${path}' : Signed 16 bit Little Endian, Rate 44100 Hz, Stereo\n`, durationMs: 2_000 }
}

const amixer: SimulatedCommand = ({ machine, args }) => {
  if (!isPi(machine)) return notFound('amixer')
  const [verb = '', control = '', value = ''] = args
  const before = Number(machine.settings.get('volume') ?? 62)
  const amount = Number.parseInt(value, 10)
  const step = value.endsWith('+') ? amount : value.endsWith('-') ? -amount : null
  const after = Number.isNaN(amount) ? before : Math.min(100, Math.max(0, step === null ? amount : before + step))
  if (verb === 'sset') machine.settings.set('volume', String(after))
  if (verb === 'sset' && /mute$/.test(value)) machine.settings.set('muted', value === 'mute' ? 'off' : 'on')
  const sound = machine.settings.get('muted') ?? 'on'
  return { stdout: `Simple mixer control '${control}',0\n  Mono: Playback ${after} [${after}%] [${sound}]\n` }
}

/** Commands that switch parts of a board, and that use its camera and its sound. */
export const BOARD_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  'raspi-config': raspiConfig,
  'rpicam-still': capture('rpicam-still', 40),
  'libcamera-still': capture('libcamera-still', 40),
  'rpicam-vid': capture('rpicam-vid', 160),
  arecord: capture('arecord', 80),
  aplay,
  amixer,
}
