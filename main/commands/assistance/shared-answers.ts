import type { Failure } from '../../../preload/contract/errors.ts'
import type { SentQuestion } from '../../../preload/contract/models/assistant/assistant.ts'
import type { AssistantOutcome } from '../../shared/assistance.ts'
import type { TargetDevice } from '../ports.ts'

/** The end of one request; `sent` oldest first. */
export type Asked = { readonly sent: readonly SentQuestion[] } & (
  | { readonly outcome: AssistantOutcome }
  | { readonly failure: Failure }
)

interface SharedAnswer {
  readonly asked: Asked
  readonly targets: readonly TargetDevice[]
}

/** Puts devices with the same answer together: the same bytes of a command, or the same words, or the same failure. */
export function sameAnswers(
  groups: readonly (readonly TargetDevice[])[],
  answers: readonly Asked[],
): readonly SharedAnswer[] {
  const shared = new Map<string, SharedAnswer>()
  for (const [index, asked] of answers.entries()) {
    const targets = groups[index] ?? []
    const key = answerKey(asked)
    const known = shared.get(key)
    shared.set(key, known === undefined ? { asked, targets } : joined(known, { asked, targets }))
  }
  return [...shared.values()]
}

function answerKey(asked: Asked): string {
  if ('failure' in asked) return `failure ${asked.failure.code}`
  const { outcome } = asked
  if (outcome.kind === 'command') return JSON.stringify([outcome.kind, outcome.command, outcome.timeoutS])
  return JSON.stringify(outcome.kind === 'choose' ? [outcome.kind, outcome.options] : [outcome.kind, outcome.text])
}

/** Keeps the first answer, with the mark of either, and all that was sent for both. */
function joined(one: SharedAnswer, two: SharedAnswer): SharedAnswer {
  const targets = [...one.targets, ...two.targets]
  const sent = [...one.asked.sent, ...two.asked.sent]
  if ('failure' in one.asked || 'failure' in two.asked) return { asked: { ...one.asked, sent }, targets }
  const isFromDeviceOutput = one.asked.outcome.isFromDeviceOutput || two.asked.outcome.isFromDeviceOutput
  return { asked: { outcome: { ...one.asked.outcome, isFromDeviceOutput }, sent }, targets }
}
