import { parseArgs } from 'node:util'
import { isDeviceId, isReservedId } from '../../main/devices/wire/topic.ts'
import type { DeviceShare, RolloutPlan } from '../../preload/contract/models/commands/rollout.ts'
import { TARGETS_MAX } from '../../preload/contract/models/devices/device.ts'
import { COMMAND_MAX_CHARS, COMMAND_TIMEOUT_S, REQUEST_MAX_CHARS } from '../../preload/contract/models/limits.ts'
import { HEADLESS_CLASSES, type HeadlessClass } from '../../preload/contract/models/safety/safety.ts'
import { CREDENTIAL_ARGUMENTS, credentialsOf, type ToolCredentials } from './tool-arguments.ts'

const USAGE =
  'usage: run-command --url mqtt|mqtts|ws|wss://HOST[:PORT][/PATH] [--username U --password-stdin] [--ca FILE]\n' +
  '       [--cert FILE --key FILE [--passphrase-stdin]] --device ID… | --filter TEXT --command TEXT | --ask TEXT\n' +
  `       --approve ${HEADLESS_CLASSES.join('|')} [--timeout S] [--wait S] [--canary N] [--wave N|N%] [--stop-at N|N%]\n` +
  '       [--data DIR] [--json] [--junit FILE]\n' +
  'stdin: line 1 the password, line 2 the passphrase\n'
const DEFAULT_WAIT_S = 3
const MAX_WAIT_S = 600

export interface RunCommandOptions extends ToolCredentials {
  readonly url: string
  readonly targets:
    | { readonly kind: 'devices'; readonly deviceIds: readonly string[] }
    | { readonly kind: 'filter'; readonly filter: string }
  readonly request: { readonly kind: 'command' | 'ask'; readonly text: string }
  readonly highest: HeadlessClass
  /** Null leaves the usual one. */
  readonly timeoutS: number | null
  /** Null sends to all at once. A canary of which one fails ends it; so does an interruption. */
  readonly plan: RolloutPlan | null
  /** Seconds to listen for devices before anything is sent. */
  readonly waitS: number
  readonly dataFolder: string | null
  readonly junitFile: string | null
}

/** Parses the arguments; returns a text with the fault and the usage if they are wrong. */
export function runCommandOptions(args: readonly string[]): RunCommandOptions | string {
  try {
    return optionsOf(parse(args))
  } catch (error) {
    return `${error instanceof Error ? error.message.split('\n')[0] : 'bad arguments'}\n${USAGE}`
  }
}

function optionsOf(values: ReturnType<typeof parse>): RunCommandOptions {
  const { url } = values
  if (url === undefined) throw new Error('--url is missing')
  const highest = HEADLESS_CLASSES.find((name) => name === values.approve)
  if (highest === undefined) throw new Error(`--approve is one of ${HEADLESS_CLASSES.join(', ')}`)
  const { min, max } = COMMAND_TIMEOUT_S
  return {
    url,
    ...credentialsOf(values),
    targets: targetsOf(values.device, values.filter),
    request: requestOf(values.command, values.ask),
    highest,
    timeoutS: values.timeout === undefined ? null : wholeNumber('--timeout', values.timeout, min, max),
    plan: planOf(values),
    waitS: values.wait === undefined ? DEFAULT_WAIT_S : wholeNumber('--wait', values.wait, 0, MAX_WAIT_S),
    dataFolder: values.data ?? null,
    junitFile: values.junit ?? null,
  }
}

function targetsOf(devices: readonly string[] = [], filter: string | undefined): RunCommandOptions['targets'] {
  if (devices.length > 0 === (filter !== undefined)) throw new Error('give --device, once or more, or --filter')
  if (filter !== undefined) return { kind: 'filter', filter }
  const deviceIds = [...new Set(devices)]
  const wrong = deviceIds.find((deviceId) => !isDeviceId(deviceId) || isReservedId(deviceId))
  if (wrong !== undefined) throw new Error(`not the id of a device: ${JSON.stringify(wrong)}`)
  if (deviceIds.length > TARGETS_MAX) throw new Error(`at most ${TARGETS_MAX} devices`)
  return { kind: 'devices', deviceIds }
}

function requestOf(command: string | undefined, ask: string | undefined): RunCommandOptions['request'] {
  if ((command === undefined) === (ask === undefined)) throw new Error('give either --command or --ask')
  const kind = command === undefined ? 'ask' : 'command'
  const text = command ?? ask ?? ''
  const limit = kind === 'ask' ? REQUEST_MAX_CHARS : COMMAND_MAX_CHARS
  if (text.trim() === '' || text.length > limit) throw new Error(`--${kind} is a text of 1 to ${limit} characters`)
  return { kind, text }
}

function planOf({ canary, wave, 'stop-at': stopAt }: ReturnType<typeof parse>): RolloutPlan | null {
  if (canary === undefined && wave === undefined && stopAt === undefined) return null
  const count = canary === undefined ? 0 : wholeNumber('--canary', canary, 1, TARGETS_MAX)
  return {
    canary: { count, proceed: { goOnAfterS: 0 } },
    waves: wave === undefined ? null : { size: shareOf('--wave', wave), pauseS: 0 },
    stopAt: stopAt === undefined ? null : shareOf('--stop-at', stopAt),
  }
}

function shareOf(name: string, text: string): DeviceShare {
  if (!text.endsWith('%')) return { unit: 'devices', amount: wholeNumber(name, text, 1, TARGETS_MAX) }
  return { unit: 'percent', amount: wholeNumber(name, text.slice(0, -1), 1, 100) }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= min && value <= max && text.trim() !== '') return value
  throw new Error(`${name} is a whole number from ${min} to ${max}`)
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = {
    json: flag,
    junit: text,
    url: text,
    ...CREDENTIAL_ARGUMENTS,
    device: { type: 'string', multiple: true },
    filter: text,
    command: text,
    ask: text,
    approve: text,
    timeout: text,
    wait: text,
    canary: text,
    wave: text,
    'stop-at': text,
    data: text,
  } as const
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
}
