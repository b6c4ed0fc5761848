import type { PhrasebookSnippet } from '../../../../preload/contract/models/assistant/phrasebook.ts'
import type { ProposalSource } from '../../../../preload/contract/models/commands/command.ts'
import type { AssistantAnswer } from '../../../shared/assistance.ts'
import type { DeclineReason, PhrasebookAnswer } from '../entry-types.ts'
import { declineWords } from './decline-words.ts'

/** What was understood, and is not done or wants more, is not told to be not understood. */
const KIND_OF_DECLINE: Readonly<Partial<Record<DeclineReason, 'refuse' | 'question'>>> = {
  terminal: 'refuse',
  password: 'refuse',
  'static-ip': 'question',
  'no-folder': 'question',
}

/** The phrasebook's answer as the assistant gives it; `nearest` are the ways on from a decline, the best first. */
export function answerOf(answer: PhrasebookAnswer, nearest: readonly PhrasebookSnippet[]): AssistantAnswer {
  if (answer.decision === 'propose') {
    const { intent, command, explanation, timeoutS } = answer.command
    return { kind: 'command', command, explanation, timeoutS, source: { kind: 'phrasebook', name: intent } }
  }
  const source: ProposalSource = { kind: 'phrasebook', name: '' }
  if (answer.decision === 'choose') {
    const options = answer.options.map(({ title, command, explanation }) => ({ title, command, explanation }))
    return { kind: 'choose', options, source, ...(answer.question === null ? {} : { question: answer.question }) }
  }
  const { instead, reason } = answer
  const phrases = nearest.map(({ text }) => text).filter(({ en, zh }) => en !== instead?.en && zh !== instead?.zh)
  const ways = instead === undefined ? phrases : [instead, ...phrases].slice(0, Math.max(1, nearest.length))
  return { kind: KIND_OF_DECLINE[reason] ?? 'decline', text: declineWords(answer), source, nearest: ways }
}
