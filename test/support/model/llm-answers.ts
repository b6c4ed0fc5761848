/** A call of a tool as an endpoint sends it. */
export interface LlmToolCall {
  readonly name: string
  readonly args: string
  readonly id?: string
}

/** One scripted answer of the stub. Texts are what the model says; `status` and `drop` are failures of the endpoint. */
export type LlmAnswer =
  | {
      readonly kind: 'text'
      readonly text: string
      /** Sent as `reasoning_content`, before the text. */
      readonly reasoning?: string
      readonly finishReason?: 'stop' | 'length'
      /** Pause before each chunk; streams only. */
      readonly chunkDelayMs?: number
    }
  /** The model calls tools instead of answering; `args` as JSON text, so that a test can break it. */
  | { readonly kind: 'calls'; readonly calls: readonly LlmToolCall[]; readonly text?: string }
  | { readonly kind: 'status'; readonly status: number; readonly message: string; readonly retryAfterS?: number }
  | { readonly kind: 'hang' }
  /** Destroys the connection, before any byte or in the middle of the text. */
  | { readonly kind: 'drop'; readonly textBefore?: string }

/** The proposal that a well-behaved model returns unless a test says otherwise. */
const sampleProposal = {
  kind: 'command',
  command: 'df -h',
  explanation: 'Shows free disk space.',
  timeout_s: 30,
}

function text(content: string): LlmAnswer {
  return { kind: 'text', text: content }
}

function status(code: number, message: string): LlmAnswer {
  return { kind: 'status', status: code, message }
}

/** Answers of models and endpoints in practice. */
export const llmAnswers = {
  text,
  valid: (proposal: unknown = sampleProposal): LlmAnswer => text(JSON.stringify(proposal)),
  calls: (...calls: readonly (readonly [name: string, args?: unknown])[]): LlmAnswer => ({
    kind: 'calls',
    calls: calls.map(([name, args = {}]) => ({ name, args: JSON.stringify(args) })),
  }),
  fenced: (command = 'df -h', language = 'sh'): LlmAnswer =>
    text(`Here is the command:\n\n\`\`\`${language}\n${command}\n\`\`\`\n\nIt shows free disk space.`),
  fencedJson: (proposal: unknown = sampleProposal): LlmAnswer =>
    text(`\`\`\`json\n${JSON.stringify(proposal, undefined, 2)}\n\`\`\``),
  prose: (): LlmAnswer => text('You can see the free space with the disk free command, which most systems have.'),
  thinking: (proposal: unknown = sampleProposal): LlmAnswer =>
    text(`<think>\nMaybe \`rm -rf /\`? No: {"command": "du"} neither.\n</think>\n${JSON.stringify(proposal)}`),
  reasoning: (proposal: unknown = sampleProposal): LlmAnswer => ({
    kind: 'text',
    text: JSON.stringify(proposal),
    reasoning: 'Maybe `rm -rf /`? No.',
  }),
  truncated: (proposal: unknown = sampleProposal): LlmAnswer => {
    const whole = JSON.stringify(proposal)
    return { kind: 'text', text: whole.slice(0, Math.ceil(whole.length / 2)), finishReason: 'length' }
  },
  wrongSchema: (): LlmAnswer => text(JSON.stringify({ cmd: ['df', '-h'], explanation: 7 })),
  twoCommands: (): LlmAnswer => text('```sh\ndf -h\n```\n\nor, for the biggest folders:\n\n```sh\ndu -sh /*\n```'),
  slow: (chunkDelayMs: number, proposal: unknown = sampleProposal): LlmAnswer => ({
    kind: 'text',
    text: JSON.stringify(proposal),
    chunkDelayMs,
  }),
  hang: (): LlmAnswer => ({ kind: 'hang' }),
  formatRefused: (): LlmAnswer => status(400, "Invalid parameter: 'response_format' of this type is not supported."),
  keyRefused: (): LlmAnswer => status(401, 'Incorrect API key provided.'),
  modelUnknown: (): LlmAnswer => status(404, 'The model does not exist.'),
  rateLimited: (retryAfterS = 1): LlmAnswer => ({
    kind: 'status',
    status: 429,
    message: 'Rate limit reached.',
    retryAfterS,
  }),
  noTools: (): LlmAnswer => status(400, 'stub-model does not support tools'),
  broken: (): LlmAnswer => status(500, 'The server had an error.'),
  dropped: (textBefore?: string): LlmAnswer => ({ kind: 'drop', ...(textBefore === undefined ? {} : { textBefore }) }),
} as const
