import { userInfo } from 'node:os'
import { z } from 'zod'
import type { DeliverySettings } from '../../../preload/contract/models/app/delivery.ts'
import type { Language, SavedFilter, Settings } from '../../../preload/contract/models/app/settings.ts'
import type { AssistantSettings } from '../../../preload/contract/models/assistant/assistant.ts'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'
import { savedFilterSchema, settingsSchema } from '../../../preload/contract/routes/app/app.ts'
import { emailSettingsSchema, webhookSettingsSchema } from '../../../preload/contract/routes/app/delivery.ts'
import { assistantSettingsSchema } from '../../../preload/contract/routes/assistant/assistant.ts'
import { profileSchema } from '../../../preload/contract/routes/broker/connection.ts'
import type { Log } from '../../shared/log.ts'
import type { JsonFile } from './json-file.ts'

/** As read from disk: the operator may have edited it, so every value is checked where it is read. */
export interface SettingsFile {
  settings: Readonly<Record<string, unknown>>
  profiles: readonly unknown[]
  activeProfileId: unknown
  assistant: unknown
  answerFormats: unknown
  delivery: unknown
}

const OFFLINE_ASSISTANT: AssistantSettings = {
  kind: 'phrasebook',
  presetId: 'custom',
  baseUrl: '',
  model: '',
  promptProfile: 'standard',
  requestTimeoutS: 60,
}

const NO_DELIVERY: DeliverySettings = {
  email: {
    isOn: false,
    host: '',
    port: 587,
    security: 'starttls',
    user: '',
    from: '',
    to: [],
    minSeverity: 'warning',
  },
  webhook: { isOn: false, format: 'json', minSeverity: 'warning', host: '' },
}

const deliverySchema = z.object({
  email: emailSettingsSchema,
  webhook: webhookSettingsSchema.extend({ host: z.string().max(300) }),
})

const fileShape = z.object({ settings: z.record(z.string(), z.unknown()), profiles: z.array(z.unknown()) })
const answerFormatsSchema = z.record(z.string(), z.string())
const idSchema = z.object({ id: z.string() })

/** True if the file has the outline without which it is moved aside; what is in it is checked entry by entry. */
export function isSettingsFile(content: unknown): boolean {
  return fileShape.safeParse(content).success
}

export const NO_SETTINGS: SettingsFile = {
  settings: {},
  profiles: [],
  activeProfileId: null,
  assistant: OFFLINE_ASSISTANT,
  answerFormats: {},
  delivery: NO_DELIVERY,
}

interface SettingsStoreDeps {
  readonly file: JsonFile<SettingsFile>
  readonly systemLanguage: Language
  readonly log: Log
  /** Some settings were unreadable and left out; the file as it was is kept as `aside`. */
  readonly onMended: (aside: string) => void
}

/** Keeps what the operator chose. Holds no secret. */
export class SettingsStore {
  readonly #file: JsonFile<SettingsFile>
  readonly #systemLanguage: Language

  constructor(deps: SettingsStoreDeps) {
    this.#systemLanguage = deps.systemLanguage
    this.#file = deps.file
    this.#mend(deps)
  }

  /** Leaves out settings that cannot be read, once the file is copied: a damaged one must not reach the window. */
  #mend({ log, onMended }: SettingsStoreDeps): void {
    const { readable, unreadable } = readSettings(this.#file.get('settings'))
    if (unreadable.length === 0) return
    log.error(`settings could not be read and are left out: ${unreadable.join(', ')}`)
    try {
      const aside = this.#file.copyAside()
      this.#file.set('settings', readable)
      onMended(aside)
    } catch (error) {
      log.error('the settings could not be mended on disk', error)
    }
  }

  settings(): Settings {
    return {
      language: this.#systemLanguage,
      theme: 'system',
      operatorName: accountName(),
      defaultTimeoutS: 30,
      telemetryMiB: 512,
      outputsMiB: 1024,
      deviceColumns: null,
      savedFilters: [],
      closesToTray: false,
      tellsAlertEnds: true,
      ...readSettings(this.#file.get('settings')).known,
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
    const isKnown = others.some((other) => idOf(other) === profile.id)
    this.#file.set(
      'profiles',
      isKnown ? others.map((other) => (idOf(other) === profile.id ? profile : other)) : [...others, profile],
    )
  }

  removeProfile(profileId: string): void {
    this.#file.set(
      'profiles',
      this.#file.get('profiles').filter((profile) => idOf(profile) !== profileId),
    )
    if (this.activeProfileId() === profileId) this.setActiveProfile(null)
  }

  activeProfileId(): string | null {
    const saved = this.#file.get('activeProfileId')
    return typeof saved === 'string' ? saved : null
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

  /** Both channels off where nothing readable was saved. */
  delivery(): DeliverySettings {
    return deliverySchema.safeParse(this.#file.get('delivery')).data ?? NO_DELIVERY
  }

  setDelivery(delivery: DeliverySettings): void {
    this.#file.set('delivery', delivery)
  }

  /** Returns the form of answer that each endpoint and model took, by URL and model. */
  answerFormats(): Readonly<Record<string, string>> {
    return answerFormatsSchema.safeParse(this.#file.get('answerFormats')).data ?? {}
  }

  setAnswerFormats(formats: Readonly<Record<string, string>>): void {
    this.#file.set('answerFormats', formats)
  }
}

interface ReadSettings {
  /** Ready for use. */
  readonly known: Partial<Settings>
  /** Content that the file should hold: those, and settings of other versions untouched. */
  readonly readable: Readonly<Record<string, unknown>>
  /** Names of settings whose value, or an entry of it, is none. */
  readonly unreadable: readonly string[]
}

/** Checks each setting by itself, and each saved filter, so that one damaged entry costs no other. */
function readSettings(saved: Readonly<Record<string, unknown>>): ReadSettings {
  const { shape } = settingsSchema
  const known: Record<string, unknown> = {}
  const others: Record<string, unknown> = {}
  const unreadable: string[] = []
  for (const [name, value] of Object.entries(saved)) {
    if (!Object.hasOwn(shape, name)) {
      others[name] = value
      continue
    }
    const parsed = shape[name as keyof Settings].safeParse(value)
    if (parsed.success) known[name] = parsed.data
    else unreadable.push(name)
    if (!parsed.success && name === 'savedFilters' && Array.isArray(value)) known[name] = readFilters(value)
  }
  return { known: known as Partial<Settings>, readable: { ...others, ...known }, unreadable }
}

function readFilters(saved: readonly unknown[]): readonly SavedFilter[] {
  const filters = saved.flatMap((filter) => savedFilterSchema.safeParse(filter).data ?? [])
  return settingsSchema.shape.savedFilters.safeParse(filters).data ?? []
}

function idOf(profile: unknown): string | null {
  return idSchema.safeParse(profile).data?.id ?? null
}

/** The account's name as first guess for the operator; some systems have accounts without one. */
function accountName(): string {
  try {
    return userInfo().username || 'operator'
  } catch {
    return 'operator'
  }
}
