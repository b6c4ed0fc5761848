import { ANSWER_FORMATS, type AnswerFormat } from '../answers/answer-format.ts'
import { withoutFinalSlashes } from './endpoint-address.ts'

/** Where the formats are kept between runs: by `URL model`, oldest first. */
export interface FormatStore {
  answerFormats(): Readonly<Record<string, string>>
  setAnswerFormats(formats: Readonly<Record<string, AnswerFormat>>): void
}

const MAX_KEPT = 50

/** Which format an endpoint understood, by URL and model. A test of the endpoint begins at the strictest again. */
export class FormatMemory {
  readonly #store: FormatStore | null
  #known: Map<string, AnswerFormat> | null = null

  /** Without a store it lasts for this run only. */
  constructor(store: FormatStore | null) {
    this.#store = store
  }

  get(baseUrl: string, model: string): AnswerFormat {
    return this.#read().get(nameOf(baseUrl, model)) ?? 'json_schema'
  }

  set(baseUrl: string, model: string, format: AnswerFormat): void {
    const known = this.#read()
    const name = nameOf(baseUrl, model)
    if (known.get(name) === format) return
    known.delete(name)
    known.set(name, format)
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - MAX_KEPT))) known.delete(oldest)
    this.#store?.setAnswerFormats(Object.fromEntries(known))
  }

  #read(): Map<string, AnswerFormat> {
    this.#known ??= new Map(
      Object.entries(this.#store?.answerFormats() ?? {}).filter((entry): entry is [string, AnswerFormat] =>
        ANSWER_FORMATS.some((format) => format === entry[1]),
      ),
    )
    return this.#known
  }
}

function nameOf(baseUrl: string, model: string): string {
  return `${withoutFinalSlashes(baseUrl)} ${model}`
}
