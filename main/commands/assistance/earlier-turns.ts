import type { Turn } from '../../../preload/contract/models/command.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { EarlierTurn } from '../../shared/assistance.ts'
import { changed, fromDevice, type MarkedText } from '../../shared/marked-text.ts'
import type { Sanitise } from '../ports.ts'
import type { History } from '../runs/run-store.ts'

const HISTORY_TURNS = 6
const TAIL_LINES = 20
const TAIL_CHARS = 4_000

interface EarlierTurnsDeps {
  readonly history: History
  readonly sanitise: Sanitise
  readonly redact: (text: string) => string
  readonly language: () => Language
}

/** What happened before a request, for the assistant to understand it by: redacted, each text with its mark. */
export class EarlierTurns {
  readonly #deps: EarlierTurnsDeps

  constructor(deps: EarlierTurnsDeps) {
    this.#deps = deps
  }

  /**
   * The latest exchanges of the connection, oldest first. Where `withOutput`, what devices printed goes along where they
   * are asked again, and for the newest, which "the same" means.
   */
  before(turn: Turn, { withOutput }: { readonly withOutput: boolean }): readonly EarlierTurn[] {
    const { history } = this.#deps
    const earlier = history.turns(turn.connectionId, turn.createdAt, HISTORY_TURNS)
    return earlier.map(({ turn: before }, index) => {
      const isConcerned = before.deviceIds.some((deviceId) => turn.deviceIds.includes(deviceId))
      const isNewest = index === earlier.length - 1
      const sample = history.sampleOfTurn(before.id, turn.deviceIds)
      const first = sample?.record
      const command = sample?.run.command ?? before.proposal?.command ?? null
      const output = withOutput && (isConcerned || isNewest) ? first?.stdout || first?.stderr || '' : ''
      return {
        // An id is made by whoever publishes under it: of other devices only their number is told.
        deviceIds: before.deviceIds.filter((deviceId) => turn.deviceIds.includes(deviceId)),
        otherDevices: before.deviceIds.filter((deviceId) => !turn.deviceIds.includes(deviceId)).length,
        request: this.#redacted(textOf(before, before.text)),
        command: command === null ? null : this.#redacted(textOf(before, command)),
        canRepeat: sample !== null || isReviewed(before),
        outcome: first?.state ?? (command === null ? null : `not run: ${before.decision}`),
        reply: this.#replyOf(before),
        tail: this.#tailOf(output),
      }
    })
  }

  #replyOf(turn: Turn): MarkedText | null {
    const { answer } = turn
    if (answer === null || answer.kind === 'choose' || answer.kind === 'decline') return null
    const { en, zh } = answer.text
    return this.#redacted(textOf(turn, this.#deps.language() === 'zh-CN' ? zh : en))
  }

  /** Whole lines, redacted before the last cut, so that no secret is cut in two. */
  #tailOf(output: string): MarkedText {
    const { redact, sanitise } = this.#deps
    const cut = output.slice(-4 * TAIL_CHARS)
    const whole = cut.length < output.length ? cut.slice(cut.indexOf('\n') + 1) : cut
    return changed(fromDevice(whole), (text) => lastLines(redact(sanitise(text).text)))
  }

  #redacted(text: MarkedText): MarkedText {
    return changed(text, this.#deps.redact)
  }
}

/** A text of a turn has the mark of the turn: its request, its command and what the assistant said in it. */
export function textOf({ isFromDeviceOutput }: Turn, text: string): MarkedText {
  // A turn of an older version, without the mark, counts as marked.
  return { text, isFromDeviceOutput: isFromDeviceOutput !== false }
}

/** Still open, and could be approved: not rejected, not expired, not barred. */
function isReviewed({ decision, proposal }: Turn): boolean {
  return decision === 'open' && proposal?.isSendable === true
}

function lastLines(text: string): string {
  return text.trimEnd().slice(-TAIL_CHARS).split('\n').slice(-TAIL_LINES).join('\n')
}
