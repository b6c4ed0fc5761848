import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'

const FROM_DEVICE = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'] as const
const TO_DEVICE = ['command', 'cancel', 'hello'] as const
/** By which a console asks all agents at once for their status. */
const HELLO_TO_ALL = 'device/all/hello'
/** What people may do on any Mosquitto. */
export const OPERATOR_RULES: readonly string[] = [
  ...TO_DEVICE.map((leaf) => `topic write device/+/${leaf}`),
  ...FROM_DEVICE.map((leaf) => `topic read device/+/${leaf}`),
  'topic read $SYS/#',
  'topic readwrite test/#',
]
const HEARS_ALL = `topic read ${HELLO_TO_ALL}`

/**
 * Text of Mosquitto's ACL file. Operators send commands and read every device; the user name of a device is its id, and it
 * reaches its own topics only. With passwords a pattern does, as the password file names the accounts; the one topic that all
 * share is named for each, because Mosquitto warns of a pattern without the user's name. A certificate is good until it ends,
 * so there every device is named: what was taken out has no topic left, even before the broker restarts.
 */
export function aclFile({ mode, operators, devices }: Pick<SetupPlan, 'mode' | 'operators' | 'devices'>): string {
  const lines = [
    '# Operators send commands and read every device.',
    ...operators.flatMap((name) => [`user ${name}`, ...OPERATOR_RULES, '']),
    '# A device has its id as user name and reaches its own topics only.',
    ...(mode === 'mtls'
      ? devices.flatMap((id) => [`user ${id}`, ...deviceRules('topic', id), HEARS_ALL, ''])
      : [...deviceRules('pattern', '%u'), '', ...devices.flatMap((id) => [`user ${id}`, HEARS_ALL, ''])]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function deviceRules(kind: 'topic' | 'pattern', id: string): string[] {
  return [
    ...FROM_DEVICE.map((leaf) => `${kind} write device/${id}/${leaf}`),
    ...TO_DEVICE.map((leaf) => `${kind} read device/${id}/${leaf}`),
  ]
}
