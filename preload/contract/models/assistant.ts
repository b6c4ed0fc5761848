/** `phrasebook` works offline without a key; `model` is any OpenAI-compatible endpoint. */
export type AssistantKind = 'phrasebook' | 'model'

export interface AssistantSettings {
  readonly kind: AssistantKind
  /** Id of the preset the form was filled from; only for display. */
  readonly presetId: string
  /** Base URL that ends before `/chat/completions`, e.g. `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string
  readonly model: string
  /** `tiny`: plain prompt, one fenced command, for models of 3 B and below. */
  readonly promptProfile: 'standard' | 'tiny'
  readonly requestTimeoutS: number
}

export interface AssistantView extends AssistantSettings {
  readonly hasKey: boolean
}

export interface ProviderPreset {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  readonly needsKey: boolean
  /** Runs on the operator's own computer: nothing leaves it. */
  readonly isLocal: boolean
}

/** Outcome of the Test button: what worked, up to the first thing that did not. */
export interface AssistantTest {
  readonly isReachable: boolean
  readonly isKeyAccepted: boolean
  readonly isModelKnown: boolean
  readonly answerFormat: 'json_schema' | 'json_object' | 'fenced' | null
  readonly firstTokenMs: number | null
  readonly models: readonly string[]
}
