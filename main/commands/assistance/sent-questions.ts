import { z } from 'zod'
import type { AskUsage, SentQuestion } from '../../../preload/contract/models/assistant/assistant.ts'
import type { Log } from '../../shared/log.ts'
import type { Database } from '../../shared/sqlite.ts'
import { JsonRows } from '../json-rows.ts'

/** Questions kept; the oldest go. */
const MAX_KEPT = 500

const count = z.int().min(0)
const stored: z.ZodType<SentQuestion> = z.object({
  purpose: z.enum(['ask', 'explain', 'summarise', 'fix', 'investigate']),
  sentAt: z.number(),
  answerFormat: z.enum(['json_schema', 'json_object', 'fenced', 'tools']),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant', 'tool']), content: z.string() })),
  host: z.string(),
  model: z.string(),
  requests: count,
  inputTokens: z.number().min(0),
  outputTokens: z.number().min(0),
  isEstimated: z.boolean(),
  firstTokenMs: z.number().nullable(),
  totalMs: z.number(),
})

/** Stores everything that was sent to models, for the operator to look at. */
export class SentQuestions {
  readonly #database: Database
  readonly #rows: JsonRows

  constructor(database: Database, log: Log) {
    this.#database = database
    this.#rows = new JsonRows(database, log)
  }

  add(turnId: string, sent: SentQuestion): void {
    this.#database.prepare('INSERT INTO sent_questions (turn_id, body) VALUES (?, ?)').run(turnId, JSON.stringify(sent))
    this.#database
      .prepare('DELETE FROM sent_questions WHERE id <= (SELECT max(id) FROM sent_questions) - ?')
      .run(MAX_KEPT)
  }

  /** Lists what was sent for a turn, oldest first; a row that was damaged is logged and left out. */
  of(turnId: string): readonly SentQuestion[] {
    return this.#rows.many(stored, 'SELECT body FROM sent_questions WHERE turn_id = ? ORDER BY id', turnId)
  }
}

/** Returns the figures of the questions of one turn together, without their text. Throws where there are none. */
export function usageOf(sent: readonly SentQuestion[]): AskUsage {
  const [first] = sent
  if (first === undefined) throw new Error('nothing was sent')
  const { host, model, firstTokenMs } = first
  const sum = (figure: (question: SentQuestion) => number) => sent.reduce((total, one) => total + figure(one), 0)
  return {
    host,
    model,
    firstTokenMs,
    requests: sum(({ requests }) => requests),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    isEstimated: sent.some(({ isEstimated }) => isEstimated),
    totalMs: sum(({ totalMs }) => totalMs),
  }
}
