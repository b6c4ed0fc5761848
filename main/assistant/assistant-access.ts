import { X509Certificate } from 'node:crypto'
import { AppError } from '../../preload/contract/errors.ts'
import type { AssistantSettings, AssistantTest, AssistantView } from '../../preload/contract/models/assistant.ts'
import type { ModelAccess } from './model-questions.ts'

const KEY_NAME = 'assistant/key'
const PROXY_NAME = 'assistant/proxy'

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

type Tester = (access: ModelAccess, signal: AbortSignal) => Promise<AssistantTest>

/** Changes of the secrets: absent keeps what is stored, null deletes it. */
export interface SecretChanges {
  readonly key?: string | null | undefined
  /** `user:password`. */
  readonly proxyLogin?: string | null | undefined
}

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
    return {
      ...this.#store.assistant(),
      hasKey: this.#vault.has(KEY_NAME),
      hasProxyLogin: this.#vault.has(PROXY_NAME),
    }
  }

  key(): Promise<string | null> {
    return this.#vault.get(KEY_NAME)
  }

  proxyLogin(): Promise<string | null> {
    return this.#vault.get(PROXY_NAME)
  }

  /**
   * An absent key keeps the stored one, unless the endpoint is another: a key is never sent where it was not meant for.
   * The same holds for the proxy's login.
   */
  async save(settings: AssistantSettings, { key, proxyLogin }: SecretChanges): Promise<AssistantView> {
    if (settings.kind === 'model') requireEndpoint(settings)
    requireCertificates(settings)
    const before = this.#store.assistant()
    await this.#change(KEY_NAME, key, isSameOrigin(settings.baseUrl, before.baseUrl))
    await this.#change(PROXY_NAME, proxyLogin, isSameOrigin(proxyOf(settings), proxyOf(before)))
    this.#store.setAssistant(settings)
    return this.view()
  }

  async test(settings: AssistantSettings, { key, proxyLogin }: SecretChanges): Promise<AssistantTest> {
    requireEndpoint(settings)
    requireCertificates(settings)
    const before = this.#store.assistant()
    const mayUseKey = key === undefined && isSameOrigin(settings.baseUrl, before.baseUrl)
    const mayUseLogin = proxyLogin === undefined && isSameOrigin(proxyOf(settings), proxyOf(before))
    const access: ModelAccess = {
      settings,
      key: mayUseKey ? await this.key() : (key ?? null),
      proxyLogin: mayUseLogin ? await this.proxyLogin() : (proxyLogin ?? null),
    }
    return this.#test(access, AbortSignal.timeout(settings.requestTimeoutS * 1000))
  }

  async #change(name: string, value: string | null | undefined, isSamePlace: boolean): Promise<void> {
    if (value === null || (value === undefined && !isSamePlace)) await this.#vault.delete(name)
    else if (value !== undefined) await this.#vault.set(name, value)
  }
}

function requireEndpoint(settings: AssistantSettings): void {
  if (settings.baseUrl === '') throw new AppError('INVALID_INPUT', { field: 'baseUrl' })
  if (settings.model === '') throw new AppError('INVALID_INPUT', { field: 'model' })
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu

function requireCertificates({ network }: AssistantSettings): void {
  const pem = network?.ca ?? null
  if (pem === null) return
  try {
    const found = pem.match(CERTIFICATE) ?? []
    for (const certificate of found) new X509Certificate(certificate)
    if (found.length > 0) return
  } catch (cause) {
    throw new AppError('CREDENTIAL_FILE_INVALID', { field: 'ca' }, { cause })
  }
  throw new AppError('CREDENTIAL_FILE_INVALID', { field: 'ca' })
}

function proxyOf({ network }: AssistantSettings): string {
  return network?.proxyUrl ?? ''
}

function isSameOrigin(one: string, other: string): boolean {
  return originOf(one) === originOf(other)
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}
