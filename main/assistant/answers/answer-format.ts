/** Ways to ask for an answer, strictest first. */
export const ANSWER_FORMATS = ['json_schema', 'json_object', 'fenced'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

/** The form that an answer must have, and its reader. `parse` throws `ASSISTANT_BAD_ANSWER`. */
export interface AnswerShape<Answer> {
  readonly name: string
  /** JSON schema for strict mode: every key required, so what may be missing is nullable. */
  readonly schema: Readonly<Record<string, unknown>>
  parse(text: string): Answer
}

/** The `response_format` of a request; undefined for `fenced`, which needs none. */
export function responseFormat(format: AnswerFormat, { name, schema }: Pick<AnswerShape<unknown>, 'name' | 'schema'>) {
  if (format === 'json_schema') return { type: 'json_schema' as const, json_schema: { name, strict: true, schema } }
  return format === 'json_object' ? { type: 'json_object' as const } : undefined
}

/** The next, less strict format; null below the last. */
export function stepDown(format: AnswerFormat): AnswerFormat | null {
  return ANSWER_FORMATS[ANSWER_FORMATS.indexOf(format) + 1] ?? null
}
