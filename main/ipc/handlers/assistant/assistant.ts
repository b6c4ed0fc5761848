import type {
  AssistantSettings,
  AssistantTest,
  AssistantView,
} from '../../../../preload/contract/models/assistant/assistant.ts'
import type { assistantRoutes } from '../../../../preload/contract/routes/assistant/assistant.ts'
import type { SecretChanges } from '../../../assistant/assistant-access.ts'
import type { HandlersOf } from '../../router.ts'

/** Settings of the assistant with its key: kept in the secret store, never read by the window. */
export interface AssistantControl {
  save(settings: AssistantSettings, secrets: SecretChanges): Promise<AssistantView>
  test(settings: AssistantSettings, secrets: SecretChanges): Promise<AssistantTest>
}

export function assistantHandlers(control: AssistantControl): HandlersOf<typeof assistantRoutes> {
  return {
    'assistant.save': ({ key, proxyLogin, ...settings }) => control.save(settings, { key, proxyLogin }),
    'assistant.test': ({ key, proxyLogin, ...settings }) => control.test(settings, { key, proxyLogin }),
  }
}
