import type { ConnectionState } from '../../../../preload/contract/models/broker/connection.ts'
import type { TextOrigin, Turn } from '../../../../preload/contract/models/commands/command.ts'
import { COMMAND_MAX_BYTES, REQUEST_MAX_CHARS } from '../../../../preload/contract/models/limits.ts'

export type Mode = Turn['mode']

const HISTORY_MAX = 200

export interface Draft {
  readonly mode: Mode
  readonly text: string
  /** Command mode came from a typed `!`, so that Backspace in the empty field takes it back. */
  readonly isByBang: boolean
  /** Origin of the text, however much of it was changed since. */
  readonly origin: TextOrigin
}

export const TYPED: TextOrigin = { kind: 'typed' }
export const EMPTY_DRAFT: Draft = { mode: 'ask', text: '', isByBang: false, origin: TYPED }

/**
 * Takes typed text: `!`, full-width too, at the start of a question makes it a command. Text after an empty field is
 * typed.
 */
export function withText(draft: Draft, text: string): Draft {
  const origin = text === '' ? TYPED : draft.origin
  const bang = draft.mode === 'ask' ? /^\s*[!！]\s*/.exec(text) : null
  if (!bang) return { ...draft, text, origin }
  return { mode: 'command', text: text.slice(bang[0].length), isByBang: true, origin }
}

/** The draft after Backspace in an empty field, or null where the key does what it always does. */
export function withoutBang(draft: Draft): Draft | null {
  return draft.text === '' && draft.mode === 'command' && draft.isByBang ? EMPTY_DRAFT : null
}

/** Lists what was sent before in this mode, newest first, without repeats, each with the turn that it was sent in. */
export function historyOf(turns: readonly Turn[], mode: Mode): readonly Pick<Turn, 'id' | 'text'>[] {
  const sent = new Map<string, Pick<Turn, 'id' | 'text'>>()
  for (let index = turns.length - 1; index >= 0 && sent.size < HISTORY_MAX; index -= 1) {
    const turn = turns[index]
    if (turn?.mode === mode && turn.text !== '' && !sent.has(turn.text)) sent.set(turn.text, turn)
  }
  return [...sent.values()]
}

/** The place in the history after a step back (+1) or forth (-1); -1 is the draft itself. */
export function historyStep(length: number, position: number, step: 1 | -1): number {
  return Math.min(length - 1, Math.max(-1, position + step))
}

export type SendBlock = 'disconnected' | 'connecting' | 'no-device' | 'thinking' | 'empty' | 'too-long'

/** Why nothing can be sent now, the most basic reason first; null when it can. */
export function sendBlock(
  draft: Draft,
  connection: ConnectionState,
  targetCount: number,
  isThinking: boolean,
): SendBlock | null {
  if (connection === 'connecting' || connection === 'waiting') return 'connecting'
  if (connection !== 'connected') return 'disconnected'
  if (targetCount === 0) return 'no-device'
  if (isThinking) return 'thinking'
  if (draft.text.trim() === '') return 'empty'
  const text = draft.text.trim()
  const isTooLong =
    draft.mode === 'ask'
      ? text.length > REQUEST_MAX_CHARS
      : new TextEncoder().encode(text).byteLength > COMMAND_MAX_BYTES
  return isTooLong ? 'too-long' : null
}
