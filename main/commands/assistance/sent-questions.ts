import type { AskUsage, SentQuestion } from '../../../preload/contract/models/assistant.ts'
import type { Database } from '../../shared/sqlite.ts'

/** Questions kept; the oldest go. */
const MAX_KEPT = 500

/** Stores everything that was sent to models, for the operator to look at. */
export class SentQuestions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(turnId: string, sent: SentQuestion): void {
    this.#database.prepare('INSERT INTO sent_questions (turn_id, body) VALUES (?, ?)').run(turnId, JSON.stringify(sent))
    this.#database
      .prepare('DELETE FROM sent_questions WHERE id <= (SELECT max(id) FROM sent_questions) - ?')
      .run(MAX_KEPT)
  }

  /** Lists what was sent for a turn, oldest first. */
  of(turnId: string): readonly SentQuestion[] {
    const rows = this.#database.prepare('SELECT body FROM sent_questions WHERE turn_id = ? ORDER BY id').all(turnId)
    return (rows as { readonly body: string }[]).map(({ body }) => JSON.parse(body) as SentQuestion)
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
