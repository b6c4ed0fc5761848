import type { AssistantSettings, AssistantTest, AssistantView } from '../../../preload/contract/models/assistant.ts'
import type { assistantRoutes } from '../../../preload/contract/routes/assistant.ts'
import type { HandlersOf } from '../router.ts'

/** Settings of the assistant with its key: kept in the secret store, never read by the window. */
export interface AssistantControl {
  save(settings: AssistantSettings, key: string | null | undefined): Promise<AssistantView>
  test(settings: AssistantSettings, key: string | null | undefined): Promise<AssistantTest>
}

export function assistantHandlers(control: AssistantControl): HandlersOf<typeof assistantRoutes> {
  return {
    'assistant.save': ({ key, ...settings }) => control.save(settings, key),
    'assistant.test': ({ key, ...settings }) => control.test(settings, key),
  }
}
