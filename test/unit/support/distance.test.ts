import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Distance, type DistanceOptions, startDistance } from '../../support/distance.ts'

let echo: Server
let distance: Distance | null
let client: Socket

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => {})
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
})
afterEach(async () => {
  client.destroy()
  await distance?.stop()
  echo.close()
})

async function open(options: Omit<DistanceOptions, 'to'>): Promise<void> {
  const address = echo.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  distance = await startDistance({ to: address.port, ...options })
  client = connect({ host: '127.0.0.1', port: distance.port })
  client.on('error', () => {})
  await once(client, 'connect')
}

/** Sends it and returns what came back, after how many ms, in how many pieces. */
async function send(bytes: Buffer): Promise<{ back: Buffer; ms: number; pieces: number }> {
  const from = performance.now()
  const pieces: Buffer[] = []
  client.write(bytes)
  while (pieces.reduce((sum, piece) => sum + piece.length, 0) < bytes.length) {
    const [piece] = (await once(client, 'data')) as [Buffer]
    pieces.push(piece)
  }
  return { back: Buffer.concat(pieces), ms: performance.now() - from, pieces: pieces.length }
}

it('takes a round trip, and one more for the handshake, and changes nothing', async () => {
  // From before the connection, because its handshake is on the way while the bytes are made.
  const from = performance.now()
  await open({ rttMs: 40, jitterMs: 10, sliceBytes: 7 })
  const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 256))
  const { back } = await send(bytes)
  expect(back.equals(bytes)).toBe(true)
  expect(performance.now() - from).toBeGreaterThanOrEqual(79)
  expect((await send(Buffer.from('again'))).ms).toBeGreaterThanOrEqual(39)
})

it('comes in slices, each when its bandwidth lets it through', async () => {
  await open({ rttMs: 0, sliceBytes: 1, bytesPerS: 50 })
  expect((await send(Buffer.from('abc'))).pieces).toBe(3)
})

it('lets through no more than its bandwidth, and stands still where it is told', async () => {
  await open({ rttMs: 0, bytesPerS: 100_000 })
  expect((await send(Buffer.alloc(10_000))).ms).toBeGreaterThanOrEqual(99)
  client.destroy()
  await distance?.stop()
  await open({ rttMs: 0, stall: { everyMs: 50, forMs: 40 } })
  let longest = 0
  for (let tries = 0; tries < 30; tries += 1) longest = Math.max(longest, (await send(Buffer.from('x'))).ms)
  expect(longest).toBeGreaterThanOrEqual(5)
})

it('cuts what is idle, and resets what is open', async () => {
  await open({ rttMs: 0, idleCutMs: 50 })
  await once(client, 'close')
  await distance?.stop()
  await open({ rttMs: 0 })
  await send(Buffer.from('x'))
  const error = once(client, 'error')
  distance?.reset()
  expect(await error).toMatchObject([{ code: 'ECONNRESET' }])
})
