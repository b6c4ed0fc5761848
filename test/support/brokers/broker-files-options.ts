import { resolve } from 'node:path'
import { SECURITY_MODES } from '../../../preload/contract/models/broker/connection.ts'
import { SETUP_VERSIONS, type SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { DEFAULT_TUNING, usualPort } from './new-plan.ts'

export const USAGE = `usage: broker-files --platform debian|windows|docker --mode anonymous|password|tls|mtls
  --host NAME_OR_IP … --user NAME … --device ID … --out DIR
  [--port N] [--version 2.0|2.1] [--key ecdsa|rsa] [--name TEXT] [--loopback] [--replace]
Passwords come on stdin as JSON: {"user": "password"}.
`

const PLATFORMS = ['debian', 'windows', 'docker'] as const
const KEYS = ['ecdsa', 'rsa'] as const
const LISTS: readonly string[] = ['host', 'user', 'device']
const SINGLES: readonly string[] = ['platform', 'mode', 'out', 'port', 'version', 'key', 'name']
const SWITCHES: readonly string[] = ['loopback', 'replace']

/** Error of the command line itself; its message is for stderr. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Options of the command line. */
export interface Order {
  readonly plan: SetupPlan
  readonly out: string
  readonly canReplace: boolean
}

/** Parses the command line. A list has all values up to the next option, and may be given several times. */
export function readOrder(args: readonly string[]): Order {
  const values = collect(args)
  const mode = oneOf(values, 'mode', SECURITY_MODES, null)
  const port = values.get('port')?.[0]
  return {
    plan: {
      name: values.get('name')?.[0] ?? 'Waypost',
      platform: oneOf(values, 'platform', PLATFORMS, null),
      mode,
      version: oneOf(values, 'version', SETUP_VERSIONS, '2.0'),
      hosts: values.get('host') ?? [],
      port: port === undefined ? usualPort({ mode }) : Number(port),
      isLoopbackOnly: values.has('loopback'),
      operators: values.get('user') ?? [],
      devices: values.get('device') ?? [],
      keyType: oneOf(values, 'key', KEYS, 'ecdsa'),
      tuning: DEFAULT_TUNING,
    },
    // npm runs its scripts in the project's folder and names the caller's folder in INIT_CWD.
    out: resolve(process.env.INIT_CWD ?? '.', required(values, 'out')),
    canReplace: values.has('replace'),
  }
}

function collect(args: readonly string[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  const rest = [...args]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (!argument.startsWith('--')) throw new UsageError(`unexpected argument: ${argument}`)
    const [name = '', inline] = splitOption(argument)
    const isList = LISTS.includes(name)
    const isSwitch = SWITCHES.includes(name) && inline === undefined
    if (!isList && !isSwitch && !SINGLES.includes(name)) throw new UsageError(`unknown option: ${argument}`)
    if (!isList && values.has(name)) throw new UsageError(`--${name} is given twice`)
    const found = inline === undefined ? [] : [inline]
    while (!isSwitch && (isList || found.length === 0) && rest[0] !== undefined && !rest[0].startsWith('--')) {
      found.push(rest.shift() ?? '')
    }
    if (!isSwitch && found.length === 0) throw new UsageError(`--${name} needs a value`)
    values.set(name, [...(values.get(name) ?? []), ...found])
  }
  return values
}

function splitOption(argument: string): [string, string | undefined] {
  const at = argument.indexOf('=')
  return at === -1 ? [argument.slice(2), undefined] : [argument.slice(2, at), argument.slice(at + 1)]
}

function required(values: ReadonlyMap<string, readonly string[]>, name: string): string {
  const value = values.get(name)?.[0]
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing`)
  return value
}

function oneOf<T extends string>(
  values: ReadonlyMap<string, readonly string[]>,
  name: string,
  allowed: readonly T[],
  fallback: T | null,
): T {
  const value = values.get(name)?.[0]
  if (value === undefined && fallback !== null) return fallback
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw new UsageError(`--${name} must be one of ${allowed.join(', ')}`)
  return found
}
