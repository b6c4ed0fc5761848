import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { AppError } from '../../../preload/contract/errors.ts'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { CertificateWithKey } from '../../shared/certificates/issuer.ts'
import { newPassword } from '../../shared/passwords.ts'
import { hashGenerated, hashPassword } from '../files/password-file.ts'
import type { Passwords } from '../plan/check-plan.ts'
import {
  accountsOf,
  certifiedForNode,
  certifiedHosts,
  hasPasswords,
  hasTls,
  siteAccount,
  sitesOf,
} from '../plan/plan-traits.ts'
import { type CertificateLedger, NO_CERTIFICATES, updateLedger } from './certificate-ledger.ts'

/** A certificate authority, perhaps without its key. */
interface Authority {
  readonly certificate: string
  readonly key: string | null
}

/** The executor's login at the bridge on its device, or that of a site at its centre; it is good nowhere else. */
export interface BridgeLogin {
  readonly password: string
  /** In Mosquitto's form. */
  readonly hash: string
}

/** Secrets and certificates that a plan's files are made of; none of them is for the window. */
export interface SetupMaterial {
  /** Account → password, as far as they are known in this run. */
  readonly passwords: Passwords
  /** Account → hash in Mosquitto's form. */
  readonly hashes: ReadonlyMap<string, string>
  /** Own authority; its key is null while it lies in a file of the operator. */
  readonly ca: Authority | null
  readonly server: CertificateWithKey | null
  /** Host of a cluster's node → its certificate. */
  readonly nodes: ReadonlyMap<string, CertificateWithKey>
  /** By which the nodes of a cluster know each other; null elsewhere. */
  readonly clusterSecret: string | null
  /** Account → client certificate. */
  readonly clients: ReadonlyMap<string, CertificateWithKey>
  /** Device → its login at its own bridge, with TLS; account of a site → its login at the centre. */
  readonly bridges: ReadonlyMap<string, BridgeLogin>
  /** Client certificates in the field, with client certificates as logins. */
  readonly ledger: CertificateLedger
  /** Account that was taken out and is not saved so yet → its password, where it is known: to prove that it is refused. */
  readonly takenOut: ReadonlyMap<string, string | null>
}

const THREADS = 4

export const NO_MATERIAL: SetupMaterial = {
  passwords: new Map(),
  hashes: new Map(),
  ca: null,
  server: null,
  nodes: new Map(),
  clusterSecret: null,
  clients: new Map(),
  bridges: new Map(),
  ledger: NO_CERTIFICATES,
  takenOut: new Map(),
}

/**
 * Makes what a checked plan still lacks; what `kept` holds stays, because a set-up extended by a device must change nothing
 * for the others. A renewal issues every certificate anew. Throws `CA_KEY_MISSING` when something must be issued
 * or taken back, and the authority's key is not here.
 */
export async function completeMaterial(
  plan: SetupPlan,
  kept: SetupMaterial,
  now: number,
  isRenewal = false,
): Promise<SetupMaterial> {
  const hashes = hasPasswords(plan) ? await allHashes(plan, kept) : kept.hashes
  const isCluster = plan.platform === 'cluster'
  const clusterSecret = isCluster ? (kept.clusterSecret ?? newPassword()) : kept.clusterSecret
  const bridges = await bridgeLogins(plan, kept)
  if (!hasTls(plan)) return { ...kept, hashes, clusterSecret, bridges }
  const { createAuthority, createRevocationList, issueNode, issueServer, issueClient } = await import(
    '../../shared/certificates/issuer.ts'
  )
  const ca = kept.ca ?? (await createAuthority(plan.name, plan.keyType, now))
  const signer = (): CertificateWithKey => {
    if (ca.key === null) throw new AppError('CA_KEY_MISSING')
    return { certificate: ca.certificate, key: ca.key }
  }
  if (isCluster) {
    const nodes = new Map<string, CertificateWithKey>()
    for (const host of plan.hosts) {
      const names = certifiedForNode(plan, host)
      const known = isRenewal ? undefined : kept.nodes.get(host)
      const isFit = known !== undefined && holdsNames(known.certificate, names)
      nodes.set(host, isFit ? known : await issueNode(signer(), names, plan.keyType, now))
    }
    return { ...kept, hashes, ca, nodes, clusterSecret, bridges }
  }
  const isServerKept = kept.server !== null && !isRenewal
  const server = isServerKept ? kept.server : await issueServer(signer(), certifiedHosts(plan), plan.keyType, now)
  if (plan.mode !== 'mtls') return { ...kept, hashes, ca, server, bridges }
  const clients = new Map<string, CertificateWithKey>()
  for (const account of accountsOf(plan)) {
    const known = isRenewal ? undefined : kept.clients.get(account)
    clients.set(account, known ?? (await issueClient(signer(), account, plan.keyType, now)))
  }
  const ledger = updateLedger(kept.ledger, clients, now)
  const isListKept = kept.ledger.crl !== null && ledger.revoked.length === kept.ledger.revoked.length && !isRenewal
  const crl = isListKept ? kept.ledger.crl : await createRevocationList(signer(), ledger.revoked, now)
  return { ...kept, hashes, ca, server, clients, bridges, ledger: { ...ledger, crl } }
}

async function allHashes(plan: SetupPlan, { hashes, passwords }: SetupMaterial): Promise<Map<string, string>> {
  return eachAccount(
    accountsOf(plan),
    async (account) => hashes.get(account) ?? hashPassword(passwords.get(account) ?? ''),
  )
}

/** With TLS each device has a bridge of its own, whatever else bridges. */
async function bridgeLogins(plan: SetupPlan, { bridges }: SetupMaterial): Promise<Map<string, BridgeLogin>> {
  const logins = [...(hasTls(plan) ? plan.devices : []), ...sitesOf(plan).map(siteAccount)]
  const made = await eachAccount(logins, async (login) => {
    const password = newPassword()
    return bridges.get(login) ?? { password, hash: await hashGenerated(password) }
  })
  return hasTls(plan) ? made : new Map([...bridges, ...made])
}

function holdsNames(certificate: string, names: readonly string[]): boolean {
  const read = new X509Certificate(certificate)
  return names.every((name) => (isIP(name) === 0 ? read.checkHost(domainToASCII(name)) : read.checkIP(name)))
}

/** Makes four at a time, as many as the thread pool has threads, because a large fleet would hold up all file access. */
async function eachAccount<T>(
  accounts: readonly string[],
  make: (account: string) => Promise<T>,
): Promise<Map<string, T>> {
  const made = new Map<string, T>()
  for (let start = 0; start < accounts.length; start += THREADS) {
    const some = accounts.slice(start, start + THREADS)
    const pairs = await Promise.all(some.map(async (account) => [account, await make(account)] as const))
    for (const [account, value] of pairs) made.set(account, value)
  }
  return made
}

/** Stands for a secret in a preview. */
export const DOTS = '••••'

/** Replaces every secret by dots, for previews. */
export function maskMaterial(material: SetupMaterial): SetupMaterial {
  const masked = (pair: CertificateWithKey): CertificateWithKey => ({
    certificate: pair.certificate,
    key: `-----BEGIN PRIVATE KEY-----\n${DOTS}\n-----END PRIVATE KEY-----\n`,
  })
  return {
    passwords: new Map([...material.passwords.keys()].map((account) => [account, DOTS])),
    hashes: new Map([...material.hashes.keys()].map((account) => [account, DOTS])),
    ca: material.ca && { certificate: material.ca.certificate, key: null },
    server: material.server && masked(material.server),
    nodes: new Map([...material.nodes].map(([host, pair]) => [host, masked(pair)])),
    clusterSecret: material.clusterSecret && DOTS,
    clients: new Map([...material.clients].map(([account, pair]) => [account, masked(pair)])),
    bridges: new Map([...material.bridges.keys()].map((device) => [device, { password: DOTS, hash: DOTS }])),
    ledger: material.ledger,
    takenOut: new Map([...material.takenOut.keys()].map((account) => [account, null])),
  }
}
