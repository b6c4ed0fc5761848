import { hash } from 'node:crypto'
import type { Client, ConnectConfig, SFTPWrapper } from 'ssh2'
import type { JoinStage } from '../../../preload/contract/models/devices/joining.ts'
import { JoinFault } from '../failures/join-fault.ts'
import { openSocket, socketFault } from './ssh-socket.ts'

/** The key by which a server is known again. */
export interface HostKey {
  /** As in the protocol, e.g. `ssh-ed25519`. */
  readonly kind: string
  /** As `ssh-keygen -l` prints it. */
  readonly fingerprint: string
}

/** `SHA256:` and base64 without padding, of the key as it is on the wire (RFC 4253, section 6.6). */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${hash('sha256', key, 'base64').replaceAll('=', '')}`
}

/** Name of its kind, which the key begins with; it comes from a stranger. */
export function kindOf(key: Buffer): string {
  const length = key.length >= 4 ? key.readUInt32BE(0) : 0
  const kind = key.subarray(4, 4 + Math.min(length, 64)).toString('latin1')
  return /^[A-Za-z0-9@.-]{1,64}$/.test(kind) ? kind : '?'
}

/** From the first byte to the end of the login. */
const READY_TIMEOUT_MS = 15_000
/** Bytes that a server may send before it has let us in: keys and a banner need a few thousand. */
const HANDSHAKE_MAX_BYTES = 512 * 1024
const OUTPUT_MAX_BYTES = 1024 * 1024
const FILE_TIMEOUT_MS = 60_000

export interface SshTarget {
  readonly host: string
  readonly port: number
}

/** Held in memory while devices are added, in the secret store only where the operator asks for it. */
export interface SshLogin {
  readonly user: string
  readonly password: string | null
  /** Text of a private key file. */
  readonly privateKey: string | null
  readonly passphrase: string | null
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A login on one device. */
export interface SshSession {
  /** Runs one command line with `input` on its stdin. Rejects with `JoinFault` of this stage when there is no exit code. */
  run(stage: JoinStage, command: string, input: string, timeoutMs: number): Promise<Ran>
  /** Sends a file to a temporary name in the same folder and moves it to its own. */
  put(path: string, content: string, mode: number): Promise<void>
  close(): void
}

interface OpenOptions {
  readonly target: SshTarget
  readonly signal: AbortSignal
}

/** Asks a server for its host key, without a login. Rejects with `JoinFault`. */
export async function readHostKey(options: OpenOptions): Promise<HostKey> {
  let seen: HostKey | null = null
  const onKey = (key: HostKey): boolean => {
    seen = key
    return false
  }
  const client = await handshake(options, { username: 'waypost', authHandler: () => false }, onKey).catch(
    (error: unknown) => {
      if (seen === null) throw error
      return null
    },
  )
  client?.end()
  if (seen === null) throw new JoinFault('connect', 'not-ssh')
  return seen
}

/** Logs in, if the server shows this host key. Rejects with `JoinFault`. */
export async function openSsh(options: OpenOptions, login: SshLogin, expectedKey: string): Promise<SshSession> {
  let isOther = false
  const { user, password, privateKey, passphrase } = login
  const config: ConnectConfig = {
    username: user,
    ...(privateKey !== null && { privateKey }),
    ...(privateKey !== null && passphrase !== null && { passphrase }),
    ...(password !== null && { password, tryKeyboard: true }),
  }
  const onKey = ({ fingerprint }: HostKey): boolean => {
    isOther = fingerprint !== expectedKey
    return !isOther
  }
  try {
    return sessionOf(await handshake(options, config, onKey, password))
  } catch (error) {
    if (isOther) throw new JoinFault('host-key', 'host-key-changed', '', { cause: error })
    throw error
  }
}

async function handshake(
  { target, signal }: OpenOptions,
  config: ConnectConfig,
  onKey: (key: HostKey) => boolean,
  password: string | null = null,
): Promise<Client> {
  // The library is large, and most starts never need it.
  const { Client: SshClient } = await import('ssh2')
  const socket = await openSocket(target, signal)
  return new Promise((resolve, reject) => {
    const client = new SshClient()
    let received = 0
    const count = (chunk: Buffer): void => {
      received += chunk.length
      if (received > HANDSHAKE_MAX_BYTES) fail(new JoinFault('connect', 'flood'))
    }
    const fail = (fault: Error): void => {
      socket.off('data', count)
      client.removeAllListeners('error')
      client.on('error', () => undefined)
      socket.destroy()
      reject(fault)
    }
    socket.on('data', count)
    client.once('ready', () => {
      socket.off('data', count)
      client.removeAllListeners('close')
      resolve(client)
    })
    client.once('close', () => fail(new JoinFault('connect', 'closed')))
    client.on('error', (error: Error & { readonly level?: string }) => fail(handshakeFault(error)))
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
      // A prompt that shows what is typed asks for something else than a password.
      finish(prompts.map(({ echo }) => (echo === true ? '' : (password ?? '')))),
    )
    try {
      client.connect({
        ...config,
        sock: socket,
        readyTimeout: READY_TIMEOUT_MS,
        keepaliveInterval: 10_000,
        keepaliveCountMax: 3,
        hostVerifier: (key: Buffer) => onKey({ kind: kindOf(key), fingerprint: fingerprintOf(key) }),
      })
    } catch (error) {
      fail(
        new JoinFault('login', 'key-unusable', String(error instanceof Error ? error.message : ''), { cause: error }),
      )
    }
  })
}

function handshakeFault(error: Error & { readonly level?: string }): JoinFault {
  if (/before handshake|connection lost/i.test(error.message))
    return new JoinFault('connect', 'closed', error.message, { cause: error })
  switch (error.level) {
    case 'client-authentication':
      return new JoinFault('login', 'login-refused', error.message, { cause: error })
    case 'client-timeout':
      return new JoinFault('connect', 'silent', '', { cause: error })
    case 'client-socket':
      return socketFault('connect', error)
    default:
      return new JoinFault('connect', 'not-ssh', error.message, { cause: error })
  }
}

function sessionOf(client: Client): SshSession {
  let isLost = false
  const lost = new Promise<never>((_resolve, reject) => {
    client.once('close', () => {
      isLost = true
      reject(new Error('closed'))
    })
  })
  lost.catch(() => undefined)
  client.on('error', () => undefined)
  /** Rejects where the connection ends, or the time does, before `act` answers. */
  const bounded = async <T>(stage: JoinStage, timeoutMs: number, act: () => Promise<T>): Promise<T> => {
    if (isLost) throw new JoinFault(stage, 'closed')
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new JoinFault(stage, 'timeout')), timeoutMs)
    })
    const ended = lost.catch(() => {
      throw new JoinFault(stage, 'closed')
    })
    try {
      return await Promise.race([act(), late, ended])
    } finally {
      clearTimeout(timer)
    }
  }
  let sftp: Promise<SFTPWrapper> | null = null
  return {
    run: (stage, command, input, timeoutMs) => bounded(stage, timeoutMs, () => execute(client, stage, command, input)),
    put: (path, content, mode) =>
      bounded('files', FILE_TIMEOUT_MS, async () => {
        sftp ??= openSftp(client)
        await putFile(await sftp, path, content, mode)
      }),
    close: () => {
      client.end()
    },
  }
}

function execute(client: Client, stage: JoinStage, command: string, input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, channel) => {
      if (error) return reject(new JoinFault(stage, 'closed', error.message, { cause: error }))
      const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
      let total = 0
      let code: number | null = null
      const take = (name: 'stdout' | 'stderr') => (chunk: Buffer) => {
        total += chunk.length
        if (total <= OUTPUT_MAX_BYTES) return void parts[name].push(chunk)
        channel.destroy()
        client.end()
        reject(new JoinFault(stage, 'flood'))
      }
      channel.on('data', take('stdout'))
      channel.stderr.on('data', take('stderr'))
      channel.on('exit', (exitCode: number | null) => {
        code = exitCode
      })
      channel.on('error', () => undefined)
      channel.on('close', () => {
        const text = (name: 'stdout' | 'stderr') => Buffer.concat(parts[name]).toString('utf8')
        resolve({ code, stdout: text('stdout'), stderr: text('stderr') })
      })
      channel.end(input)
    })
  })
}

function openSftp(client: Client): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) => {
    client.sftp((error, sftp) =>
      error ? reject(new JoinFault('files', 'no-sftp', error.message, { cause: error })) : resolve(sftp),
    )
  })
}

async function putFile(sftp: SFTPWrapper, path: string, content: string, mode: number): Promise<void> {
  const temporary = `${path}.part`
  const step = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => act((error) => (error ? reject(fileFault(error)) : resolve())))
  await step((done) => sftp.writeFile(temporary, content, { mode }, done))
  // OpenSSH tells a full disk by "Failure" alone, and may have taken a part.
  const size = await new Promise<number>((resolve, reject) =>
    sftp.stat(temporary, (error, stats) => (error ? reject(fileFault(error)) : resolve(stats.size))),
  )
  if (size !== Buffer.byteLength(content)) throw new JoinFault('files', 'disk-full', `${path}: ${size}`)
  await step((done) => sftp.rename(temporary, path, done))
}

function fileFault(error: Error): JoinFault {
  const isFull = /no space|failure/i.test(error.message)
  return new JoinFault('files', isFull ? 'disk-full' : 'step-failed', error.message, { cause: error })
}
