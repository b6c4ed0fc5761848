import { randomUUID } from 'node:crypto'
import { CommandSigner } from '../agent/command-signer.ts'
import { OperatorKeys } from '../agent/operator-keys.ts'
import { encodeHello } from '../devices/wire/encode.ts'
import { secretsUnder } from '../shared/secrets.ts'
import type { Environment } from './environment.ts'
import type { Fleet } from './fleet.ts'
import type { Links } from './links.ts'
import type { Storage } from './storage.ts'

/** Seconds after which the broker drops a hello, because its answer is awaited for less. */
const HELLO_EXPIRY_S = 10

export type Signing = ReturnType<typeof createSigning>

/** Builds what signs commands for devices that take signed ones, and checks what these sign. */
export function createSigning(
  { now, timers }: Environment,
  { agentKeyFile, deviceKeys: devices, log, secrets }: Storage,
  { links, fleet }: { readonly links: Links; readonly fleet: Fleet },
) {
  const operators = new OperatorKeys({
    file: agentKeyFile,
    secrets: secretsUnder(secrets, 'operator-key:'),
    isMemoryOnly: () => secrets.status().mode === 'memory',
    now,
    log,
  })
  const signer = new CommandSigner({
    operators,
    devices,
    takesSigned: (ref) => fleet.registry.find(ref)?.announced.capabilities.includes('signed') === true,
    hello: ({ connectionId, deviceId }) => {
      const options = { connectionId, messageExpiryS: HELLO_EXPIRY_S }
      return links.connection.publish(`device/${deviceId}/hello`, encodeHello(randomUUID()), options)
    },
    now,
    after: timers.after,
  })
  return { operators, devices, signer }
}
