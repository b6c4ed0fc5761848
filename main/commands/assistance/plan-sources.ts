import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { LogFinding } from '../../../preload/contract/models/broker/connection.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { shellName } from '../../shared/assistance.ts'
import type { PlanSources } from '../../shared/investigation.ts'
import { fromDevice } from '../../shared/marked-text.ts'
import type { DeviceDirectory } from '../ports.ts'
import type { ProposalService } from '../proposals/proposal-service.ts'
import type { Rejections } from '../proposals/rejections.ts'
import { targetsOf } from '../turns/targets.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import type { EarlierTurns } from './earlier-turns.ts'

export interface PlanSourcesDeps {
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly proposals: ProposalService
  readonly turns: TurnStore
  readonly earlier: EarlierTurns
  readonly rejections: Rejections
  /** Returns the problems in the broker's log; null where none is being read. */
  readonly brokerLogFindings: () => Promise<readonly LogFinding[] | null>
  readonly settings: () => { readonly language: Language }
}

/** Gives a planning model what it may look at, read anew at each look, and the rule that only reads are proposed. */
export function planSources(
  { devices, proposals, turns, earlier, rejections, brokerLogFindings, settings }: PlanSourcesDeps,
  investigated: { readonly connectionId: string; readonly deviceIds: readonly string[]; readonly turnId: string },
): PlanSources {
  const targets = () => targetsOf(devices, investigated.connectionId, investigated.deviceIds)
  return {
    facts: () =>
      targets().map(({ deviceId, presence, lastKnownAt, shell }) => ({
        deviceId,
        presence: lastKnownAt === undefined ? presence : 'unknown',
        shell: shellName(shell),
      })),
    readings: () => targets().map(({ deviceId, metrics }) => ({ deviceId, metrics, sensors: [] })),
    pastCommands: () => {
      const now = turns.find(investigated.turnId)?.turn
      const before = now === undefined ? [] : earlier.before(now, { withOutput: true })
      return before.map(({ request, command, outcome, tail }) => ({ request, command, outcome, output: tail }))
    },
    brokerLogFindings: async () => {
      // Clients chose the names in these texts themselves.
      const words = ({ en, zh }: LocalizedText) => fromDevice(settings().language === 'zh-CN' ? zh : en)
      const found = (await brokerLogFindings())?.map(({ message, fix, line, count }) => ({
        message: words(message),
        fix: words(fix),
        line: fromDevice(line),
        count,
      }))
      return found ?? null
    },
    refusal: ({ model, command, timeoutS }) => {
      const stored = turns.get(investigated.turnId)
      const proposal = proposals.draft(stored, {
        command: command.text,
        explanation: null,
        timeoutS: timeoutS ?? 30,
        source: { kind: 'model', name: model },
        isEdited: false,
      })
      const { class: judged, endless, reasons } = proposal.classification
      if (judged === 'read' && proposal.isSendable) return null
      rejections.add(proposal, endless ? 'endless' : 'not-read')
      return { kind: 'refused', class: endless ? 'endless' : judged, reasons }
    },
  }
}
