import { sanitise } from '../../safety/text/sanitiser.ts'
import { changed, type MarkedText, type MarkedValue, unmarked } from '../../shared/marked-text.ts'
import { asUntrustedData, boundOutputs } from '../prompts/device-output.ts'

/** One entry of a result: what is known of it, and what a device printed. */
export interface ResultItem {
  readonly facts: Readonly<Record<string, MarkedValue>>
  readonly output?: MarkedText
}

interface Result {
  readonly tool: string
  readonly items: readonly ResultItem[]
}

const MAX_FACT_CHARS = 600
const NOT_CALLED: readonly ResultItem[] = [
  { facts: { refused: unmarked('No calls of this tool are left. Give the finding.') } },
]
const REPLACED: readonly ResultItem[] = [{ facts: { note: unmarked('Called again later: see there.') } }]

/**
 * Keeps what the tools returned outside of the agent's own state, by call. The framework handles ids alone, so that no
 * text of a device is copied, merged or revived by it.
 */
export class ToolResults {
  readonly #results = new Map<string, Result>()
  #isFromDeviceOutput = false

  /** True as soon as a device had a part in any result. */
  get isFromDeviceOutput(): boolean {
    return this.#isFromDeviceOutput
  }

  has(callId: string): boolean {
    return this.#results.has(callId)
  }

  add(callId: string, tool: string, items: readonly ResultItem[]): void {
    this.#results.set(callId, { tool, items })
    this.#isFromDeviceOutput ||= items.some(({ facts, output }) => isMarked(facts) || isMarked(output))
  }

  /** As `add`; an earlier result of the same tool gives its room to this one. */
  replace(callId: string, tool: string, items: readonly ResultItem[]): void {
    for (const [id, result] of this.#results) {
      if (result.tool === tool) this.#results.set(id, { tool, items: REPLACED })
    }
    this.add(callId, tool, items)
  }

  /** The results of these calls for one request: sanitised, redacted, bounded together, each between boundaries. */
  render(
    callIds: readonly string[],
    context: { readonly boundary: string; readonly redact: (text: string) => string },
  ): readonly MarkedText[] {
    const clean = (text: MarkedText) => changed(text, (raw) => context.redact(sanitise(raw).text))
    const results = callIds.map((callId) => this.#results.get(callId)?.items ?? NOT_CALLED)
    const outputs = boundOutputs(results.flat().map(({ output }) => clean(output ?? unmarked(''))))[Symbol.iterator]()
    return results.map((items) => {
      const shown = items.map(({ facts, output }) => {
        const bounded = outputs.next().value
        const cleaned = withTexts(facts, (text) => changed(clean(text), (whole) => whole.slice(0, MAX_FACT_CHARS)))
        return output === undefined ? cleaned : { facts: cleaned, device_output: bounded }
      })
      return asUntrustedData('RESULT', shown, context.boundary)
    })
  }
}

function isMarkedText(value: object): value is MarkedText {
  return 'isFromDeviceOutput' in value
}

function isMarked(value: MarkedValue): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isMarkedText(value)) return value.isFromDeviceOutput
  return Object.values(value).some((part: MarkedValue) => isMarked(part))
}

function withTexts(value: MarkedValue, change: (text: MarkedText) => MarkedText): MarkedValue {
  if (typeof value !== 'object' || value === null) return value
  if (isMarkedText(value)) return change(value)
  if (Array.isArray(value)) return value.map((part: MarkedValue) => withTexts(part, change))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withTexts(part, change)]))
}
