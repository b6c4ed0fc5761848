import { useMemo, useRef, useState } from 'react'
import type { Proposal } from '../../../../preload/contract/models/commands/command.ts'
import type { AbsentChoice, RolloutPlan, RunChoice } from '../../../../preload/contract/models/commands/rollout.ts'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { isPlanned, offeredDraft, type PlanDraft, type PlanProblem, planOf, planProblem } from './plan-draft.ts'

const REFRESH_MS = 1_000
const USUAL_WAIT_H = 2

/** `send`: as if they were there; offered where no other device is left. */
export type AbsentMode = 'leave-out' | 'wait' | 'send'

/** What the operator decides on a card besides the command: how it is spread, and what becomes of devices that are away. */
export interface RunChoiceState {
  readonly draft: PlanDraft
  readonly write: (change: Partial<PlanDraft>) => void
  readonly plan: RolloutPlan | null
  readonly problem: PlanProblem | null
  /** Devices that the plan is spread over. */
  readonly spread: readonly string[]
  /** Devices that the approval covers: all but those left out. */
  readonly addressed: readonly string[]
  readonly absent: readonly string[]
  readonly mode: AbsentMode
  readonly setMode: (mode: AbsentMode) => void
  readonly modes: readonly AbsentMode[]
  readonly waitH: number
  readonly setWaitH: (hours: number) => void
  readonly choice: RunChoice
  /** Keeps a plan that the operator made for the next command of its class. */
  readonly remember: () => Promise<void>
}

export function useRunChoice(proposal: Proposal, judged: string, timeoutS: number): RunChoiceState {
  const plans = useAppState((state) => state.settings.rolloutPlans)
  const remembered = isPlanned(judged) ? plans?.[judged] : undefined
  const [changes, setChanges] = useState<Partial<PlanDraft> | null>(null)
  const [wanted, setMode] = useState<AbsentMode | null>(null)
  const [waitH, setWaitH] = useState(USUAL_WAIT_H)
  const absent = useAbsent(proposal)
  const modes: readonly AbsentMode[] =
    absent.length < proposal.deviceIds.length ? ['leave-out', 'wait'] : ['send', 'wait']
  const mode = wanted !== null && modes.includes(wanted) ? wanted : (modes[0] ?? 'send')

  const { spread, addressed } = useMemo(() => {
    const away = new Set(absent)
    const present = proposal.deviceIds.filter((id) => !away.has(id))
    if (mode === 'leave-out') return { spread: present, addressed: present }
    return { spread: mode === 'wait' ? present : proposal.deviceIds, addressed: proposal.deviceIds }
  }, [absent, mode, proposal.deviceIds])

  const draft = { ...offeredDraft(judged, spread.length, remembered), ...changes }
  const plan = spread.length > 1 ? planOf(draft) : null
  return {
    draft,
    write: (change) => setChanges((before) => ({ ...before, ...change })),
    plan,
    problem: planProblem(plan, spread.length, timeoutS),
    spread,
    addressed,
    absent,
    mode,
    setMode,
    modes,
    waitH,
    setWaitH,
    choice: { plan, absent: absentChoice(mode, absent, waitH) },
    remember: async () => {
      if (changes === null || !isPlanned(judged)) return
      await request('settings.update', { rolloutPlans: { ...plans, [judged]: planOf(draft) } })
    },
  }
}

function absentChoice(mode: AbsentMode, deviceIds: readonly string[], waitH: number): AbsentChoice | null {
  if (deviceIds.length === 0 || mode === 'send') return null
  return { kind: mode, deviceIds, waitS: mode === 'wait' ? Math.round(waitH * 3600) : 0 }
}

/** Follows which devices of an open proposal are away; until main has said so, those that it was warned of. */
function useAbsent(proposal: Proposal): readonly string[] {
  const { value, reload } = useRequest('console.absent', { proposalId: proposal.id }, { onError: () => undefined })
  const due = useRef(false)
  useEvent('devices.changed', () => {
    if (due.current) return
    due.current = true
    setTimeout(() => {
      due.current = false
      reload()
    }, REFRESH_MS)
  })
  const warned = useMemo(
    () => proposal.warnings.flatMap((warning) => (warning.kind === 'device-away' ? [warning.deviceId] : [])),
    [proposal.warnings],
  )
  const text = (value ?? warned).join('\n')
  return useMemo(() => (text === '' ? [] : text.split('\n')), [text])
}
