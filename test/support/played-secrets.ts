import type { SecretsStatus } from '../../preload/contract/models/app/settings.ts'

/** A secret store in memory, without a keyring until `mode` changes, and locked on demand. */
export class PlayedSecrets {
  readonly entries = new Map<string, string>()
  mode: SecretsStatus['mode'] = 'memory'
  isLocked = false
  /** Resolves when the owner has unlocked it. */
  unlocked: Promise<void> = Promise.resolve()

  has(name: string): boolean {
    return this.entries.has(name)
  }

  async get(name: string): Promise<string | null> {
    await this.unlocked
    if (this.isLocked) throw new Error('locked')
    return this.entries.get(name) ?? null
  }

  async set(name: string, value: string): Promise<void> {
    this.entries.set(name, value)
  }

  status(): SecretsStatus {
    return { mode: this.mode, backend: 'played', problem: null }
  }
}
