import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** A display by its name: `:0`, `:0.1`, `host:10.0` (X(7), "Display names"). */
interface DisplayName {
  /** Empty for this computer. */
  readonly host: string
  readonly number: number
  readonly screen: number
}

const DISPLAY = /^([^:/]{0,255}):(\d{1,5})(?:\.(\d{1,3}))?$/
const COOKIE = 'MIT-MAGIC-COOKIE-1'
const FIRST_TCP_PORT = 6_000
/** A reply or an error; events are of the same length. */
const PACKET_BYTES = 32
/** More than a server tells of its screens at the start. */
const MAX_BYTES = 4 * 1024 * 1024
const TIMEOUT_MS = 1_500

const INTERN_ATOM = 16
const GET_SELECTION_OWNER = 23

/** Takes the name of a display apart; null where it is none. */
export function readDisplay(name: string | undefined): DisplayName | null {
  const [, host = '', number, screen = '0'] = DISPLAY.exec(name ?? '') ?? []
  if (number === undefined) return null
  return { host: host === 'unix' ? '' : host, number: Number(number), screen: Number(screen) }
}

/**
 * Asks an X server whether some program owns a selection. `selection` gives its name by the number of the screen. Rejects
 * where there is no server, it does not let us in, or it says nothing for a second and a half.
 */
export async function hasSelectionOwner(env: Env, selection: (screen: number) => string): Promise<boolean> {
  const display = readDisplay(env.DISPLAY)
  if (display === null) throw new Error('there is no X display')
  const server = new XServer(display)
  try {
    await server.open(await cookieFor(display, env))
    const atom = await server.atom(selection(display.screen), true)
    if (atom === 0) return false
    return (await server.ask(request(GET_SELECTION_OWNER, 0, [u32(atom)]))).readUInt32LE(8) !== 0
  } finally {
    server.close()
  }
}

/** One connection to an X server (X Window System Protocol, version 11), in its little-endian form. */
export class XServer {
  readonly #socket: Socket
  /** Rejects when the connection ends. */
  readonly #ended: Promise<never>
  #bytes: Buffer = Buffer.alloc(0)

  /** @param silenceMs after which a server that says nothing is given up; 0 waits. */
  constructor({ host, number }: DisplayName, silenceMs = TIMEOUT_MS) {
    const path = `/tmp/.X11-unix/X${number}`
    if (host !== '') this.#socket = connect(FIRST_TCP_PORT + number, host)
    // Some servers listen in the abstract namespace alone.
    else this.#socket = connect(existsSync(path) ? path : `\0${path}`)
    this.#socket.setTimeout(silenceMs, () => this.#socket.destroy(new Error('the X server does not answer')))
    this.#socket.on('data', (data) => {
      this.#bytes = Buffer.concat([this.#bytes, data])
    })
    this.#ended = ended(this.#socket)
    // Told to who reads.
    this.#ended.catch(() => undefined)
    this.#socket.on('error', () => undefined)
  }

  /** Resolves with what the server tells of itself, from byte 8 of its answer. Rejects where it does not let us in. */
  async open(cookie: Buffer): Promise<Buffer> {
    const name = Buffer.from(cookie.length === 0 ? '' : COOKIE, 'latin1')
    const order = Buffer.from('l\0', 'latin1')
    const head = [order, u16(11), u16(0), u16(name.length), u16(cookie.length), u16(0)]
    this.#socket.write(Buffer.concat([...head, padded(name), padded(cookie)]))
    const answer = await this.#take(8)
    const told = await this.#take(answer.readUInt16LE(6) * 4)
    if (answer[0] !== 1) throw new Error('the X server does not let us in')
    return told
  }

  send(bytes: Buffer): void {
    this.#socket.write(bytes)
  }

  /** Sends a request and resolves with the first 32 bytes of its reply; rejects with what the server says against it. */
  async ask(bytes: Buffer): Promise<Buffer> {
    this.send(bytes)
    for (;;) {
      const packet = await this.next()
      if (packet[0] === 0) throw new Error(`the X server refuses the request: ${packet[1]}`)
      if (packet[0] !== 1) continue
      await this.#take(packet.readUInt32LE(4) * 4)
      return packet
    }
  }

  /** Resolves with the number of a name; 0 where only one that exists is asked for, and none does. */
  async atom(name: string, isOnlyIfExists: boolean): Promise<number> {
    const bytes = Buffer.from(name, 'latin1')
    const parts = [u16(bytes.length), u16(0), padded(bytes)]
    return (await this.ask(request(INTERN_ATOM, isOnlyIfExists ? 1 : 0, parts))).readUInt32LE(8)
  }

  /** Resolves with the next packet: an error (0), a reply (1) or an event, by its first byte. */
  next(): Promise<Buffer> {
    return this.#take(PACKET_BYTES)
  }

  close(): void {
    this.#socket.destroy()
  }

  async #take(length: number): Promise<Buffer> {
    if (length > MAX_BYTES) throw new Error('the X server says more than it may')
    while (this.#bytes.length < length) await Promise.race([once(this.#socket, 'data'), this.#ended])
    const taken = this.#bytes.subarray(0, length)
    this.#bytes = this.#bytes.subarray(length)
    return taken
  }
}

/** Makes a request: `data` is its second byte, the parts are whole words of four bytes together. */
export function request(code: number, data: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([code, data]), u16(1 + body.length / 4), body])
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

async function ended(socket: Socket): Promise<never> {
  await once(socket, 'close')
  throw new Error('the X server hung up')
}

/** Reads the cookie of a display from the file of X authorities (Xsecurity(7)); empty where there is none. */
async function cookieFor({ number }: DisplayName, { XAUTHORITY: given, HOME: home }: Env): Promise<Buffer> {
  const path = given || (home ? join(home, '.Xauthority') : null)
  const bytes = path === null ? null : await readFile(path).catch(() => null)
  if (bytes === null) return Buffer.alloc(0)
  for (const entry of authorities(bytes)) {
    const isMeant = entry.number === '' || entry.number === String(number)
    if (isMeant && entry.name === COOKIE) return entry.data
  }
  return Buffer.alloc(0)
}

interface Authority {
  /** Number of the display; empty for each. */
  readonly number: string
  readonly name: string
  readonly data: Buffer
}

/** Reads entries of family, address, number, name and data, each after its length in two bytes. What is cut off is left out. */
function authorities(bytes: Buffer): readonly Authority[] {
  const found: Authority[] = []
  let at = 0
  const field = (): Buffer | null => {
    const from = at + 2
    if (from > bytes.length) return null
    at = from + bytes.readUInt16BE(from - 2)
    return at > bytes.length ? null : bytes.subarray(from, at)
  }
  while (at < bytes.length) {
    at += 2
    const [address, number, name, data] = [field(), field(), field(), field()]
    if (!address || !number || !name || !data) break
    found.push({ number: number.toString('latin1'), name: name.toString('latin1'), data })
  }
  return found
}
