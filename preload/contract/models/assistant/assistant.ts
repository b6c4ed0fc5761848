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
  /** Route to the endpoint from a company network; absent: directly, with the public authorities. */
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
  /** True if it runs on the operator's own computer, so that nothing leaves it. */
  readonly isLocal: boolean
}

/** Outcome of the Test button: the successful steps, up to the first failure. */
export interface AssistantTest {
  readonly isReachable: boolean
  readonly isKeyAccepted: boolean
  readonly isModelKnown: boolean
  readonly answerFormat: 'json_schema' | 'json_object' | 'fenced' | null
  readonly firstTokenMs: number | null
  readonly models: readonly string[]
  /** Reason of the failure; null without one, or if only the status is known. */
  readonly reason?: EndpointReason | null
}

/** Reasons for a missing answer of an endpoint. */
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

/** Cost of one question. */
export interface AskUsage {
  /** `host:port` of the endpoint. */
  readonly host: string
  readonly model: string
  /** HTTP requests made: one, and one more for each answer format that the endpoint refused. */
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** True if counted here, because the endpoint gave no count. */
  readonly isEstimated: boolean
  readonly firstTokenMs: number | null
  readonly totalMs: number
}

/** Exact text that was sent to a model, for the operator to read. Holds no key. */
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
