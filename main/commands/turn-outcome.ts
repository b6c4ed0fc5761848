import type { TurnAnswer } from '../../preload/contract/models/command.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { AskOutcome } from './asker.ts'
import type { StoredTurn } from './history.ts'
import type { ProposalDraft } from './proposals.ts'

const MAX_TIMEOUT_S = 3600

type CommandOutcome = Extract<AskOutcome, { kind: 'command' }>
type SanitiseText = (text: string) => string

/** A draft of what the assistant wrote: the command literally, the explanation made safe to show. */
export function draftOf(
  stored: StoredTurn,
  outcome: CommandOutcome,
  context: { readonly hasDeviceOutput: boolean; readonly defaultTimeoutS: number; readonly sanitise: SanitiseText },
): ProposalDraft {
  const { id: turnId, connectionId, deviceIds } = stored.turn
  const timeoutS = Math.round(outcome.timeoutS ?? context.defaultTimeoutS)
  return {
    turnId,
    connectionId,
    deviceIds,
    command: outcome.command,
    explanation: outcome.explanation && sanitised(outcome.explanation, context.sanitise),
    timeoutS: Math.min(MAX_TIMEOUT_S, Math.max(1, timeoutS)),
    source: outcome.source,
    isEdited: false,
    // The phrasebook reads the request alone; a model read what went along with it.
    isFromDeviceOutput: outcome.isFromDeviceOutput || (outcome.source.kind === 'model' && context.hasDeviceOutput),
  }
}

/** The turn with an answer that is no command. */
export function withAnswer(
  stored: StoredTurn,
  outcome: Exclude<AskOutcome, { kind: 'command' }>,
  sanitise: SanitiseText,
): StoredTurn {
  if (outcome.kind !== 'choose') {
    const answer: TurnAnswer = { ...outcome, text: sanitised(outcome.text, sanitise) }
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
