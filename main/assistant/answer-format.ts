/** How an answer is asked for, strictest first. */
export const ANSWER_FORMATS = ['json_schema', 'json_object', 'fenced'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

const nullable = (type: string, description: string) => ({ type: [type, 'null'], description })

/** The schema sent with `json_schema`: strict mode wants every key required, so what may be missing is nullable. */
const PROPOSAL_SCHEMA = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['command', 'question', 'answer', 'refuse'] },
    command: nullable('string', 'One shell command, only for kind "command".'),
    explanation: nullable('string', 'What the command does, or the text of the question, answer or refusal.'),
    timeout_s: nullable('integer', 'Seconds the command may take, 1 to 3600.'),
  },
  required: ['kind', 'command', 'explanation', 'timeout_s'],
  additionalProperties: false,
} as const

/** The `response_format` of a request; undefined for `fenced`, which needs none. */
export function responseFormat(format: AnswerFormat) {
  if (format === 'json_schema') {
    const json_schema = { name: 'proposal', strict: true, schema: PROPOSAL_SCHEMA }
    return { type: 'json_schema' as const, json_schema }
  }
  return format === 'json_object' ? { type: 'json_object' as const } : undefined
}

/** Which format an endpoint understood, by URL and model; for this run only. */
export class FormatMemory {
  readonly #known = new Map<string, AnswerFormat>()

  get(baseUrl: string, model: string): AnswerFormat {
    return this.#known.get(`${baseUrl}\n${model}`) ?? 'json_schema'
  }

  set(baseUrl: string, model: string, format: AnswerFormat): void {
    this.#known.set(`${baseUrl}\n${model}`, format)
  }
}

/** The next, less strict format; null below the last. */
export function stepDown(format: AnswerFormat): AnswerFormat | null {
  return ANSWER_FORMATS[ANSWER_FORMATS.indexOf(format) + 1] ?? null
}
