import type { TurnAnswer } from '../../../preload/contract/models/command.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { AskAnswer, AskOutcome } from '../assistance/asker.ts'
import type { StoredTurn } from '../runs/run-store.ts'
import type { WrittenCommand } from './proposal-factory.ts'

const MAX_TIMEOUT_S = COMMAND_TIMEOUT_S.max

type CommandAnswer = Extract<AskAnswer, { kind: 'command' }>
type SanitiseText = (text: string) => string

/** What the assistant wrote: the command literally, the explanation made safe to show. */
export function writtenBy(
  outcome: CommandAnswer,
  context: { readonly defaultTimeoutS: number; readonly sanitise: SanitiseText },
): WrittenCommand {
  const timeoutS = Math.round(outcome.timeoutS ?? context.defaultTimeoutS)
  return {
    command: outcome.command,
    explanation: outcome.explanation && sanitised(outcome.explanation, context.sanitise),
    timeoutS: Math.min(MAX_TIMEOUT_S, Math.max(1, timeoutS)),
    source: outcome.source,
    isEdited: false,
  }
}

/** The turn as marked as what was read for its answer: once marked it stays so. */
export function markedBy(stored: StoredTurn, { isFromDeviceOutput }: AskOutcome): StoredTurn {
  const { turn } = stored
  return { ...stored, turn: { ...turn, isFromDeviceOutput: turn.isFromDeviceOutput || isFromDeviceOutput } }
}

/** The turn with an answer that is no command. */
export function withAnswer(
  stored: StoredTurn,
  outcome: Exclude<AskAnswer, { kind: 'command' }>,
  sanitise: SanitiseText,
): StoredTurn {
  if (outcome.kind !== 'choose') {
    const { kind, source } = outcome
    const answer: TurnAnswer = { kind, text: sanitised(outcome.text, sanitise), source }
    return { ...stored, turn: { ...stored.turn, isThinking: false, answer } }
  }
  const options = outcome.options.map(({ title, command }) => ({ title: sanitised(title, sanitise), command }))
  return {
    ...stored,
    turn: { ...stored.turn, isThinking: false, answer: { kind: 'choose', options, source: outcome.source } },
    optionExplanations: outcome.options.map(({ explanation }) => sanitised(explanation, sanitise)),
  }
}

function sanitised({ en, zh }: LocalizedText, sanitise: SanitiseText): LocalizedText {
  return { en: sanitise(en), zh: sanitise(zh) }
}
