import { describe, expect, it } from 'vitest'
import { RawMessages } from '../../../../../main/devices/intake/raw-messages.ts'
import { CONNECTION } from '../scene.ts'

const REF = { connectionId: CONNECTION, deviceId: 'rpi_1' }

function push(raw: RawMessages, deviceId: string, text: string, at = 1): void {
  const topic = `device/${deviceId}/heartbeat`
  raw.push({ connectionId: CONNECTION, topic, payload: Buffer.from(text), isRetained: false, receivedAt: at })
}

describe('raw messages', () => {
  it('are of one device of one connection, newest first', () => {
    const raw = new RawMessages()
    push(raw, 'rpi_1', 'one', 1)
    push(raw, 'rpi_10', 'other', 2)
    push(raw, 'rpi_1', 'two', 3)
    raw.push({
      connectionId: 'site-b',
      topic: 'device/rpi_1/heartbeat',
      payload: Buffer.from('b'),
      isRetained: false,
      receivedAt: 4,
    })
    expect(raw.of(REF).map(({ text }) => text)).toEqual(['two', 'one'])
  })

  it('leave out a message that was overwritten', () => {
    const raw = new RawMessages()
    push(raw, 'rpi_1', 'first')
    for (let n = 0; n < 1_000; n += 1) push(raw, 'big', 'x'.repeat(4_000))
    expect(raw.of(REF)).toEqual([])
    push(raw, 'rpi_1', 'second')
    for (let n = 0; n < 1_000; n += 1) push(raw, 'big', 'x'.repeat(4_000))
    expect(raw.of(REF).map(({ text }) => text)).toEqual(['second'])
  })

  it('keep fifty bounded messages of a device, without control characters', () => {
    const raw = new RawMessages()
    push(raw, 'rpi_1', `\u001b[2J${'y'.repeat(100_000)}`)
    const [message] = raw.of(REF)
    expect(message).toMatchObject({ bytes: 100_004, isCut: true, kind: 'heartbeat' })
    expect(message?.text.length).toBeLessThan(4_100)
    expect(message?.text).not.toContain('\u001b')
    for (let n = 0; n < 200; n += 1) push(raw, 'rpi_1', `n${n}`)
    expect(raw.of(REF)).toHaveLength(50)
    expect(raw.of(REF)[0]?.text).toBe('n199')
  })
})
