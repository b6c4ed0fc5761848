import type { BrokerRole } from '../../../preload/contract/models/broker/broker.ts'
import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'

const FROM_DEVICE = ['status', 'heartbeat', 'data', 'result', 'ack', 'output']
const TO_DEVICE = ['command', 'cancel', 'hello']
/** By which a console asks all agents at once for their status. */
const HELLO_TO_ALL = 'device/all/hello'

/** Topic filters that an account may publish to and subscribe to: the rules of the generated ACL file. */
export interface AccessRules {
  readonly write: readonly string[]
  readonly read: readonly string[]
  /**
   * Takes subscriptions that reach further than `read`, such as `device/#`, and delivers what `read` allows, as Mosquitto
   * does with an ACL file.
   */
  readonly isReadFiltered?: boolean
}

/** On loopback without logins, as Mosquitto without an ACL file: everything but the broker's own topics to write. */
export const ANONYMOUS_RULES: AccessRules = { write: ['#'], read: ['#', '$SYS/#'] }

/** Rules of one account; for a device `name` is its id. */
export function accessRules(name: string, role: BrokerRole): AccessRules {
  if (role === 'operator') {
    return {
      write: [...TO_DEVICE.map((leaf) => `device/+/${leaf}`), 'test/#'],
      read: [...FROM_DEVICE.map((leaf) => `device/+/${leaf}`), '$SYS/#', 'test/#'],
      isReadFiltered: true,
    }
  }
  // A name with a wildcard or a slash would reach into the topics of others.
  if (!DEVICE_ID.test(name)) return { write: [], read: [] }
  return {
    write: FROM_DEVICE.map((leaf) => `device/${name}/${leaf}`),
    // The executor in the field also listens to `control` and may end when that is refused; nobody may write there.
    read: [...[...TO_DEVICE, 'control'].map((leaf) => `device/${name}/${leaf}`), HELLO_TO_ALL],
  }
}

/** True when a topic, or every topic that a requested filter can match, lies within one of the allowed filters. */
export function isWithin(allowed: readonly string[], requested: string): boolean {
  return allowed.some((filter) => covers(filter.split('/'), requested.split('/')))
}

/** True when a subscription is taken: it lies within the rules, or matches part of what they allow. */
export function canSubscribe({ read, isReadFiltered = false }: AccessRules, requested: string): boolean {
  if (isWithin(read, requested)) return true
  return isReadFiltered && read.some((filter) => overlaps(filter.split('/'), requested.split('/')))
}

/** True when some topic matches both filters; `+` and `#` in first place match no topic of the broker's own (4.7.2). */
function overlaps(one: readonly string[], other: readonly string[]): boolean {
  for (let index = 0; ; index += 1) {
    const a = one[index]
    const b = other[index]
    if (a === '#' || b === '#') return !(index === 0 && isOwn(one, other))
    if (a === undefined || b === undefined) return a === b
    const isWild = a === '+' || b === '+'
    if (isWild ? index === 0 && isOwn(one, other) : a !== b) return false
  }
}

function isOwn(one: readonly string[], other: readonly string[]): boolean {
  return (one[0] ?? '').startsWith('$') !== (other[0] ?? '').startsWith('$')
}

function covers(filter: readonly string[], requested: readonly string[]): boolean {
  for (const [index, level] of filter.entries()) {
    if (level === '#') return !(index === 0 && requested[0]?.startsWith('$'))
    const asked = requested[index]
    if (asked === undefined || asked === '#') return false
    if (level === '+' ? index === 0 && asked.startsWith('$') : level !== asked) return false
  }
  return requested.length === filter.length
}
