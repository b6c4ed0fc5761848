import type { SavedSetup } from './prepare.ts'
import { ledgerOf, type SetupRecord, type SetupRepository } from './setup-record.ts'

/** The set-ups that are saved, by id. */
export class SavedSetups {
  readonly #repository: SetupRepository
  readonly #onChanged: () => void

  constructor(repository: SetupRepository, onChanged: () => void) {
    this.#repository = repository
    this.#onChanged = onChanged
  }

  all(): readonly SetupRecord[] {
    return this.#repository.read()
  }

  find(id: string): SetupRecord | null {
    return this.all().find((record) => record.id === id) ?? null
  }

  /** Returns it as devices in the field may know it. */
  inField(id: string): SavedSetup | null {
    const record = this.find(id)
    return record === null ? null : { plan: record.plan, ledger: ledgerOf(record) }
  }

  put(record: SetupRecord): void {
    this.#write([...this.#others(record.id), record])
  }

  /** Without effect on one that is not saved. */
  change(id: string, change: (record: SetupRecord) => SetupRecord): void {
    const records = this.all()
    if (records.some((record) => record.id === id))
      this.#write(records.map((record) => (record.id === id ? change(record) : record)))
  }

  /** Tells nobody: the caller does, once the secrets are gone too. */
  remove(id: string): void {
    this.#repository.write(this.#others(id))
  }

  #others(id: string): readonly SetupRecord[] {
    return this.all().filter((record) => record.id !== id)
  }

  #write(records: readonly SetupRecord[]): void {
    this.#repository.write(records)
    this.#onChanged()
  }
}
