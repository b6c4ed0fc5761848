import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findProgram } from '../run/debian-packages.ts'
import { capture } from '../run/run-process.ts'
import { type CertificateAuthority, type CertificateWithKey, createAuthority } from './certificates.ts'

const START_TIMEOUT_MS = 10_000
const TRIES = 5

export interface MosquittoOptions {
  /** `tls` asks for a password if `users` are given, else it lets anybody in. */
  readonly mode: 'anonymous' | 'password' | 'tls'
  /** Name → password. Mode `password` makes one user `operator` with a random password when none are given. */
  readonly users?: Readonly<Record<string, string>>
  /** Text of an ACL file. */
  readonly acl?: string
  /** Logs no line for each packet, because that costs more than the packet. */
  readonly isQuiet?: boolean
  /** Further lines for mosquitto.conf. */
  readonly extraConfig?: string
  /** Mode `tls`: certificate of the broker; one for 127.0.0.1 and localhost unless given. */
  readonly serverCertificate?: CertificateWithKey
  /** Mode `tls`: the authority whose certificate the client trusts; a new one unless given. */
  readonly authority?: CertificateAuthority
  /** Mode `tls`: clients must show a certificate of `authority`. */
  readonly requiresClientCertificate?: boolean
}

/** A real Mosquitto on a free loopback port. */
export interface Mosquitto {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly users: Readonly<Record<string, string>>
  /** Mode `tls`: PEM that a client must trust, and a file with it. */
  readonly ca?: string
  readonly caFile?: string
  readonly authority?: CertificateAuthority
  readonly pid: number
  /** Returns its log since the first start, all log types. */
  log(): string
  /** Restarts it on the same port with the same files. */
  restart(): Promise<void>
  /** Ends it, waits for its end and removes its files. */
  stop(): Promise<void>
}

/** Starts Mosquitto on files in a temporary folder and waits until it listens. */
export async function startMosquitto(options: MosquittoOptions): Promise<Mosquitto> {
  const program = await findProgram('mosquitto')
  if (program === undefined) throw new Error('mosquitto is not installed (Debian: apt-get install mosquitto)')
  const folder = await mkdtemp(path.join(tmpdir(), 'waypost-mosquitto-'))
  try {
    return await startIn(folder, program, options)
  } catch (error) {
    await rm(folder, { recursive: true })
    throw error
  }
}

async function startIn(folder: string, program: string, options: MosquittoOptions): Promise<Mosquitto> {
  const users =
    options.users ?? (options.mode === 'password' ? { operator: randomBytes(12).toString('base64url') } : {})
  const authority = options.mode === 'tls' ? (options.authority ?? (await createAuthority())) : undefined
  const securityLines = [
    ...(await loginLines(folder, users)),
    ...(await aclLines(folder, options.acl)),
    ...(authority === undefined ? [] : await tlsLines(folder, authority, options)),
  ]
  const log: string[] = []
  const configFile = path.join(folder, 'mosquitto.conf')
  const launch = async (port: number): Promise<ChildProcess> => {
    await writeFile(configFile, configuration(port, securityLines, options))
    return launchBroker(program, configFile, log)
  }
  let { port, broker } = await launchOnFreePort(launch)
  const tls = authority === undefined ? {} : { ca: authority.ca, caFile: path.join(folder, 'ca.pem'), authority }
  return {
    host: '127.0.0.1',
    port,
    users,
    ...tls,
    get pid() {
      return broker.pid ?? 0
    },
    log: () => log.join(''),
    restart: async () => {
      await end(broker)
      broker = await launch(port)
    },
    stop: async () => {
      await end(broker)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function configuration(port: number, securityLines: readonly string[], options: MosquittoOptions): string {
  // Keeps root, because Mosquitto would else become a user who cannot read the temporary folder.
  const user = process.getuid?.() === 0 ? ['user root'] : []
  return [
    ...user,
    `listener ${port} 127.0.0.1`,
    'persistence false',
    'log_dest stderr',
    ...(options.isQuiet === true ? ['log_type information', 'log_type error'] : ['log_type all']),
    ...securityLines,
    options.extraConfig ?? '',
    '',
  ].join('\n')
}

async function loginLines(folder: string, users: Readonly<Record<string, string>>): Promise<string[]> {
  const entries = Object.entries(users)
  if (entries.length === 0) return ['allow_anonymous true']
  const file = path.join(folder, 'passwords')
  await writeFile(file, entries.map(([name, password]) => `${name}:${password}\n`).join(''), { mode: 0o600 })
  const tool = await findProgram('mosquitto_passwd')
  if (tool === undefined) throw new Error('mosquitto_passwd is not installed (it comes with mosquitto)')
  // -U replaces the plain passwords in the file by their hashes.
  const outcome = await capture(tool, ['-U', file])
  if (outcome.code !== 0) throw new Error(`mosquitto_passwd failed: ${outcome.stderr}`)
  return ['allow_anonymous false', `password_file ${file}`]
}

async function aclLines(folder: string, acl: string | undefined): Promise<string[]> {
  if (acl === undefined) return []
  const file = path.join(folder, 'acl')
  await writeFile(file, acl, { mode: 0o600 })
  return [`acl_file ${file}`]
}

async function tlsLines(folder: string, authority: CertificateAuthority, options: MosquittoOptions): Promise<string[]> {
  const server = options.serverCertificate ?? (await authority.issueServer())
  const files = { 'ca.pem': authority.ca, 'server.pem': server.certificate, 'server.key': server.key }
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text, { mode: 0o600 })
  const isRequired = options.requiresClientCertificate === true
  return [
    `cafile ${path.join(folder, 'ca.pem')}`,
    `certfile ${path.join(folder, 'server.pem')}`,
    `keyfile ${path.join(folder, 'server.key')}`,
    ...(isRequired ? ['require_certificate true'] : []),
  ]
}

async function launchOnFreePort(
  launch: (port: number) => Promise<ChildProcess>,
): Promise<{ port: number; broker: ChildProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freeLoopbackPort()
    try {
      return { port, broker: await launch(port) }
    } catch (error) {
      // Another program may have taken the port meanwhile.
      if (attempt === TRIES || !String(error).includes('Address already in use')) throw error
    }
  }
}

/** Finds a free TCP port of 127.0.0.1 below the ephemeral range, because Linux may connect a client to itself there. */
export async function freeLoopbackPort(): Promise<number> {
  const port = randomInt(10_000, 32_000)
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freeLoopbackPort()
  }
  server.close()
  await once(server, 'close')
  return port
}

/** Resolves when the broker logs that it runs, which follows its listening. */
async function launchBroker(program: string, configFile: string, log: string[]): Promise<ChildProcess> {
  const broker = spawn(program, ['-c', configFile], { stdio: ['ignore', 'ignore', 'pipe'] })
  const endWithUs = (): void => {
    broker.kill()
  }
  process.once('exit', endWithUs)
  broker.once('exit', () => process.off('exit', endWithUs))
  const firstLine = log.length
  const ownLog = (): string => log.slice(firstLine).join('')
  const isRunning = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Mosquitto did not start in time:\n${ownLog()}`)), START_TIMEOUT_MS)
    broker.stderr.on('data', (chunk: Buffer) => {
      log.push(chunk.toString())
      if (!/mosquitto version \S+ running/.test(ownLog())) return
      clearTimeout(timer)
      resolve()
    })
    broker.once('error', reject)
    broker.once('close', (code) => {
      clearTimeout(timer)
      reject(new Error(`Mosquitto ended with ${code}:\n${ownLog()}`))
    })
  })
  await isRunning.catch(async (error: unknown) => {
    await end(broker)
    throw error
  })
  return broker
}

async function end(broker: ChildProcess): Promise<void> {
  if (broker.pid === undefined || broker.exitCode !== null || broker.signalCode !== null) return
  const exited = once(broker, 'exit')
  broker.kill()
  // A SIGTERM between "running" and its main loop is lost on Mosquitto.
  const again = setInterval(() => broker.kill(), 200)
  await exited
  clearInterval(again)
}
