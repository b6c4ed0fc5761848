import { useMemo } from 'react'
import type { Proposal, TextOrigin, Turn } from '../../../preload/contract/models/commands/command.ts'
import type { RunChoice } from '../../../preload/contract/models/commands/rollout.ts'
import type { RouteInput } from '../../../preload/contract/routes/routes.ts'
import { loadCommandEditor } from '../../components/editor/late-command-editor.tsx'
import { request } from '../../lib/api.ts'
import type { ProposalDraft } from './proposal/proposal-draft.ts'

/**
 * Acts of the operator in the timeline. Every act throws `AppError`; callers show it. What an act changes reaches the
 * timeline as `console.changed`, before the answer.
 */
export interface ConsoleActions {
  readonly ask: (deviceIds: readonly string[], text: string, origin: TextOrigin, via?: 'phrasebook') => Promise<void>
  readonly type: (deviceIds: readonly string[], command: string, timeoutS: number, origin: TextOrigin) => Promise<void>
  /** Puts the text of a request into the composer as a command. */
  readonly typeInstead: (turn: Turn) => void
  /** Opens the list of all phrases. */
  readonly openPhrases: () => void
  readonly cancelAsk: (turnId: string) => Promise<null>
  readonly choose: (turnId: string, index: number) => Promise<void>
  readonly revise: (proposal: Proposal, draft: ProposalDraft) => Promise<Proposal>
  readonly approve: (proposal: Proposal, typed: string, choice: RunChoice) => Promise<null>
  readonly reject: (proposal: Proposal) => Promise<null>
  readonly cancelCommand: (commandId: string) => Promise<null>
  readonly explain: (turnId: string) => Promise<null>
  readonly summarise: (turnId: string) => Promise<null>
  readonly explainDifference: (turnId: string) => Promise<null>
  readonly explainQuestion: (turnIds: readonly string[]) => Promise<null>
  readonly cancelNotes: (turnId: string) => Promise<null>
  readonly fix: (turnId: string) => Promise<void>
  readonly investigate: (deviceIds: readonly string[], question: string, origin: TextOrigin) => Promise<void>
  readonly stopInvestigation: (turnId: string) => Promise<null>
}

interface ConsoleActionEvents {
  /** A turn begins here: the timeline follows it. */
  readonly onSent: (turnId: string) => void
  /** An older turn got a new proposal: the keyboard goes there. */
  readonly onProposed: (turnId: string) => void
  readonly onTypeInstead: (turn: Turn) => void
  readonly onPhrases: () => void
}

export function useConsoleActions({
  onSent,
  onProposed,
  onTypeInstead,
  onPhrases,
}: ConsoleActionEvents): ConsoleActions {
  return useMemo(() => {
    const sent = ({ turnId }: { readonly turnId: string }): void => onSent(turnId)
    return {
      ask: async (deviceIds, text, origin, via) => {
        expectCommand()
        sent(await request('console.ask', { deviceIds: [...deviceIds], text, origin, ...(via ? { via } : {}) }))
      },
      type: async (deviceIds, command, timeoutS, origin) => {
        expectCommand()
        sent(await request('console.type', { deviceIds: [...deviceIds], command, timeoutS, origin }))
      },
      typeInstead: onTypeInstead,
      openPhrases: onPhrases,
      cancelAsk: (turnId) => request('console.cancelAsk', { turnId }),
      choose: async (turnId, index) => {
        await request('console.choose', { turnId, index })
        onProposed(turnId)
      },
      revise: async (replaced, draft) => {
        const proposal = await request('console.revise', { proposalId: replaced.id, ...draft })
        onProposed(proposal.turnId)
        return proposal
      },
      approve: ({ id, confirmation }, typed, choice) => {
        const approval = { proposalId: id, confirmation: confirmation === null ? null : typed.trim() }
        return request('console.approve', { ...approval, ...inputOf(choice) })
      },
      reject: ({ id }) => request('console.reject', { proposalId: id }),
      cancelCommand: (commandId) => request('console.cancelCommand', { commandId }),
      explain: (turnId) => request('console.explain', { turnId }),
      summarise: (turnId) => request('console.summarise', { turnId }),
      explainDifference: (turnId) => request('console.explainDifference', { turnId }),
      explainQuestion: (turnIds) => request('console.explainQuestion', { turnIds: [...turnIds] }),
      cancelNotes: (turnId) => request('console.cancelNotes', { turnId }),
      fix: async (turnId) => sent(await request('console.fix', { turnId })),
      investigate: async (deviceIds, question, origin) =>
        sent(await request('console.investigate', { deviceIds: [...deviceIds], question, origin })),
      stopInvestigation: (turnId) => request('console.stopInvestigation', { turnId }),
    }
  }, [onSent, onProposed, onTypeInstead, onPhrases])
}

/** Loads the editor while main works out the command; the card that shows it says what fails. */
function expectCommand(): void {
  loadCommandEditor().catch(() => undefined)
}

/** Puts a choice into the form of a request; one that asks for nothing special is left away. */
function inputOf({ plan, absent }: RunChoice): Pick<RouteInput<'console.approve'>, 'choice'> {
  if (plan === null && absent === null) return {}
  if (absent === null) return { choice: { plan, absent } }
  const { kind, waitS } = absent
  const deviceIds = [...absent.deviceIds]
  if (kind === 'wait') return { choice: { plan, absent: { kind, deviceIds, waitS } } }
  return { choice: { plan, absent: { kind, deviceIds, waitS: 0 } } }
}
