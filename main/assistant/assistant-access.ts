import { X509Certificate } from 'node:crypto'
import { AppError } from '../../preload/contract/errors.ts'
import type {
  AssistantSettings,
  AssistantTest,
  AssistantView,
} from '../../preload/contract/models/assistant/assistant.ts'
import { isKeyElsewhere, isProxyLoginElsewhere } from '../../preload/contract/models/safety/secret-place.ts'
import type { Secrets } from '../shared/secrets.ts'
import type { ModelAccess } from './model/model-questions.ts'

const KEY_NAME = 'assistant/key'
const PROXY_NAME = 'assistant/proxy'

/** Keeps the choice of assistant. */
export interface AssistantSettingsStore {
  assistant(): AssistantSettings
  setAssistant(settings: AssistantSettings): void
}

type Tester = (access: ModelAccess, signal: AbortSignal) => Promise<AssistantTest>

/** Changes of the secrets: absent keeps what is stored, null deletes it. */
export interface SecretChanges {
  readonly key?: string | null | undefined
  /** `user:password`. */
  readonly proxyLogin?: string | null | undefined
}

/** Keeps which assistant answers, and its key, which goes nowhere but to its endpoint. */
export class AssistantAccess {
  readonly #store: AssistantSettingsStore
  readonly #secrets: Secrets
  readonly #test: Tester

  constructor(deps: { store: AssistantSettingsStore; secrets: Secrets; test: Tester }) {
    this.#store = deps.store
    this.#secrets = deps.secrets
    this.#test = deps.test
  }

  settings(): AssistantSettings {
    return this.#store.assistant()
  }

  view(): AssistantView {
    return {
      ...this.#store.assistant(),
      hasKey: this.#secrets.has(KEY_NAME),
      hasProxyLogin: this.#secrets.has(PROXY_NAME),
    }
  }

  key(): Promise<string | null> {
    return this.#secrets.get(KEY_NAME)
  }

  proxyLogin(): Promise<string | null> {
    return this.#secrets.get(PROXY_NAME)
  }

  /**
   * An absent key keeps the stored one, unless it would go to another endpoint, through another proxy, or be guarded by another
   * authority: a key is never sent where it was not meant for. The same holds for the proxy's login.
   */
  async save(settings: AssistantSettings, { key, proxyLogin }: SecretChanges): Promise<AssistantView> {
    if (settings.kind === 'model') requireEndpoint(settings)
    requireCertificates(settings)
    const before = this.#store.assistant()
    const isKeyGone = key === null || isKeyElsewhere(before, settings)
    const isLoginGone = proxyLogin === null || isProxyLoginElsewhere(before, settings)
    // Neither the old secrets with the new place nor the new ones with the old place, not for a moment.
    if (isKeyGone) await this.#secrets.delete(KEY_NAME)
    if (isLoginGone) await this.#secrets.delete(PROXY_NAME)
    this.#store.setAssistant(settings)
    if (typeof key === 'string') await this.#secrets.set(KEY_NAME, key)
    if (typeof proxyLogin === 'string') await this.#secrets.set(PROXY_NAME, proxyLogin)
    return this.view()
  }

  async test(settings: AssistantSettings, { key, proxyLogin }: SecretChanges): Promise<AssistantTest> {
    requireEndpoint(settings)
    requireCertificates(settings)
    const before = this.#store.assistant()
    const mayUseKey = key === undefined && !isKeyElsewhere(before, settings)
    const mayUseLogin = proxyLogin === undefined && !isProxyLoginElsewhere(before, settings)
    const access: ModelAccess = {
      settings,
      key: mayUseKey ? await this.key() : (key ?? null),
      proxyLogin: mayUseLogin ? await this.proxyLogin() : (proxyLogin ?? null),
    }
    return this.#test(access, AbortSignal.timeout(settings.requestTimeoutS * 1000))
  }
}

function requireEndpoint(settings: AssistantSettings): void {
  if (settings.baseUrl === '') throw new AppError('INVALID_INPUT', { field: 'baseUrl' })
  if (settings.model === '') throw new AppError('INVALID_INPUT', { field: 'model' })
}

/** To its end, or to the next dash where that is missing: such a block does not parse. */
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*(?:-----END CERTIFICATE-----)?/gu

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
