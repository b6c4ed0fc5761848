import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { Duplex, PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LargePublishes } from '../../../../../main/broker/session/large-publish.ts'
import { shortenedStream } from '../../../../../main/broker/session/shortened-stream.ts'

const LIMIT = 100_000

function lengthBytes(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0))
    if (rest < 128) return Buffer.from(bytes)
  }
}

function packetOf(firstByte: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([firstByte]), lengthBytes(body.length), body])
}

interface Publish {
  readonly topic: string
  readonly qos: 0 | 1
  readonly properties: Buffer
  readonly payload: Buffer
}

function publish({ topic, qos, properties, payload }: Publish, version: 4 | 5): Buffer {
  const name = Buffer.from(topic)
  const nameLength = Buffer.alloc(2)
  nameLength.writeUInt16BE(name.length)
  const id = qos === 0 ? Buffer.alloc(0) : Buffer.from([0x12, 0x34])
  const listed = version === 5 ? [lengthBytes(properties.length), properties] : []
  return packetOf(0x30 | (qos << 1), Buffer.concat([nameLength, name, id, ...listed, payload]))
}

function inPieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length))
}

const text = (size: number) => Buffer.from(`{"command_id":"c-1","output":"${'x'.repeat(size)}","end":"here"}`)

it('hands on every packet in any pieces, and of a large one its header with first and last kB', () => {
  const anyPublish = fc.record({
    topic: fc.constantFrom('device/a/result', 'device/Zürich/data'),
    qos: fc.constantFrom(0 as const, 1 as const),
    properties: fc.constantFrom(Buffer.alloc(0), Buffer.alloc(300, 7)),
    payload: fc.constantFrom(0, 5, 2_000, 99_000, 120_000, 300_000).map(text),
  })
  const cuts = fc.array(fc.nat(2_000_000), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(anyPublish, { maxLength: 5 }), cuts, fc.constantFrom(4 as const, 5 as const), (all, at, v) => {
      const large = new LargePublishes(LIMIT, v)
      const wire = Buffer.concat([Buffer.from([0xd0, 0]), ...all.map((one) => publish(one, v)), Buffer.from([0xd0, 0])])
      const out = Buffer.concat(inPieces(wire, at).flatMap((piece) => large.shorten(piece)))
      let from = 2
      for (const one of all) {
        const whole = publish(one, v)
        if (one.payload.length < LIMIT) {
          expect(out.subarray(from, from + whole.length).equals(whole)).toBe(true)
          from += whole.length
          continue
        }
        const empty = { ...one, properties: Buffer.alloc(0) }
        const excerpt = [one.payload.subarray(0, 1_024), Buffer.from('\n'), one.payload.subarray(-1_024)]
        const short = publish({ ...empty, payload: Buffer.concat([Buffer.alloc(20), ...excerpt]) }, v)
        const got = out.subarray(from, from + short.length)
        const headBytes = short.length - 2_049 - 20
        expect(got.subarray(0, headBytes).equals(short.subarray(0, headBytes))).toBe(true)
        const read = large.excerptOf(got.subarray(headBytes))
        expect(read?.wholeBytes).toBe(one.payload.length)
        expect(read?.payload.equals(Buffer.concat(excerpt))).toBe(true)
        from += short.length
      }
      expect(out.subarray(from).equals(Buffer.from([0xd0, 0]))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('takes no payload of a device for an excerpt', () => {
  const large = new LargePublishes(LIMIT, 5)
  const other = new LargePublishes(LIMIT, 5)
  const [packet = Buffer.alloc(0)] = other.shorten(
    publish({ topic: 't', qos: 0, properties: Buffer.alloc(0), payload: text(200_000) }, 5),
  )
  const payload = packet.subarray(packet.length - 2_069)
  expect(other.excerptOf(payload)?.wholeBytes).toBe(text(200_000).length)
  expect(large.excerptOf(payload)).toBeNull()
  expect(large.excerptOf(Buffer.alloc(0))).toBeNull()
})

it('passes what is no MQTT on, so that it is named as what it is', () => {
  const large = new LargePublishes(LIMIT, 5)
  const answer = Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n<html>')
  expect(Buffer.concat(large.shorten(answer).map((part) => Buffer.from(part)))).toEqual(answer)
  const broken = new LargePublishes(LIMIT, 5)
  const malformed = Buffer.from([0x20, 0xff, 0xff, 0xff, 0xff, 0xff])
  expect(Buffer.concat(broken.shorten(malformed))).toEqual(malformed)
})

it('keeps no more of a message than its ends, however large it is', () => {
  const large = new LargePublishes(LIMIT, 4)
  const piece = Buffer.alloc(1024 * 1024, 120)
  const head = publish({ topic: 't', qos: 1, properties: Buffer.alloc(0), payload: Buffer.alloc(0) }, 4)
  const size = 200 * piece.length
  const out = [
    ...large.shorten(Buffer.concat([head.subarray(0, 1), lengthBytes(5 + size), head.subarray(-5)])),
    ...Array.from({ length: 200 }, () => large.shorten(piece)).flat(),
  ]
  expect(out.length).toBe(1)
  expect(large.excerptOf((out[0] ?? Buffer.alloc(0)).subarray(-2_069))?.wholeBytes).toBe(size)
})

it('hands on all that was received before the other side ended the stream', async () => {
  const incoming = new PassThrough()
  const source = Duplex.from({ readable: incoming, writable: new PassThrough().resume() })
  const stream = shortenedStream(source, new LargePublishes(LIMIT, 5))
  const one = publish({ topic: 't', qos: 0, properties: Buffer.alloc(0), payload: text(90_000) }, 5)
  incoming.write(one)
  incoming.end(Buffer.from([0xe0, 2, 0x8e, 0]))
  const seen: Buffer[] = []
  for await (const part of stream) seen.push(part as Buffer)
  expect(Buffer.concat(seen).equals(Buffer.concat([one, Buffer.from([0xe0, 2, 0x8e, 0])]))).toBe(true)
})

describe('a stream of many answers', () => {
  const answer = publish({ topic: 'device/a/result', qos: 1, properties: Buffer.alloc(0), payload: text(1_000) }, 5)
  const ANSWERS = 3_000
  /** Ms that 16 answers take to work on. */
  const WORK_MS = 2

  /** Sends all answers at once, and then ends as told; each piece is worked on in a tick of its own, as mqtt.js does. */
  async function receive(end: (socket: Socket) => void) {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      for (let count = 0; count < ANSWERS; count += 1) socket.write(answer)
      // Ends when the other side reads, and all is written, because a reset drops what the sender still holds.
      const isRead = once(socket, 'data')
      socket.write(Buffer.from([0xd0, 0]), () => void isRead.then(() => end(socket)))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const socket = createConnection((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {})
    const stream = shortenedStream(socket, new LargePublishes(LIMIT, 5)).on('error', () => {})
    const seen = { bytes: 0, most: 0, turns: 0 }
    let inTurn = 0
    const beat = () => {
      if (inTurn > 0) seen.turns += 1
      inTurn = 0
      beating = setImmediate(beat)
    }
    let beating = setImmediate(beat)
    stream.once('data', () => stream.write('x'))
    stream.on('data', (piece: Buffer) => {
      seen.bytes += piece.length
      inTurn += 1
      seen.most = Math.max(seen.most, inTurn)
      process.nextTick(() => {
        for (const until = performance.now() + WORK_MS; performance.now() < until; );
      })
    })
    await new Promise((resolve) => stream.once('close', resolve))
    clearImmediate(beating)
    server.close()
    return { ...seen, received: socket.bytesRead }
  }

  it('is handed on for a few ms in each turn of the event loop', async () => {
    const { bytes, most, turns } = await receive((socket) => socket.end())
    expect(bytes).toBe(ANSWERS * answer.length + 2)
    // What is left of one turn may follow on a whole one.
    expect(most).toBeLessThanOrEqual(2 * (8 / WORK_MS) + 1)
    expect(turns).toBeGreaterThanOrEqual(ANSWERS / 16 / 9)
  })

  it('loses nothing that was received before the other side broke it off', async () => {
    const { bytes, received, turns } = await receive((socket) => socket.resetAndDestroy())
    expect(turns).toBeGreaterThan(1)
    expect(bytes).toBe(received)
  })
})
