import type { SetupDraft } from '../../../preload/contract/models/broker/setup.ts'

/** Passwords that came from a file, by set-up; they never go to the window, and are gone with the run. */
export class GivenPasswords {
  readonly #given = new Map<string, ReadonlyMap<string, string>>()

  take(id: string, passwords: ReadonlyMap<string, string>): void {
    this.#given.set(id, new Map([...(this.#given.get(id) ?? []), ...passwords]))
  }

  /** Adds them to a draft; a typed one counts more. */
  into(draft: SetupDraft): SetupDraft {
    const accounts = new Set([...draft.plan.operators, ...draft.plan.devices])
    const own = [...(this.#given.get(draft.id) ?? [])].filter(([account]) => accounts.has(account))
    return { ...draft, passwords: { ...Object.fromEntries(own), ...draft.passwords } }
  }

  forget(id: string): void {
    this.#given.delete(id)
  }
}
