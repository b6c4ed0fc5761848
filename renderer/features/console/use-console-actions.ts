import { type Dispatch, useMemo } from 'react'
import type { Proposal, TextOrigin, Turn } from '../../../preload/contract/models/command.ts'
import { request } from '../../lib/api.ts'
import type { ProposalDraft } from './proposal/proposal-draft.ts'
import type { TurnsAction } from './turn/turns-state.ts'

/** What the operator can do in the timeline. Every act throws `AppError`; callers show it. */
export interface ConsoleActions {
  readonly ask: (deviceIds: readonly string[], text: string, origin: TextOrigin, via?: 'phrasebook') => Promise<Turn>
  readonly type: (deviceIds: readonly string[], command: string, timeoutS: number, origin: TextOrigin) => Promise<Turn>
  readonly cancelAsk: (turnId: string) => Promise<null>
  readonly choose: (turnId: string, index: number) => Promise<void>
  readonly revise: (proposal: Proposal, draft: ProposalDraft) => Promise<Proposal>
  readonly approve: (proposal: Proposal, typed: string) => Promise<void>
  readonly reject: (proposal: Proposal) => Promise<null>
  readonly cancelCommand: (commandId: string) => Promise<null>
  readonly explain: (turnId: string) => Promise<void>
  readonly summarise: (turnId: string) => Promise<void>
  readonly cancelNotes: (turnId: string) => Promise<null>
  readonly fix: (turnId: string) => Promise<Turn>
  readonly investigate: (deviceIds: readonly string[], question: string, origin: TextOrigin) => Promise<Turn>
  readonly stopInvestigation: (turnId: string) => Promise<null>
}

interface ConsoleActionEvents {
  /** A turn begins here: the timeline follows it. */
  readonly onSent: (turnId: string) => void
  /** A turn of before gets another proposal: the keyboard goes there. */
  readonly onProposed: (turnId: string) => void
}

export function useConsoleActions(
  dispatch: Dispatch<TurnsAction>,
  { onSent, onProposed }: ConsoleActionEvents,
): ConsoleActions {
  return useMemo(() => {
    const sent = (turn: Turn): Turn => {
      onSent(turn.id)
      dispatch({ type: 'made', turn })
      return turn
    }
    const changed = (turn: Turn): void => dispatch({ type: 'changed', turns: [turn] })
    return {
      ask: async (deviceIds, text, origin, via) =>
        sent(await request('console.ask', { deviceIds: [...deviceIds], text, origin, ...(via ? { via } : {}) })),
      type: async (deviceIds, command, timeoutS, origin) =>
        sent(await request('console.type', { deviceIds: [...deviceIds], command, timeoutS, origin })),
      cancelAsk: (turnId) => request('console.cancelAsk', { turnId }),
      choose: async (turnId, index) => {
        const turn = await request('console.choose', { turnId, index })
        onProposed(turn.id)
        dispatch({ type: 'changed', turns: [turn] })
      },
      revise: async (replaced, draft) => {
        const proposal = await request('console.revise', { proposalId: replaced.id, ...draft })
        onProposed(proposal.turnId)
        dispatch({ type: 'revised', replacedId: replaced.id, proposal })
        return proposal
      },
      approve: async ({ id, confirmation }, typed) => {
        const run = await request('console.approve', {
          proposalId: id,
          confirmation: confirmation === null ? null : typed.trim(),
        })
        dispatch({ type: 'started', run })
      },
      reject: ({ id }) => request('console.reject', { proposalId: id }),
      cancelCommand: (commandId) => request('console.cancelCommand', { commandId }),
      explain: async (turnId) => changed(await request('console.explain', { turnId })),
      summarise: async (turnId) => changed(await request('console.summarise', { turnId })),
      cancelNotes: (turnId) => request('console.cancelNotes', { turnId }),
      fix: async (turnId) => sent(await request('console.fix', { turnId })),
      investigate: async (deviceIds, question, origin) =>
        sent(await request('console.investigate', { deviceIds: [...deviceIds], question, origin })),
      stopInvestigation: (turnId) => request('console.stopInvestigation', { turnId }),
    }
  }, [dispatch, onSent, onProposed])
}
