import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { Turn } from '../../../preload/contract/models/commands/command.ts'
import type { EarlierTurn } from '../../shared/assistance.ts'
import { changed, fromDevice, type MarkedText } from '../../shared/marked-text.ts'
import type { Sanitise } from '../ports.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { TurnStore } from '../turns/turn-store.ts'

const HISTORY_TURNS = 6
const TAIL_LINES = 20
const TAIL_CHARS = 4_000

interface EarlierTurnsDeps {
  readonly turns: TurnStore
  readonly store: RunStore
  readonly sanitise: Sanitise
  readonly redact: (text: string) => string
  readonly settings: () => { readonly language: Language }
}

/** Lists what happened before a request, so that the assistant understands it: redacted, each text with its mark. */
export class EarlierTurns {
  readonly #deps: EarlierTurnsDeps

  constructor(deps: EarlierTurnsDeps) {
    this.#deps = deps
  }

  /**
   * Lists the latest exchanges of the connection, oldest first. With `withOutput`, device output is added for devices that
   * are asked again, and for the newest exchange, which "the same" means.
   */
  before(turn: Turn, { withOutput }: { readonly withOutput: boolean }): readonly EarlierTurn[] {
    const { store, turns } = this.#deps
    const earlier = turns.latest(turn.connectionId, turn.createdAt, HISTORY_TURNS)
    return earlier.map(({ turn: before }, index) => {
      const isConcerned = before.deviceIds.some((deviceId) => turn.deviceIds.includes(deviceId))
      const isNewest = index === earlier.length - 1
      const sample = store.sampleOfTurn(before.id, turn.deviceIds)
      const first = sample?.record
      const command = sample?.run.command ?? before.proposal?.command ?? null
      const output = withOutput && (isConcerned || isNewest) ? first?.stdout || first?.stderr || '' : ''
      return {
        // An id is made by whoever publishes under it: of other devices only their number is given.
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
    return this.#redacted(textOf(turn, this.#deps.settings().language === 'zh-CN' ? zh : en))
  }

  /** Keeps whole lines, redacted before the last cut, so that no secret is cut in two. */
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

/** Gives a text of a turn (its request, its command, a reply) the mark of the turn. */
export function textOf({ isFromDeviceOutput }: Turn, text: string): MarkedText {
  // A turn of an older version, without the mark, counts as marked.
  return { text, isFromDeviceOutput: isFromDeviceOutput !== false }
}

/** True if it is still open and could be approved. */
function isReviewed({ decision, proposal }: Turn): boolean {
  return decision === 'open' && proposal?.isSendable === true
}

function lastLines(text: string): string {
  return text.trimEnd().slice(-TAIL_CHARS).split('\n').slice(-TAIL_LINES).join('\n')
}
