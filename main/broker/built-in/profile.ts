import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { BuiltInChoice, LocalAddress } from '../../../preload/contract/models/broker/broker.ts'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'
import { OWN_CHARACTER } from '../character/traits.ts'
import { hostAndPort, isTlsMode } from '../session/target.ts'
import type { StoredBuiltIn } from './config.ts'

/** Id of the connection profile that leads to the built-in broker. */
export const BUILT_IN_PROFILE_ID = 'built-in-broker'

/**
 * Makes the profile by which the console reaches the built-in broker; what the operator changed in an earlier one
 * stays.
 */
export function builtInProfile(stored: StoredBuiltIn, name: string, before: Profile | undefined): Profile {
  const { choice, accounts, certificate } = stored
  const host = consoleHost(choice)
  const isTls = isTlsMode(choice.mode)
  const hasLogin = choice.mode === 'password' || choice.mode === 'tls'
  return {
    id: BUILT_IN_PROFILE_ID,
    name: before?.name ?? name,
    host,
    port: choice.port,
    security: choice.mode,
    transport: 'tcp',
    path: null,
    username: hasLogin ? (accounts.find(({ role }) => role === 'operator')?.name ?? null) : null,
    ca: isTls ? (stored.ca ?? certificate) : null,
    trust: 'ca',
    pinnedCertificate: null,
    clientCertificate: choice.mode === 'mtls' ? stored.operatorCertificate : null,
    serverName: isTls && certificate !== null ? serverNameFor(certificate, host) : null,
    clientIdPrefix: before?.clientIdPrefix ?? 'waypost-',
    keepaliveS: before?.keepaliveS ?? 30,
    connectAtStart: choice.startsWithApp,
    character: OWN_CHARACTER,
    // It speaks no other: an attempt with MQTT 5 would stand in its log as a refused connection.
    mqttVersion: 4,
  }
}

/** `host:port` under which the console reaches it. */
export function consoleAddress(choice: BuiltInChoice): string {
  return hostAndPort(consoleHost(choice), choice.port)
}

function consoleHost({ host }: BuiltInChoice): string {
  return host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
}

/** Addresses as `host:port`, parted by whether a client that checks the server certificate takes them. */
interface ReachedAt {
  readonly addresses: readonly string[]
  readonly uncertified: readonly string[]
}

/** Returns where devices reach the broker: the addresses it listens on, and with TLS the names of its certificate too. */
export function reachedAt(stored: StoredBuiltIn, local: readonly LocalAddress[]): ReachedAt {
  const { host, port } = stored.choice
  const isAll = host === '0.0.0.0' || host === '::'
  const hosts = isAll ? local.filter(({ isLoopback }) => !isLoopback).map(({ address }) => address) : [host]
  const withPort = (names: readonly string[]) => names.map((name) => hostAndPort(name, port))
  const { server } = certificatesOf(stored)
  if (server === null) return { addresses: withPort(hosts), uncertified: [] }
  const certificate = new X509Certificate(server)
  const names = isAll ? dnsNames(certificate).filter((name) => name !== 'localhost') : []
  const certified = hosts.filter((name) => holds(certificate, name))
  const others = hosts.filter((name) => !certified.includes(name))
  return { addresses: withPort([...new Set([...names, ...certified])]), uncertified: withPort(others) }
}

function dnsNames({ subjectAltName = '' }: X509Certificate): readonly string[] {
  return [...subjectAltName.matchAll(/DNS:([^,\s]{1,253})/g)].map(([, name = '']) => name)
}

/** Null when the certificate holds the host; else a name that it does hold. */
function serverNameFor(pem: string, host: string): string | null {
  const certificate = new X509Certificate(pem)
  if (holds(certificate, host)) return null
  return /DNS:([^,\s]+)/.exec(certificate.subjectAltName ?? '')?.[1] ?? null
}

const RENEW_BEFORE_MS = 30 * 24 * 60 * 60_000

/** True when a certificate holds every one of the names and is not about to end. */
export function isCertifiedFor(pem: string, names: readonly string[], nowMs: number): boolean {
  const certificate = new X509Certificate(pem)
  return isValidLongEnough(certificate, nowMs) && names.every((name) => holds(certificate, name))
}

/** True when it is good for another month. */
export function isValidLongEnough(certificate: X509Certificate, nowMs: number): boolean {
  return Date.parse(certificate.validTo) - nowMs >= RENEW_BEFORE_MS
}

/** Asking about an address as a host name throws. */
function holds(certificate: X509Certificate, name: string): boolean {
  return (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined
}

type ShownCertificates = { readonly [Part in 'ca' | 'server' | 'operator']: string | null }

/** PEM of the server certificate, its authority and what the console shows; null where there is none. */
export function certificatesOf(stored: StoredBuiltIn | null): ShownCertificates {
  if (stored === null || !isTlsMode(stored.choice.mode)) return { ca: null, server: null, operator: null }
  const { ca, certificate, operatorCertificate } = stored
  return { ca, server: certificate, operator: stored.choice.mode === 'mtls' ? operatorCertificate : null }
}
