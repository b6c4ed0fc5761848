import { randomUUID } from 'node:crypto'
import { type BuiltInPort, SetupExport } from '../../../../main/setup/setup-export.ts'
import { type SetupRecord, wellFormed } from '../../../../main/setup/setup-record.ts'
import { SetupSecrets } from '../../../../main/setup/setup-secrets.ts'
import { Setups } from '../../../../main/setup/setups.ts'
import type { Dialogs } from '../../../../main/shared/dialogs.ts'
import type { Profile, ProfileSecretChanges } from '../../../../preload/contract/models/broker/connection.ts'
import type { SetupDraft, SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { newPlan, passwordsFor } from '../../../support/brokers/new-plan.ts'
import { NOW } from './new-plan.ts'

/** Set-ups on a disk and a keyring that a test can look into, empty, or take away. */
export class SetupScene {
  readonly secrets = new Map<string, string>()
  readonly savedProfiles: { profile: Profile; secrets: ProfileSecretChanges }[] = []
  readonly savedBuiltIns: Parameters<BuiltInPort['save']>[0][] = []
  readonly takenOut: { device: string; serials: readonly string[] }[] = []
  readonly expected: { connectionIds: readonly string[]; deviceIds: readonly string[] }[] = []
  isMemoryOnly = false
  /** Secrets written so far. */
  secretWrites = 0
  now = NOW
  /** Where the last dialog for a folder began. */
  askedAt: string | null = null
  /** What the next dialogs answer. */
  answers: { folder: string | null; file: string | null; isAgreed: boolean } = {
    folder: null,
    file: null,
    isAgreed: false,
  }
  /** Text of setups.json. */
  disk = '[]'
  setups = this.#create()

  /** What a new start of the app finds; a memory-only keyring is empty then. */
  restart(): void {
    if (this.isMemoryOnly) this.secrets.clear()
    this.setups = this.#create()
  }

  records(): readonly SetupRecord[] {
    return wellFormed(JSON.parse(this.disk))
  }

  export(builtIn: BuiltInPort = this.#noted): SetupExport {
    const dialogs: Dialogs = {
      chooseFolder: async (startAt) => {
        this.askedAt = startAt ?? null
        return this.answers.folder
      },
      openFile: async () => this.answers.file,
      saveAs: async () => this.answers.file,
      confirm: async () => this.answers.isAgreed,
    }
    return new SetupExport({
      setups: this.setups,
      dialogs,
      profiles: {
        save: async (profile, secrets) => {
          this.savedProfiles.push({ profile, secrets })
          return { id: profile.id }
        },
      },
      builtIn,
      newId: randomUUID,
      now: () => this.now,
    })
  }

  readonly #noted: BuiltInPort = {
    save: async (input) => {
      this.savedBuiltIns.push(input)
      return { profileId: 'built-in-broker' }
    },
    view: () => ({
      accounts: this.savedBuiltIns.at(-1)?.accounts ?? [],
      choice: this.savedBuiltIns.at(-1)?.choice ?? null,
    }),
    certificates: () => ({ ca: this.savedBuiltIns.at(-1)?.given?.ca ?? null }),
    takeOut: async (device, serials) => void this.takenOut.push({ device, serials }),
  }

  #create(): Setups {
    return new Setups({
      repository: {
        read: () => this.records(),
        write: (records) => {
          this.disk = JSON.stringify(records)
        },
      },
      secrets: new SetupSecrets({
        has: (name) => this.secrets.has(name),
        isLost: () => false,
        get: async (name) => this.secrets.get(name) ?? null,
        set: async (name, value) => {
          this.secretWrites += 1
          this.secrets.set(name, value)
        },
        delete: async (name) => void this.secrets.delete(name),
      }),
      isMemoryOnly: () => this.isMemoryOnly,
      localHosts: () => ['laptop.local'],
      findProgram: async () => null,
      findClusterProgram: async () => null,
      now: () => this.now,
      onChanged: () => {},
      onProof: () => {},
      onDevicesExpected: (connectionIds, deviceIds) => void this.expected.push({ connectionIds, deviceIds }),
    })
  }
}

export function draftOf(changes: Partial<SetupPlan> = {}, id: string = randomUUID()): SetupDraft {
  const plan = newPlan(changes)
  return { id, plan, passwords: Object.fromEntries(passwordsFor(plan)) }
}
