import { AppError } from '../../preload/contract/errors.ts'
import type { CaKeyPlace } from '../../preload/contract/models/broker/ca-key.ts'
import type {
  ProofReport,
  SetupDraft,
  SetupPlan,
  SetupPrepared,
  SetupProblem,
  SetupSuggestion,
  SetupView,
} from '../../preload/contract/models/broker/setup.ts'
import { decryptCaKey, encryptKey } from '../shared/certificates/ca-key-file.ts'
import type { Clock } from '../shared/clock.ts'
import { GivenPasswords } from './accounts/given-passwords.ts'
import { buildArtifacts } from './files/artifacts.ts'
import type { GeneratedFile } from './files/generated-file.ts'
import { checkPlan } from './plan/check-plan.ts'
import { hasTls, withDevices } from './plan/plan-traits.ts'
import { certificatesEndAt, type Prepared, passwordsOf, prepareDraft, renewPrepared, reviewOf } from './prepare.ts'
import type { ProofDeps } from './proof/proof.ts'
import { RunningProofs } from './proof/running-proofs.ts'
import { SavedSetups } from './saved-setups.ts'
import { caKeyPlace, recordOf, type SetupRecord, type SetupRepository, viewOf } from './setup-record.ts'
import type { SetupSecrets } from './setup-secrets.ts'

export interface SetupsDeps {
  readonly repository: SetupRepository
  readonly secrets: SetupSecrets
  /** True where secrets are gone after this run. */
  readonly isMemoryOnly: () => boolean
  readonly localHosts: () => readonly string[]
  readonly findProgram: () => Promise<string | null>
  readonly findClusterProgram: ProofDeps['findClusterProgram']
  readonly now: Clock
  readonly onChanged: (views: readonly SetupView[]) => void
  readonly onProof: (report: ProofReport) => void
  /** Called with devices that a set-up came to have, and the connections on which they will report. */
  readonly onDevicesExpected: (connectionIds: readonly string[], deviceIds: readonly string[]) => void
}

/**
 * Takes set-ups of brokers through their stages: drafted in the window, prepared (all material made), reviewed (shown with
 * dots for secrets), saved. Secrets stay in main.
 */
export class Setups {
  readonly #deps: SetupsDeps
  readonly #saved: SavedSetups
  /** By set-up, saved or not; holds secrets, for this run only. */
  readonly #prepared = new Map<string, Prepared>()
  /** Set-ups whose authority's key went into a file before they were saved. */
  readonly #exported = new Set<string>()
  readonly #proofs: RunningProofs
  readonly given = new GivenPasswords()

  constructor(deps: SetupsDeps) {
    this.#deps = deps
    this.#saved = new SavedSetups(deps.repository, () => this.#changed())
    this.#proofs = new RunningProofs({ ...deps, onProgress: deps.onProof })
  }

  list(): readonly SetupView[] {
    return this.#saved.all().map((record) => this.#view(record))
  }

  async suggest(): Promise<SetupSuggestion> {
    return { hosts: this.#deps.localHosts(), hasMosquitto: (await this.#deps.findProgram()) !== null }
  }

  /** Lists what cannot work in a draft, field by field. */
  async check(draft: SetupDraft): Promise<readonly SetupProblem[]> {
    return this.#problems(this.given.into(draft), await this.#latest(draft.id))
  }

  /** Prepares a checked draft: makes all that it still lacks. Throws `CA_KEY_MISSING` when that needs a key that is not here. */
  async prepare(typed: SetupDraft): Promise<SetupPrepared> {
    const draft = this.given.into(typed)
    const before = await this.#latest(draft.id)
    const problems = this.#problems(draft, before)
    if (problems.length > 0) return { problems, review: null }
    return this.#review(draft.id, await prepareDraft(draft, before, this.#saved.inField(draft.id), this.#deps.now()))
  }

  /**
   * Prepares a saved set-up without one of its devices: its login goes, and its certificates are taken back. Throws
   * `NOT_FOUND`, and `CA_KEY_MISSING` as above.
   */
  async takeOut(id: string, device: string): Promise<SetupPrepared> {
    const record = this.#saved.find(id)
    if (record === null || !record.plan.devices.includes(device)) throw new AppError('NOT_FOUND', { what: device })
    const devices = record.plan.devices.filter((other) => other !== device)
    return this.prepare({ id, plan: { ...record.plan, devices }, passwords: {} })
  }

  /** Prepares a saved set-up with further devices; all others stay as they are. Throws `NOT_FOUND` and `CA_KEY_MISSING`. */
  async addDevices(id: string, devices: readonly string[], site: string | null = null): Promise<SetupPrepared> {
    const record = this.#saved.find(id)
    if (record === null) throw new AppError('NOT_FOUND', { what: 'setup' })
    return this.prepare({ id, plan: withDevices(record.plan, devices, site), passwords: {} })
  }

  /** Prepares a saved set-up with new certificates. */
  async renew(id: string): Promise<SetupPrepared> {
    return this.#review(id, await renewPrepared(await this.prepared(id), this.#saved.inField(id), this.#deps.now()))
  }

  async prove(id: string, proofId: string): Promise<ProofReport> {
    return this.#proofs.prove(proofId, await this.prepared(id))
  }

  cancelProof(proofId: string): void {
    this.#proofs.cancel(proofId)
  }

  /**
   * Saves a prepared set-up with its secrets. Throws `CA_KEY_UNSAVED` while its authority's key would be gone with this run,
   * because such a set-up could never be extended or renewed.
   */
  async save(id: string): Promise<SetupView> {
    const prepared = await this.prepared(id)
    const before = this.#saved.find(id)
    const isExported = this.#isCaKeyExported(id)
    const needsKey = hasTls(prepared.plan) && prepared.material.ca?.key !== null
    if (needsKey && this.#deps.isMemoryOnly() && !isExported) throw new AppError('CA_KEY_UNSAVED')
    await this.#deps.secrets.save(id, prepared.material)
    const record = recordOf(id, prepared, {
      now: this.#deps.now(),
      before,
      isCaKeyExported: isExported,
      savedIn: before?.savedIn ?? null,
      certificatesEndAt: certificatesEndAt(prepared),
    })
    this.#saved.put(record)
    const isNew = (device: string) => !before?.plan.devices.includes(device)
    this.#deps.onDevicesExpected(record.profileIds, record.plan.devices.filter(isNew))
    return this.#view(record)
  }

  /** Notes a connection profile made for a saved set-up: its devices are expected there from now on. */
  noteProfile(id: string, profileId: string): void {
    this.#saved.change(id, (record) => ({ ...record, profileIds: [...new Set([...record.profileIds, profileId])] }))
    const record = this.#saved.find(id)
    if (record !== null) this.#deps.onDevicesExpected([profileId], record.plan.devices)
  }

  /** Returns where the files of a saved set-up were written last; null for nowhere. */
  savedIn(id: string): string | null {
    return this.#saved.find(id)?.savedIn ?? null
  }

  /** Notes where the files of a saved set-up were written last. */
  noteSavedIn(id: string, path: string): void {
    this.#saved.change(id, (record) => ({ ...record, savedIn: path }))
  }

  /** Builds all files, secrets included, because the operator asked to write them. */
  async files(id: string): Promise<readonly GeneratedFile[]> {
    const { plan, material } = await this.prepared(id)
    return buildArtifacts(plan, material).files
  }

  /** Returns plan and secrets, for main alone: as prepared in this run, else as saved. Throws `NOT_FOUND`. */
  async prepared(id: string): Promise<Prepared> {
    const latest = await this.#latest(id)
    if (latest === null) throw new AppError('NOT_FOUND', { what: 'setup' })
    return latest
  }

  /** Encrypts the authority's private key with a passphrase, PEM. Throws `CA_KEY_MISSING`. */
  async encryptedCaKey(id: string, passphrase: string): Promise<string> {
    const { material } = await this.prepared(id)
    if (material.ca === null || material.ca.key === null) throw new AppError('CA_KEY_MISSING')
    return encryptKey(material.ca.key, passphrase)
  }

  /** Notes that the file with that key is on disk. */
  noteCaKeySaved(id: string): void {
    this.#exported.add(id)
    this.#saved.change(id, (record) => ({ ...record, isCaKeyExported: true }))
  }

  /** Takes the authority's key back from such a file. Throws `CA_KEY_UNUSABLE`. */
  async takeCaKey(id: string, pem: string, passphrase: string): Promise<SetupView> {
    const record = this.#saved.find(id)
    if (record === null || record.caCertificate === null) throw new AppError('NOT_FOUND', { what: 'setup' })
    await this.#deps.secrets.setCaKey(id, decryptCaKey(pem, passphrase, record.caCertificate))
    this.#prepared.delete(id)
    this.#changed()
    return this.#view(record)
  }

  /** Forgets what was prepared and not saved, secrets included. */
  discard(id: string): void {
    this.given.forget(id)
    this.#prepared.delete(id)
  }

  async remove(id: string): Promise<void> {
    this.#saved.remove(id)
    await this.#deps.secrets.forget(id)
    this.#prepared.delete(id)
    this.#exported.delete(id)
    this.#changed()
  }

  #problems(draft: SetupDraft, before: Prepared | null): SetupProblem[] {
    const known = new Set(before?.material.hashes.keys() ?? [])
    return checkPlan(draft.plan, passwordsOf(draft, before), known)
  }

  #review(id: string, prepared: Prepared): SetupPrepared {
    this.#prepared.set(id, prepared)
    const { plan, material } = prepared
    const caKey = this.#caKey(plan, this.#isCaKeyExported(id), material.ca?.key !== null)
    return { problems: [], review: { ...reviewOf(prepared), caKey } }
  }

  /** Returns it as prepared in this run, else as saved, else null. */
  async #latest(id: string): Promise<Prepared | null> {
    const prepared = this.#prepared.get(id)
    if (prepared !== undefined) return prepared
    const record = this.#saved.find(id)
    return record === null ? null : { plan: record.plan, material: await this.#deps.secrets.load(record) }
  }

  #isCaKeyExported(id: string): boolean {
    return this.#exported.has(id) || this.#saved.find(id)?.isCaKeyExported === true
  }

  #view(record: SetupRecord): SetupView {
    const { id, plan, isCaKeyExported } = record
    return viewOf(record, this.#caKey(plan, isCaKeyExported, this.#deps.secrets.hasCaKey(id)))
  }

  #caKey(plan: SetupPlan, isExported: boolean, isAtHand: boolean): CaKeyPlace {
    return caKeyPlace({ hasTls: hasTls(plan), isExported, isAtHand, isMemoryOnly: this.#deps.isMemoryOnly() })
  }

  #changed(): void {
    this.#deps.onChanged(this.list())
  }
}
