import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepMessage, SHOWN_BYTES, showMessage } from '../../../../../main/broker/page/tester-message.ts'
import { sanitise, sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'

function shown(topic: string, payload: Buffer) {
  return showMessage(keepMessage({ topic, payload, qos: 0, isRetained: false }, 1, 0), sanitise, sanitiseLine)
}

it('shows any bytes as harmless and bounded text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 5_000 }), (topic, bytes) => {
      const message = shown(topic, Buffer.from(bytes))
      expect(sanitise(message.payload).text).toBe(message.payload)
      expect(sanitise(message.topic).text).toBe(message.topic)
      expect(message.topic.includes('\n')).toBe(false)
      expect(message.payload.length).toBeLessThan(SHOWN_BYTES * 8)
      expect(message.bytes).toBe(bytes.length)
    }),
  )
})

it('does not take a text for binary because the cut goes through a character', () => {
  const message = shown('a', Buffer.from('中'.repeat(1_000)))
  expect(message).toMatchObject({ form: 'text', isCut: true, bytes: 3_000 })
  expect(message.payload).toBe('中'.repeat(Math.floor(SHOWN_BYTES / 3)))
})

it('shows as hexadecimal what is no UTF-8 or holds a NUL, in rows of 16', () => {
  expect(shown('a', Buffer.from([0xc3, 0x28]))).toMatchObject({ form: 'hex', payload: 'c3 28' })
  expect(shown('a', Buffer.from('a\0b'))).toMatchObject({ form: 'hex', payload: '61 00 62' })
  const long = shown('a', Buffer.alloc(1_000, 0xff))
  expect(long.isCut).toBe(true)
  expect(long.payload.split('\n').length).toBe(16)
})

it('lets go of a large payload: only its head is kept', () => {
  const payload = Buffer.alloc(10_000_000, 0x61)
  const kept = keepMessage({ topic: 'a', payload, qos: 0, isRetained: false }, 1, 0)
  expect(kept.head.buffer.byteLength).toBeLessThan(100_000)
})
