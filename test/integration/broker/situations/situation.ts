import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestStageName } from '../../../../preload/contract/models/broker/connection.ts'
import { type CertificateAuthority, createAuthority } from '../../../support/brokers/certificates.ts'
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../../../support/brokers/mosquitto.ts'

/** What a command line looks like in one situation. */
export interface Invocation {
  readonly args: readonly string[]
  readonly stdin?: string
}

/** Something that is broken, or works: how it is set up, and what the diagnosis has to say of it. */
export interface Situation {
  readonly name: string
  readonly stage: TestStageName | null
  readonly cause: string | null
  /** Words that the message or the fix must hold. */
  readonly says?: RegExp
  readonly setUp: (bench: Bench) => Promise<Invocation>
}

/** Starts and stops what the situations need; brokers are shared by those who ask for the same. */
export class Bench {
  readonly #brokers = new Map<string, Promise<Mosquitto>>()
  readonly #servers: Server[] = []
  readonly #sockets = new Set<Socket>()
  readonly #cleanups: (() => unknown)[] = []
  readonly folder: string
  readonly authority: CertificateAuthority
  readonly stranger: CertificateAuthority

  private constructor(folder: string, authority: CertificateAuthority, stranger: CertificateAuthority) {
    this.folder = folder
    this.authority = authority
    this.stranger = stranger
  }

  static async open(): Promise<Bench> {
    const folder = await mkdtemp(join(tmpdir(), 'waypost-diagnose-'))
    return new Bench(folder, await createAuthority(), await createAuthority('Somebody else'))
  }

  async close(): Promise<void> {
    for (const cleanup of this.#cleanups.reverse()) await cleanup()
    for (const socket of this.#sockets) socket.destroy()
    for (const server of this.#servers) server.close()
    for (const broker of await Promise.all(this.#brokers.values())) await broker.stop()
    await rm(this.folder, { recursive: true })
  }

  onClose(cleanup: () => unknown): void {
    this.#cleanups.push(cleanup)
  }

  /** A real Mosquitto, one for each key. */
  broker(key: string, options: () => Promise<MosquittoOptions> | MosquittoOptions): Promise<Mosquitto> {
    const known = this.#brokers.get(key)
    if (known !== undefined) return known
    const started = Promise.resolve(options()).then(startMosquitto)
    this.#brokers.set(key, started)
    return started
  }

  /** Listens on a free loopback port and answers with it. */
  async listen(server: Server): Promise<number> {
    this.#servers.push(server)
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => this.#sockets.delete(socket))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }

  /** Writes a file and answers with its path. */
  async file(name: string, content: string | Buffer): Promise<string> {
    const path = join(this.folder, name)
    await writeFile(path, content, { mode: 0o600 })
    return path
  }
}
