import { z } from 'zod'
import type { CaKeyPlace } from '../../preload/contract/models/broker/ca-key.ts'
import type { SetupView } from '../../preload/contract/models/broker/setup.ts'
import { setupPlanSchema } from '../../preload/contract/routes/broker/setup.ts'
import {
  type CertificateLedger,
  certificateLedgerSchema,
  ledgerFromCertificates,
} from './certificates/certificate-ledger.ts'
import type { Prepared } from './prepare.ts'

const pem = z.string().max(64_000)

/** A set-up as saved outside the secret store: no password and no key, but the salted hashes of passwords. */
const setupRecordSchema = z.strictObject({
  id: z.uuid(),
  createdAt: z.number(),
  changedAt: z.number(),
  plan: setupPlanSchema,
  hashes: z.record(z.string(), z.string()),
  caCertificate: pem.nullable(),
  serverCertificate: pem.nullable(),
  /** Host of a cluster's node → certificate; absent in records of versions without clusters. */
  nodeCertificates: z.record(z.string(), pem).default({}),
  clientCertificates: z.record(z.string(), pem),
  /** Device → hash of the executor's password at the bridge; absent in records of versions whose bridge had no login. */
  bridgeHashes: z.record(z.string(), z.string()).default({}),
  /** Null in records of versions that noted no serials. */
  ledger: certificateLedgerSchema.nullable().default(null),
  /** The authority's key was saved in a file under a passphrase. */
  isCaKeyExported: z.boolean(),
  savedIn: z.string().nullable(),
  /** Connection profiles made for it; absent in records of versions that noted none. */
  profileIds: z.array(z.string()).default([]),
  /** Epoch ms of the first end of a certificate. */
  certificatesEndAt: z.number().nullable(),
})
export type SetupRecord = z.output<typeof setupRecordSchema>

/** Stores the records of set-ups. */
export interface SetupRepository {
  /** Passes over a record broken by hand. */
  read(): readonly SetupRecord[]
  write(records: readonly SetupRecord[]): void
}

/** Returns the records that are well formed. */
export function wellFormed(records: readonly unknown[]): SetupRecord[] {
  return records.flatMap((record) => {
    const parsed = setupRecordSchema.safeParse(record)
    return parsed.success ? [parsed.data] : []
  })
}

/** Makes the record of a prepared set-up; the record before gives its age. */
export function recordOf(
  id: string,
  { plan, material }: Prepared,
  facts: Pick<SetupRecord, 'isCaKeyExported' | 'savedIn' | 'certificatesEndAt'> & {
    readonly now: number
    readonly before: SetupRecord | null
  },
): SetupRecord {
  const { now, before, ...rest } = facts
  const clients = [...material.clients].map(([account, { certificate }]) => [account, certificate] as const)
  return {
    id,
    createdAt: before?.createdAt ?? now,
    changedAt: now,
    plan,
    hashes: Object.fromEntries(material.hashes),
    caCertificate: material.ca?.certificate ?? null,
    serverCertificate: material.server?.certificate ?? null,
    nodeCertificates: Object.fromEntries([...material.nodes].map(([host, { certificate }]) => [host, certificate])),
    clientCertificates: Object.fromEntries(clients),
    bridgeHashes: Object.fromEntries([...material.bridges].map(([device, { hash }]) => [device, hash])),
    ledger: material.ledger,
    profileIds: before?.profileIds ?? [],
    ...rest,
  }
}

/** Returns the client certificates of a set-up that may be in the field. */
export function ledgerOf({ ledger, clientCertificates }: SetupRecord): CertificateLedger {
  return ledger ?? ledgerFromCertificates(new Map(Object.entries(clientCertificates)))
}

/** Makes the view of a record for the window. */
export function viewOf(record: SetupRecord, caKey: CaKeyPlace): SetupView {
  const { id, plan, createdAt, changedAt, certificatesEndAt, savedIn, hashes } = record
  return { id, plan, createdAt, changedAt, certificatesEndAt, caKey, knownAccounts: Object.keys(hashes), savedIn }
}

/** Says where the key of a set-up's authority is. */
export function caKeyPlace(about: {
  readonly hasTls: boolean
  /** It went into a file under a passphrase. */
  readonly isExported: boolean
  readonly isAtHand: boolean
  /** Secrets are gone after this run. */
  readonly isMemoryOnly: boolean
}): CaKeyPlace {
  if (!about.hasTls) return 'none'
  if (about.isExported) return 'exported'
  if (!about.isAtHand) return 'missing'
  return about.isMemoryOnly ? 'memory' : 'stored'
}
