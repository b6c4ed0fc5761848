import { AppError } from '../../preload/contract/errors.ts'
import type { AssistantSettings, AssistantTest, AssistantView } from '../../preload/contract/models/assistant.ts'

const KEY_NAME = 'assistant/key'

/** Where the choice of assistant is kept. */
export interface AssistantSettingsStore {
  assistant(): AssistantSettings
  setAssistant(settings: AssistantSettings): void
}

/** Where its key is kept. */
export interface KeyVault {
  has(name: string): boolean
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}

type Tester = (settings: AssistantSettings, key: string | null, signal: AbortSignal) => Promise<AssistantTest>

/** Which assistant answers, and its key, which goes nowhere but to its endpoint. */
export class AssistantAccess {
  readonly #store: AssistantSettingsStore
  readonly #vault: KeyVault
  readonly #test: Tester

  constructor(deps: { store: AssistantSettingsStore; vault: KeyVault; test: Tester }) {
    this.#store = deps.store
    this.#vault = deps.vault
    this.#test = deps.test
  }

  settings(): AssistantSettings {
    return this.#store.assistant()
  }

  view(): AssistantView {
    return { ...this.#store.assistant(), hasKey: this.#vault.has(KEY_NAME) }
  }

  key(): Promise<string | null> {
    return this.#vault.get(KEY_NAME)
  }

  /** An absent `key` keeps the stored one, unless the endpoint is another: a key is never sent where it was not meant for. */
  async save(settings: AssistantSettings, key: string | null | undefined): Promise<AssistantView> {
    if (settings.kind === 'model') requireEndpoint(settings)
    const isMoved = originOf(settings.baseUrl) !== originOf(this.#store.assistant().baseUrl)
    if (key === null || (key === undefined && isMoved)) await this.#vault.delete(KEY_NAME)
    else if (key !== undefined) await this.#vault.set(KEY_NAME, key)
    this.#store.setAssistant(settings)
    return this.view()
  }

  async test(settings: AssistantSettings, key: string | null | undefined): Promise<AssistantTest> {
    requireEndpoint(settings)
    const isMoved = originOf(settings.baseUrl) !== originOf(this.#store.assistant().baseUrl)
    const usable = key === undefined && !isMoved ? await this.key() : (key ?? null)
    return this.#test(settings, usable, AbortSignal.timeout(settings.requestTimeoutS * 1000))
  }
}

function requireEndpoint(settings: AssistantSettings): void {
  if (settings.baseUrl === '') throw new AppError('INVALID_INPUT', { field: 'baseUrl' })
  if (settings.model === '') throw new AppError('INVALID_INPUT', { field: 'model' })
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}
