import type { BridgeRule } from './bridge-rules.ts'

/**
 * What a device hears: at most once, because the line between centre and site may break after a command was handed over, and
 * it would run twice.
 */
const TO_DEVICE = ['command', 'cancel', 'hello'] as const
const HELLO_TO_ALL = 'device/all/hello'
/** What a device says once, and what must not get lost: it waits at the site while the line is down. */
const KEPT = ['status', 'result', 'ack', 'output'] as const
/** What comes again by itself. */
const PASSING = ['heartbeat', 'data'] as const

/** Topic on which the bridge of a site says whether it stands: 1 or 0, retained. */
export function bridgeTopic(site: string): string {
  return `site/${site}/bridge`
}

/** Topic lines of a site's bridge for one device, or for all with `+`. */
export function deviceRules(device: string): readonly BridgeRule[] {
  const rule = (leaf: string, direction: 'in' | 'out', qos: 0 | 1): BridgeRule => ({
    filter: `device/${device}/${leaf}`,
    direction,
    qos,
    localPrefix: '',
    remotePrefix: '',
  })
  return [
    ...TO_DEVICE.map((leaf) => rule(leaf, 'in', 0)),
    ...KEPT.map((leaf) => rule(leaf, 'out', 1)),
    ...PASSING.map((leaf) => rule(leaf, 'out', 0)),
  ]
}

/** The line by which a console asks all agents at once. */
export const HELLO_RULE: BridgeRule = {
  filter: HELLO_TO_ALL,
  direction: 'in',
  qos: 0,
  localPrefix: '',
  remotePrefix: '',
}

/** ACL lines of a site's account at the centre: it speaks for its own devices and hears what is for them. */
export function siteAccess(site: string, devices: readonly string[]): readonly string[] {
  return [
    ...devices.flatMap((id) => [
      ...[...KEPT, ...PASSING].map((leaf) => `topic write device/${id}/${leaf}`),
      ...TO_DEVICE.map((leaf) => `topic read device/${id}/${leaf}`),
    ]),
    `topic read ${HELLO_TO_ALL}`,
    `topic write ${bridgeTopic(site)}`,
  ]
}

/** What people may read beside devices: whether the bridges stand. */
export const BRIDGES_READ = `topic read ${bridgeTopic('+')}`
