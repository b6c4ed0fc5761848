import type { PhrasebookSnippet } from '../../../../preload/contract/models/assistant/phrasebook.ts'
import type { DeviceSystem } from '../../../../preload/contract/models/safety/safety.ts'
import type { phrasebookRoutes } from '../../../../preload/contract/routes/assistant/phrasebook.ts'
import type { HandlersOf } from '../../router.ts'

interface SnippetSource {
  snippets(text: string, system: DeviceSystem, limit: number): readonly PhrasebookSnippet[]
}

export function phrasebookHandlers(deps: {
  readonly phrasebook: () => Promise<SnippetSource>
  /** Of a device on the connection in use; `linux` where that is not known. */
  readonly systemOf: (deviceId: string | null) => DeviceSystem
}): HandlersOf<typeof phrasebookRoutes> {
  return {
    'phrasebook.search': async ({ text, deviceId, limit }) =>
      (await deps.phrasebook()).snippets(text, deps.systemOf(deviceId), limit),
  }
}
