import { expect, it } from 'vitest'
import { encodeCancel, encodeCommand } from '../../../../../main/devices/wire/encode.ts'

it('writes a command that the legacy executor and an expiring one read', () => {
  const bytes = encodeCommand({
    commandId: 'c-1',
    command: 'echo "ä"\n',
    timeoutS: 30,
    issuedAt: Date.UTC(2026, 4, 4, 8),
  })
  expect(JSON.parse(bytes.toString('utf8'))).toEqual({
    command_id: 'c-1',
    command: 'echo "ä"\n',
    timeout: 30,
    v: 2,
    issued_at: '2026-05-04T08:00:00.000Z',
    expires_at: '2026-05-04T08:00:30.000Z',
  })
  expect(JSON.parse(encodeCancel('c-1').toString('utf8'))).toEqual({ command_id: 'c-1' })
})

it('refuses a timeout that is no whole number of seconds from 1 to 3600', () => {
  for (const timeoutS of [0, -1, 1.5, 3601, Number.NaN])
    expect(() => encodeCommand({ commandId: 'c', command: 'ls', timeoutS, issuedAt: 0 })).toThrow('INVALID_INPUT')
})
