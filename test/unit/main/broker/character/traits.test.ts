import { expect, it } from 'vitest'
import { characterOf } from '../../../../../main/broker/character/traits.ts'
import { NO_CONNECTION } from '../../../../../main/broker/connection/status.ts'
import type { BrokerKind } from '../../../../../preload/contract/models/broker/broker-character.ts'
import { type ConnectionStatus, mayKeepCommands } from '../../../../../preload/contract/models/broker/connection.ts'

it.each([
  ['mosquitto', 'MQTT 5', false],
  ['mosquitto', 'MQTT 3.1.1', true],
  ['ejabberd', 'MQTT 5', true],
] as const)('%s with %s may keep a command for a device that is away: %s', (kind: BrokerKind, protocol, keeps) => {
  const character = characterOf({ kind, by: 'sys', since: 0, changes: {} })
  const status: ConnectionStatus = { ...NO_CONNECTION, protocol, keepsCommands: protocol === 'MQTT 3.1.1', character }
  expect(mayKeepCommands(status)).toBe(keeps)
  const set = characterOf({ kind, by: 'sys', since: 0, changes: { ignoresExpiry: true } })
  expect(mayKeepCommands({ ...status, character: set })).toBe(true)
})
