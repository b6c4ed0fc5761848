import { userInfo } from 'node:os'
import { z } from 'zod'
import type { AssistantSettings } from '../../preload/contract/models/assistant.ts'
import type { Profile } from '../../preload/contract/models/connection.ts'
import type { Language, Settings } from '../../preload/contract/models/settings.ts'
import { assistantSettingsSchema } from '../../preload/contract/routes/assistant.ts'
import { profileSchema } from '../../preload/contract/routes/connection.ts'
import type { Log } from '../shared/log.ts'
import { type JsonFile, openJsonFile } from './json-file.ts'

interface SettingsFile {
  settings: Partial<Settings>
  profiles: readonly Profile[]
  activeProfileId: string | null
  assistant: AssistantSettings
  answerFormats: Readonly<Record<string, string>>
}

const OFFLINE_ASSISTANT: AssistantSettings = {
  kind: 'phrasebook',
  presetId: 'custom',
  baseUrl: '',
  model: '',
  promptProfile: 'standard',
  requestTimeoutS: 60,
}

/** The outline; profiles and the assistant's settings are checked one by one when they are read. */
const fileShape = z.object({
  settings: z.object({
    language: z.enum(['en', 'zh-CN']).optional(),
    theme: z.enum(['light', 'dark', 'system']).optional(),
    operatorName: z.string().optional(),
    defaultTimeoutS: z.number().optional(),
    telemetryMiB: z.number().optional(),
  }),
  profiles: z.array(z.unknown()),
  activeProfileId: z.string().nullable(),
  assistant: z.object({}),
  answerFormats: z.record(z.string(), z.string()).optional(),
})

/** What the operator chose, in `settings.json` of the data folder. Holds no secret. */
export class SettingsStore {
  readonly #file: JsonFile<SettingsFile>
  readonly #systemLanguage: Language

  constructor(deps: { folder: string; systemLanguage: Language; log: Log; onMoved: (aside: string) => void }) {
    this.#systemLanguage = deps.systemLanguage
    this.#file = openJsonFile<SettingsFile>(
      deps.folder,
      'settings',
      {
        defaults: {
          settings: {},
          profiles: [],
          activeProfileId: null,
          assistant: OFFLINE_ASSISTANT,
          answerFormats: {},
        },
        isValid: (content) => fileShape.safeParse(content).success,
      },
      deps,
    )
  }

  settings(): Settings {
    return {
      language: this.#systemLanguage,
      theme: 'system',
      operatorName: accountName(),
      defaultTimeoutS: 30,
      telemetryMiB: 512,
      deviceColumns: null,
      savedFilters: [],
      ...this.#file.get('settings'),
    }
  }

  update(changes: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Settings {
    const chosen = Object.entries(changes).filter(([, value]) => value !== undefined)
    this.#file.set('settings', { ...this.#file.get('settings'), ...Object.fromEntries(chosen) })
    return this.settings()
  }

  /** Saved profiles that are well formed, with what an older version lacked; a broken one is passed over, not deleted. */
  profiles(): readonly Profile[] {
    return this.#file.get('profiles').flatMap((profile) => profileSchema.safeParse(profile).data ?? [])
  }

  saveProfile(profile: Profile): void {
    const others = this.#file.get('profiles')
    const isKnown = others.some((other) => other.id === profile.id)
    this.#file.set(
      'profiles',
      isKnown ? others.map((other) => (other.id === profile.id ? profile : other)) : [...others, profile],
    )
  }

  removeProfile(profileId: string): void {
    this.#file.set(
      'profiles',
      this.#file.get('profiles').filter((profile) => profile.id !== profileId),
    )
    if (this.activeProfileId() === profileId) this.setActiveProfile(null)
  }

  activeProfileId(): string | null {
    return this.#file.get('activeProfileId')
  }

  setActiveProfile(profileId: string | null): void {
    this.#file.set('activeProfileId', profileId)
  }

  assistant(): AssistantSettings {
    const saved = assistantSettingsSchema.safeParse(this.#file.get('assistant'))
    return saved.success ? saved.data : OFFLINE_ASSISTANT
  }

  setAssistant(assistant: AssistantSettings): void {
    this.#file.set('assistant', assistant)
  }

  /** Which form of answer each endpoint and model took (by URL and model). */
  answerFormats(): Readonly<Record<string, string>> {
    return this.#file.get('answerFormats')
  }

  setAnswerFormats(formats: Readonly<Record<string, string>>): void {
    this.#file.set('answerFormats', formats)
  }
}

/** The account's name as first guess for the operator; some systems have accounts without one. */
function accountName(): string {
  try {
    return userInfo().username || 'operator'
  } catch {
    return 'operator'
  }
}
