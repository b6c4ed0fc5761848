import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'

const FROM_DEVICE = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'] as const
const TO_DEVICE = ['command', 'cancel', 'hello'] as const
/**
 * Executors ask for it as well. Nobody may send it; but RabbitMQ ends the connection of who subscribes to what it may not,
 * where Mosquitto says nothing.
 */
const ALSO_HEARD = 'control'
/** By which a console asks all agents at once for their status. */
const HELLO_TO_ALL = 'device/all/hello'

/** What an account may publish to and subscribe to, as MQTT topic filters. */
export interface AccountRights {
  readonly name: string
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/** The same meaning as the ACL file of Mosquitto, without `$SYS`, which clusters do not have. */
export function rightsOf({ operators, devices }: Pick<SetupPlan, 'operators' | 'devices'>): readonly AccountRights[] {
  return [
    ...operators.map((name) => ({
      name,
      publish: [...TO_DEVICE.map((leaf) => `device/+/${leaf}`), 'test/#'],
      subscribe: [...FROM_DEVICE.map((leaf) => `device/+/${leaf}`), 'test/#'],
    })),
    ...devices.map((id) => ({
      name: id,
      publish: FROM_DEVICE.map((leaf) => `device/${id}/${leaf}`),
      subscribe: [...[...TO_DEVICE, ALSO_HEARD].map((leaf) => `device/${id}/${leaf}`), HELLO_TO_ALL],
    })),
  ]
}
