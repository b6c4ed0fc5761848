import { useState } from 'react'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import type { RouteInput } from '../../../../preload/contract/routes/routes.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useRequest } from '../../../lib/use-request.ts'
import { type Targets, type TargetsUpdate, targetsOf } from './target-state.ts'

/** More are not taken over from the last request, because not all of them would be in sight. */
const REMEMBERED_MAX = 6
const FIRST: RouteInput<'devices.queryWindow'> = {
  text: '',
  filter: '',
  presence: [],
  sort: { by: 'id', isDescending: false },
  offset: 0,
  limit: 1,
}

interface Conversation {
  readonly turns: readonly Turn[]
  readonly isLoaded: boolean
}

/**
 * Fills the empty composer once for each connection: with the devices of its last request, and in the demo, where nothing
 * can go wrong, with the first one. What the operator chose stays.
 */
export function useFirstTargets(
  { turns, isLoaded }: Conversation,
  targets: Targets,
  onTargets: (update: TargetsUpdate) => void,
): void {
  const { connectionId } = targets
  const isDemo = useAppState(({ profiles }) => profiles.some(({ id, isDemo }) => isDemo && id === connectionId))
  const hasDevices = useAppState(({ counts }) => counts.total > 0)
  const [filled, setFilled] = useState<string | null>(null)
  const isDue = isLoaded && connectionId !== null && filled !== connectionId
  const last = turns.findLast((turn) => turn.connectionId === connectionId)
  const asksFirst = isDue && last === undefined && isDemo && hasDevices && targets.deviceIds.length === 0
  const first = useRequest('devices.queryWindow', asksFirst ? FIRST : null, { onError: () => undefined }).value
  if (!isDue) return
  if (targets.deviceIds.length > 0) setFilled(connectionId)
  else if (last !== undefined) fill(last.deviceIds.length > REMEMBERED_MAX ? [] : last.deviceIds)
  else if (first?.rows[0]?.connectionId === connectionId) fill([first.rows[0].deviceId])
  else if (!isDemo) setFilled(connectionId)

  function fill(deviceIds: readonly string[]): void {
    setFilled(connectionId)
    onTargets((now) =>
      now.connectionId === connectionId && now.deviceIds.length === 0 ? targetsOf(connectionId, deviceIds) : now,
    )
  }
}
