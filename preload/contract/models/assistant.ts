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
  /** How the endpoint is reached from a company network; absent: directly, with the public authorities. */
  readonly network?: EndpointNetwork | undefined
  /** Offers investigations: a few reading commands toward one question, each approved by the operator. */
  readonly canInvestigate?: boolean | undefined
}

export interface EndpointNetwork {
  /** `http://host:port` or `https://host:port`; empty for none. An endpoint on this computer is reached without it. */
  readonly proxyUrl: string
  /** CA certificates in PEM, trusted beside the public authorities; null for none. */
  readonly ca: string | null
}

export interface AssistantView extends AssistantSettings {
  readonly hasKey: boolean
  readonly hasProxyLogin?: boolean
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
  /** Why it went no further; null where it did, or where only the status is known. */
  readonly reason?: EndpointReason | null
}

/** Why an endpoint gave no answer. */
export type EndpointReason =
  | 'dns'
  | 'offline'
  | 'refused'
  | 'dropped'
  | 'tls'
  | 'proxy'
  | 'redirect'
  | 'silent'
  | 'server-error'
  | 'rate-limited'

/** What one question cost. */
export interface AskUsage {
  /** `host:port` that was asked. */
  readonly host: string
  readonly model: string
  /** HTTP requests made: one, and one more for each answer format that the endpoint refused. */
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Counted here, because the endpoint did not say. */
  readonly isEstimated: boolean
  readonly firstTokenMs: number | null
  readonly totalMs: number
}

/** Exactly what was sent to a model, for the operator to look at. Holds no key. */
export interface SentQuestion extends AskUsage {
  readonly purpose: 'ask' | 'explain' | 'summarise' | 'fix' | 'investigate'
  /** Epoch ms. */
  readonly sentAt: number
  /** `tools`: the model was offered the tools of an investigation. */
  readonly answerFormat: 'json_schema' | 'json_object' | 'fenced' | 'tools'
  readonly messages: readonly {
    readonly role: 'system' | 'user' | 'assistant' | 'tool'
    readonly content: string
  }[]
}
