import type { Secrets } from '../shared/secrets.ts'
import { Assistant } from './assistant.ts'
import { AssistantAccess, type AssistantSettingsStore } from './assistant-access.ts'
import { EndpointDialer } from './model/endpoint-dialer.ts'
import { FormatMemory, type FormatStore } from './model/format-memory.ts'
import { testAssistant } from './model/providers.ts'

/** Builds the assistant domain, leaf first. Nothing is loaded or sent before the first question. */
export function createAssistant(deps: {
  readonly store: AssistantSettingsStore & FormatStore
  readonly secrets: Secrets
  readonly redact: (text: string) => string
  readonly now: () => number
}) {
  const { store, secrets, redact, now } = deps
  const dialer = new EndpointDialer()
  const formats = new FormatMemory(store)
  const access = new AssistantAccess({
    store,
    secrets,
    test: (tested, signal) => testAssistant(tested, signal, { dialer, formats }),
  })
  const assistant = new Assistant({
    settings: () => access.settings(),
    key: () => access.key(),
    proxyLogin: () => access.proxyLogin(),
    redact,
    formats,
    dialer,
    now,
  })
  return { access, assistant, dialer }
}
