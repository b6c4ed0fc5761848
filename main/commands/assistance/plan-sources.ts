import type { Turn } from '../../../preload/contract/models/command.ts'
import type { LogFinding } from '../../../preload/contract/models/connection.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { shellName } from '../../shared/assistance.ts'
import type { PlanSources } from '../../shared/investigation.ts'
import { fromDevice } from '../../shared/marked-text.ts'
import type { ProposalFactory } from '../proposals/command-judge.ts'
import { draftIn } from '../proposals/proposal-subject.ts'
import type { Rejections } from '../proposals/rejections.ts'
import type { TurnBook } from '../turns/turn-store.ts'
import type { EarlierTurns } from './earlier-turns.ts'

interface PlanSourcesDeps {
  readonly proposals: ProposalFactory
  readonly turns: TurnBook
  readonly earlier: EarlierTurns
  readonly rejections: Rejections
  readonly brokerLogFindings?: (() => readonly LogFinding[] | null) | undefined
  readonly language: () => Language
}

/** Gives a planning model its sources, read anew at each look, and the rule that only reads are proposed. */
export function planSources(
  { proposals, turns, earlier, rejections, brokerLogFindings, language }: PlanSourcesDeps,
  investigated: { readonly connectionId: string; readonly deviceIds: readonly string[]; readonly turnId: string },
): PlanSources {
  const targets = () => proposals.targets(investigated.connectionId, investigated.deviceIds)
  const turn = (): Turn | undefined => turns.find(investigated.turnId)?.turn
  return {
    facts: () => targets().map(({ deviceId, presence, shell }) => ({ deviceId, presence, shell: shellName(shell) })),
    readings: () => targets().map(({ deviceId, metrics }) => ({ deviceId, metrics, sensors: [] })),
    pastCommands: () => {
      const now = turn()
      const before = now === undefined ? [] : earlier.before(now, { withOutput: true })
      return before.map(({ request, command, outcome, tail }) => ({ request, command, outcome, output: tail }))
    },
    brokerLogFindings: () => {
      const words = ({ en, zh }: LocalizedText) => fromDevice(language() === 'zh-CN' ? zh : en)
      const found = brokerLogFindings?.() ?? null
      // Names in these texts are those that whoever connected gave itself.
      return (
        found?.map(({ message, fix, line, count }) => ({
          message: words(message),
          fix: words(fix),
          line: fromDevice(line),
          count,
        })) ?? null
      )
    },
    refusal: ({ model, command, timeoutS }) => {
      const stored = turns.find(investigated.turnId)
      if (stored === null) throw new Error('an investigation without a turn')
      const written = {
        command: command.text,
        explanation: null,
        timeoutS: timeoutS ?? 30,
        source: { kind: 'model', name: model } as const,
        isEdited: false,
      }
      const proposal = proposals.make(draftIn(stored, written))
      const { class: judged, endless, reasons } = proposal.classification
      if (judged === 'read' && proposal.isSendable) return null
      rejections.add(proposal, endless ? 'endless' : 'not-read')
      return { kind: 'refused', class: endless ? 'endless' : judged, reasons }
    },
  }
}
