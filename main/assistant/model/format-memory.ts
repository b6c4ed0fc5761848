import { ANSWER_FORMATS, type AnswerFormat } from '../answers/answer-format.ts'
import { withoutFinalSlashes } from './endpoint-address.ts'

/** Keeps the formats between runs: by `URL model`, oldest first. */
export interface FormatStore {
  answerFormats(): Readonly<Record<string, string>>
  setAnswerFormats(formats: Readonly<Record<string, string>>): void
}

const MAX_KEPT = 50
const TOOLS = 'tools '
const NO_TOOLS = 'none'

/**
 * Remembers by URL and model which answer format an endpoint understood, and whether its model calls no tools. A test of
 * the endpoint begins at the strictest again.
 */
export class FormatMemory {
  readonly #store: FormatStore | null
  #known: Map<string, string> | null = null

  /** Without a store it lasts for this run only. */
  constructor(store: FormatStore | null) {
    this.#store = store
  }

  get(baseUrl: string, model: string): AnswerFormat {
    const known = this.#read().get(nameOf(baseUrl, model))
    return ANSWER_FORMATS.find((format) => format === known) ?? 'json_schema'
  }

  set(baseUrl: string, model: string, format: AnswerFormat): void {
    this.#keep(nameOf(baseUrl, model), format)
  }

  /** True until the model was found to call none. */
  mayCallTools(baseUrl: string, model: string): boolean {
    return !this.#read().has(TOOLS + nameOf(baseUrl, model))
  }

  setCallsNoTools(baseUrl: string, model: string): void {
    this.#keep(TOOLS + nameOf(baseUrl, model), NO_TOOLS)
  }

  /** The model may have been exchanged under its name: tools are tried again. */
  forgetTools(baseUrl: string, model: string): void {
    if (this.#read().delete(TOOLS + nameOf(baseUrl, model))) this.#write()
  }

  #keep(name: string, value: string): void {
    const known = this.#read()
    if (known.get(name) === value) return
    known.delete(name)
    known.set(name, value)
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - MAX_KEPT))) known.delete(oldest)
    this.#write()
  }

  #write(): void {
    this.#store?.setAnswerFormats(Object.fromEntries(this.#read()))
  }

  #read(): Map<string, string> {
    this.#known ??= new Map(
      Object.entries(this.#store?.answerFormats() ?? {}).filter(([name, value]) =>
        name.startsWith(TOOLS) ? value === NO_TOOLS : ANSWER_FORMATS.some((format) => format === value),
      ),
    )
    return this.#known
  }
}

function nameOf(baseUrl: string, model: string): string {
  return `${withoutFinalSlashes(baseUrl)} ${model}`
}
