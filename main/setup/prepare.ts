import { X509Certificate } from 'node:crypto'
import type { SetupDraft, SetupPlan, SetupReview } from '../../preload/contract/models/broker/setup.ts'
import { newPassword } from '../shared/passwords.ts'
import { type CertificateLedger, NO_CERTIFICATES } from './certificates/certificate-ledger.ts'
import { completeMaterial, maskMaterial, NO_MATERIAL, type SetupMaterial } from './certificates/material.ts'
import { buildArtifacts } from './files/artifacts.ts'
import { octal } from './files/generated-file.ts'
import { accountsOf, hasPasswords, hasTls, isMosquitto } from './plan/plan-traits.ts'
import { planWarnings } from './plan/plan-warnings.ts'

/** A plan with all that its files are made of: it can be reviewed, proved and saved. */
export interface Prepared {
  readonly plan: SetupPlan
  readonly material: SetupMaterial
}

/** Collects the passwords of a draft: typed ones, else those known from before, else new ones for devices. */
export function passwordsOf({ plan, passwords }: SetupDraft, before: Prepared | null): Map<string, string> {
  if (!hasPasswords(plan)) return new Map()
  const known = before?.material ?? NO_MATERIAL
  const found = new Map<string, string>()
  // What a cluster reads is made of the passwords themselves.
  const isKept = (account: string) => isMosquitto(plan) && known.hashes.has(account)
  for (const account of accountsOf(plan)) {
    const password = Object.hasOwn(passwords, account) ? passwords[account] : known.passwords.get(account)
    const isNewDevice = password === undefined && plan.devices.includes(account) && !isKept(account)
    if (password !== undefined) found.set(account, password)
    else if (isNewDevice) found.set(account, newPassword())
  }
  return found
}

/** A set-up as it was saved last, which is what devices in the field may know of it. */
export interface SavedSetup {
  readonly plan: SetupPlan
  readonly ledger: CertificateLedger
}

/** Completes a checked draft on top of what was there before. Accounts that were saved and are not in it are taken out. */
export async function prepareDraft(
  draft: SetupDraft,
  before: Prepared | null,
  saved: SavedSetup | null,
  now: number,
): Promise<Prepared> {
  const isSaved = saved !== null
  const passwords = passwordsOf(draft, before)
  const known = before?.material ?? NO_MATERIAL
  const hashes = new Map([...known.hashes].filter(([account]) => isSame(account, passwords, known)))
  const isOtherKey = before !== null && before.plan.keyType !== draft.plan.keyType
  const isOtherHost = before === null || !sameList(before.plan.hosts, draft.plan.hosts)
  const kept: SetupMaterial = {
    passwords: hasPasswords(draft.plan) ? passwords : known.passwords,
    hashes,
    ca: isOtherKey && !isSaved ? null : known.ca,
    server: isOtherKey || isOtherHost ? null : known.server,
    nodes: isOtherKey ? new Map() : known.nodes,
    clusterSecret: known.clusterSecret,
    clients: isOtherKey && !isSaved ? new Map() : known.clients,
    bridges: known.bridges,
    ledger: saved?.ledger ?? NO_CERTIFICATES,
    takenOut: takenOutOf(draft.plan, saved, known),
  }
  return { plan: draft.plan, material: await completeMaterial(draft.plan, kept, now) }
}

/** Issues every certificate anew; the old ones stay good until they end, so that devices can change over one by one. */
export async function renewPrepared(
  { plan, material }: Prepared,
  saved: SavedSetup | null,
  now: number,
): Promise<Prepared> {
  const kept = { ...material, ledger: saved?.ledger ?? NO_CERTIFICATES }
  return { plan, material: await completeMaterial(plan, kept, now, true) }
}

function takenOutOf(plan: SetupPlan, saved: SavedSetup | null, known: SetupMaterial): Map<string, string | null> {
  const accounts = new Set(accountsOf(plan))
  const gone = saved === null ? [] : accountsOf(saved.plan).filter((account) => !accounts.has(account))
  return new Map(gone.map((account) => [account, known.passwords.get(account) ?? known.takenOut.get(account) ?? null]))
}

/** Builds what the window shows: everything, with dots for secrets. */
export function reviewOf({ plan, material }: Prepared): SetupReview {
  const { files, commands } = buildArtifacts(plan, maskMaterial(material))
  return {
    files: files.map(({ mode, ...file }) => ({ ...file, mode: octal(mode) })),
    commands,
    warnings: planWarnings(plan, material),
    certificatesEndAt: certificatesEndAt({ plan, material }),
  }
}

/** Reads when the first certificate of the broker or a client ends, epoch ms; null without certificates. */
export function certificatesEndAt({ plan, material }: Prepared): number | null {
  const isCluster = plan.platform === 'cluster'
  const servers = isCluster ? [...material.nodes.values()] : material.server === null ? [] : [material.server]
  if (!hasTls(plan) || servers.length === 0) return null
  const clients = plan.mode === 'mtls' ? [...material.clients.values()] : []
  return Math.min(
    ...[...servers, ...clients].map(({ certificate }) => Date.parse(new X509Certificate(certificate).validTo)),
  )
}

function isSame(account: string, passwords: ReadonlyMap<string, string>, known: SetupMaterial): boolean {
  const password = passwords.get(account)
  return password === undefined || password === known.passwords.get(account)
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
