import { readFileSync } from 'node:fs'
import type { CauseName } from '../../main/broker/diagnosis/signatures.ts'
import { parseBrokerUrl } from '../../main/broker/profiles/broker-url.ts'
import type { ConnectionTarget } from '../../main/broker/session/target.ts'
import type { SecurityMode } from '../../preload/contract/models/broker/connection.ts'
import type { ToolCredentials } from './tool-arguments.ts'

interface Files {
  readonly ca: string | null
  readonly cert: string | null
  readonly key: string | null
}
interface StdinSecrets {
  readonly password: string | null
  readonly passphrase: string | null
}
type Place = Pick<ConnectionTarget['profile'], 'host' | 'port' | 'security' | 'transport' | 'path'>

const NO_FILES: Files = { ca: null, cert: null, key: null }
const NO_SECRETS: StdinSecrets = { password: null, passphrase: null }

/** Builds the target of a tool; returns the cause if the URL or a file is wrong. */
export function targetOf(url: string, options: ToolCredentials, secrets: StdinSecrets): ConnectionTarget | CauseName {
  const address = parseBrokerUrl(url)
  if (typeof address === 'string') return address
  let files: Files
  try {
    files = { ca: read(options.caFile), cert: read(options.certFile), key: read(options.keyFile) }
  } catch {
    return 'input-file-unreadable'
  }
  const username = options.username ?? address.username
  const hasLogin = username !== null || secrets.password !== null
  const hasCertificate = files.cert !== null || files.key !== null
  const plain: SecurityMode = hasLogin ? 'password' : 'anonymous'
  const security: SecurityMode = address.isTls ? (hasCertificate ? 'mtls' : 'tls') : plain
  return newTarget({ ...address, security }, username, files, secrets)
}

/** Builds the target of several URLs: all are of one broker, so that transport, encryption and path are those of the first. */
export function targetOfAll(
  options: ToolCredentials & {
    readonly urls: readonly string[]
    readonly alpn: string | null
    readonly proxy: string | null
  },
  secrets: StdinSecrets,
): ConnectionTarget | CauseName {
  const [first = '', ...others] = options.urls
  const target = targetOf(first, options, secrets)
  if (typeof target === 'string') return target
  const addresses = others.map(parseBrokerUrl)
  const wrong = addresses.find((address) => typeof address === 'string')
  if (wrong !== undefined) return wrong
  const otherAddresses = addresses.flatMap((address) =>
    typeof address === 'string' ? [] : [{ host: address.host, port: address.port, serverName: null }],
  )
  return { ...target, profile: { ...target.profile, otherAddresses, alpn: options.alpn, proxy: options.proxy } }
}

function newTarget(place: Place, username: string | null, files: Files, secrets: StdinSecrets): ConnectionTarget {
  return {
    profile: {
      id: 'tool',
      name: 'tool',
      host: place.host,
      port: place.port,
      security: place.security,
      transport: place.transport,
      path: place.path,
      username,
      ca: files.ca,
      trust: 'ca',
      pinnedCertificate: null,
      clientCertificate: files.cert,
      serverName: null,
      clientIdPrefix: 'waypost-',
      keepaliveS: 30,
      connectAtStart: false,
    },
    secrets: { password: secrets.password, clientKey: files.key, passphrase: secrets.passphrase },
  }
}

/** Reads a file; null without one, throws if it cannot be read. */
function read(file: string | null): string | null {
  return file === null ? null : readFileSync(file).toString('utf8')
}

/** The target of a failure before there is any. */
export const NOWHERE = newTarget(
  { host: '', port: 0, security: 'anonymous', transport: 'tcp', path: null },
  null,
  NO_FILES,
  NO_SECRETS,
)
