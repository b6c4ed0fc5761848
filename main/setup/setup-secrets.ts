import { z } from 'zod'
import type { CertificateWithKey } from '../shared/certificates/issuer.ts'
import type { Secrets } from '../shared/secrets.ts'
import type { BridgeLogin, SetupMaterial } from './certificates/material.ts'
import { ledgerOf, type SetupRecord } from './setup-record.ts'

const texts = z.record(z.string(), z.string())

const SECRETS = [
  'ca-key',
  'server-key',
  'client-keys',
  'node-keys',
  'cluster-secret',
  'passwords',
  'bridge-passwords',
] as const
type SecretName = (typeof SECRETS)[number]

/** The secrets of set-ups: the authority's key, the keys of brokers and clients, and passwords, those of bridges too. */
export class SetupSecrets {
  readonly #secrets: Secrets

  constructor(secrets: Secrets) {
    this.#secrets = secrets
  }

  hasCaKey(id: string): boolean {
    return this.#secrets.has(name(id, 'ca-key'))
  }

  /** Everything but what is lost: a key that is not there leaves its certificate out, so that a new one is issued. */
  async load(record: SetupRecord): Promise<SetupMaterial> {
    const { id, caCertificate, serverCertificate } = record
    const serverKey = await this.#secrets.get(name(id, 'server-key'))
    const bridgePasswords = await this.#texts(id, 'bridge-passwords')
    const bridges = Object.entries(record.bridgeHashes).flatMap(([device, hash]): [string, BridgeLogin][] => {
      const password = bridgePasswords.get(device)
      return password === undefined ? [] : [[device, { password, hash }]]
    })
    return {
      passwords: await this.#texts(id, 'passwords'),
      hashes: new Map(Object.entries(record.hashes)),
      ca:
        caCertificate === null
          ? null
          : { certificate: caCertificate, key: await this.#secrets.get(name(id, 'ca-key')) },
      server:
        serverCertificate === null || serverKey === null ? null : { certificate: serverCertificate, key: serverKey },
      nodes: withKeys(record.nodeCertificates, await this.#texts(id, 'node-keys')),
      clusterSecret: await this.#secrets.get(name(id, 'cluster-secret')),
      clients: withKeys(record.clientCertificates, await this.#texts(id, 'client-keys')),
      bridges: new Map(bridges),
      ledger: ledgerOf(record),
      takenOut: new Map(),
    }
  }

  async save(id: string, material: SetupMaterial): Promise<void> {
    const clientKeys = [...material.clients].map(([account, { key }]) => [account, key] as const)
    await this.#set(id, 'ca-key', material.ca?.key ?? null)
    await this.#set(id, 'server-key', material.server?.key ?? null)
    await this.#set(id, 'client-keys', json(clientKeys))
    await this.#set(id, 'node-keys', json([...material.nodes].map(([host, { key }]) => [host, key] as const)))
    await this.#set(id, 'cluster-secret', material.clusterSecret)
    await this.#set(id, 'passwords', json([...material.passwords]))
    const bridges = [...material.bridges].map(([device, { password }]) => [device, password] as const)
    await this.#set(id, 'bridge-passwords', json(bridges))
  }

  setCaKey(id: string, key: string): Promise<void> {
    return this.#secrets.set(name(id, 'ca-key'), key)
  }

  async forget(id: string): Promise<void> {
    for (const secret of SECRETS) await this.#secrets.delete(name(id, secret))
  }

  async #texts(
    id: string,
    secret: 'client-keys' | 'node-keys' | 'passwords' | 'bridge-passwords',
  ): Promise<ReadonlyMap<string, string>> {
    const stored = await this.#secrets.get(name(id, secret))
    return new Map(stored === null ? [] : Object.entries(texts.parse(JSON.parse(stored))))
  }

  /** A key that is not known here is left where it is: it may be locked away at present. */
  async #set(id: string, secret: SecretName, value: string | null): Promise<void> {
    if (value !== null) await this.#secrets.set(name(id, secret), value)
  }
}

function withKeys(
  certificates: Readonly<Record<string, string>>,
  keys: ReadonlyMap<string, string>,
): ReadonlyMap<string, CertificateWithKey> {
  const pairs = Object.entries(certificates).flatMap(([of, certificate]): [string, CertificateWithKey][] => {
    const key = keys.get(of)
    return key === undefined ? [] : [[of, { certificate, key }]]
  })
  return new Map(pairs)
}

function name(id: string, secret: SecretName): string {
  return `setup/${id}/${secret}`
}

function json(entries: readonly (readonly [string, string])[]): string | null {
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries))
}
