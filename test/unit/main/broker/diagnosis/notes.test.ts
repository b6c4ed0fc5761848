import { expect, it } from 'vitest'
import { otherPortsNote } from '../../../../../main/broker/diagnosis/notes.ts'

it('names the ports on which a broker answers instead, and says nothing when there is none', () => {
  const note = otherPortsNote([
    { port: 1883, speaks: 'closed' },
    { port: 8883, speaks: 'tls' },
    { port: 9001, speaks: 'websocket' },
    { port: 8083, speaks: 'http' },
  ])
  expect(note?.en).toContain('8883 (TLS), 9001 (MQTT in WebSocket).')
  expect(note?.zh).toContain('8883（TLS）')
  expect(otherPortsNote([{ port: 1883, speaks: 'no-answer' }])).toBeNull()
})
