import { AppError } from '../../preload/contract/errors.ts'
import type { SetupPlan } from '../../preload/contract/models/setup.ts'
import type { CertificateWithKey } from './certificates.ts'
import type { Passwords } from './check-plan.ts'
import { hashPassword } from './password-file.ts'
import { accountsOf, certifiedHosts, hasPasswords, hasTls } from './plan-traits.ts'

/** A certificate authority, perhaps without its key. */
interface Authority {
  readonly certificate: string
  readonly key: string | null
}

/** What a plan's files are made of: secrets and certificates, none of them for the window. */
export interface SetupMaterial {
  /** Account → password, as far as they are known in this run. */
  readonly passwords: Passwords
  /** Account → hash in Mosquitto's form. */
  readonly hashes: ReadonlyMap<string, string>
  /** Own authority; its key is null while it lies in a file of the operator. */
  readonly ca: Authority | null
  readonly server: CertificateWithKey | null
  /** Account → client certificate. */
  readonly clients: ReadonlyMap<string, CertificateWithKey>
}

const THREADS = 4

export const NO_MATERIAL: SetupMaterial = {
  passwords: new Map(),
  hashes: new Map(),
  ca: null,
  server: null,
  clients: new Map(),
}

/**
 * Makes what a checked plan still lacks; what `kept` holds stays, so that a set-up that is extended by a device changes
 * nothing for the others. A renewal issues every certificate anew. Throws `CA_KEY_MISSING` when something must be issued
 * and the authority's key is not here.
 */
export async function completeMaterial(
  plan: SetupPlan,
  kept: SetupMaterial,
  now: number,
  isRenewal = false,
): Promise<SetupMaterial> {
  const hashes = hasPasswords(plan) ? await allHashes(plan, kept) : kept.hashes
  if (!hasTls(plan)) return { ...kept, hashes }
  const { createAuthority, issueServer, issueClient } = await import('./certificates.ts')
  const ca = kept.ca ?? (await createAuthority(plan.name, plan.keyType, now))
  const signer = (): CertificateWithKey => {
    if (ca.key === null) throw new AppError('CA_KEY_MISSING')
    return { certificate: ca.certificate, key: ca.key }
  }
  const isServerKept = kept.server !== null && !isRenewal
  const server = isServerKept ? kept.server : await issueServer(signer(), certifiedHosts(plan), plan.keyType, now)
  if (plan.mode !== 'mtls') return { ...kept, hashes, ca, server }
  const clients = new Map<string, CertificateWithKey>()
  for (const account of accountsOf(plan)) {
    const known = isRenewal ? undefined : kept.clients.get(account)
    clients.set(account, known ?? (await issueClient(signer(), account, plan.keyType, now)))
  }
  return { passwords: kept.passwords, hashes, ca, server, clients }
}

async function allHashes(plan: SetupPlan, kept: SetupMaterial): Promise<Map<string, string>> {
  const accounts = accountsOf(plan)
  const hashes = new Map<string, string>()
  // As many at once as the thread pool has threads; all at once would keep file access waiting behind a large fleet.
  for (let start = 0; start < accounts.length; start += THREADS) {
    const some = accounts.slice(start, start + THREADS)
    const made = await Promise.all(
      some.map((account) => kept.hashes.get(account) ?? hashPassword(kept.passwords.get(account) ?? '')),
    )
    for (const [index, account] of some.entries()) hashes.set(account, made[index] ?? '')
  }
  return hashes
}

const DOTS = '••••'

/** The same with dots for every secret: what previews are made from. */
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
    clients: new Map([...material.clients].map(([account, pair]) => [account, masked(pair)])),
  }
}
