const FROM_DEVICE = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'] as const
const TO_DEVICE = ['command', 'cancel'] as const

/**
 * Text of Mosquitto's ACL file. Operators send commands and read every device; the user name of a device is its id, and
 * the patterns give it its own topics only.
 */
export function aclFile(operators: readonly string[]): string {
  const operatorRules = [
    ...TO_DEVICE.map((leaf) => `topic write device/+/${leaf}`),
    ...FROM_DEVICE.map((leaf) => `topic read device/+/${leaf}`),
    'topic read $SYS/#',
    'topic readwrite test/#',
  ]
  const lines = [
    '# Operators send commands and read every device.',
    ...operators.flatMap((name) => [`user ${name}`, ...operatorRules, '']),
    '# A device has its id as user name (%u) and reaches its own topics only.',
    ...FROM_DEVICE.map((leaf) => `pattern write device/%u/${leaf}`),
    ...TO_DEVICE.map((leaf) => `pattern read device/%u/${leaf}`),
  ]
  return `${lines.join('\n')}\n`
}
