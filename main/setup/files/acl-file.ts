import type { SetupPlan } from '../../../preload/contract/models/setup.ts'

const FROM_DEVICE = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'] as const
const TO_DEVICE = ['command', 'cancel', 'hello'] as const
/** By which a console asks all agents at once for their status. */
const HELLO_TO_ALL = 'device/all/hello'

/**
 * Text of Mosquitto's ACL file. Operators send commands and read every device; the user name of a device is its id, and it
 * reaches its own topics only. With passwords a pattern does, as the password file names the accounts. A certificate is good
 * until it ends, so there every device is named: what was taken out has no topic left, even before the broker restarts.
 */
export function aclFile({ mode, operators, devices }: Pick<SetupPlan, 'mode' | 'operators' | 'devices'>): string {
  const operatorRules = [
    ...TO_DEVICE.map((leaf) => `topic write device/+/${leaf}`),
    ...FROM_DEVICE.map((leaf) => `topic read device/+/${leaf}`),
    'topic read $SYS/#',
    'topic readwrite test/#',
  ]
  const lines = [
    '# Operators send commands and read every device.',
    ...operators.flatMap((name) => [`user ${name}`, ...operatorRules, '']),
    '# A device has its id as user name and reaches its own topics only.',
    ...(mode === 'mtls'
      ? devices.flatMap((id) => [`user ${id}`, ...deviceRules('topic', id), ''])
      : deviceRules('pattern', '%u')),
  ]
  return `${lines.join('\n')}\n`
}

function deviceRules(kind: 'topic' | 'pattern', id: string): string[] {
  return [
    ...FROM_DEVICE.map((leaf) => `${kind} write device/${id}/${leaf}`),
    ...TO_DEVICE.map((leaf) => `${kind} read device/${id}/${leaf}`),
    // A pattern without the user's name draws a warning of Mosquitto at each start; the console reaches each device by its own.
    ...(kind === 'topic' ? [`topic read ${HELLO_TO_ALL}`] : []),
  ]
}
