import { TARGETS_MAX } from '../../../../preload/contract/models/devices/device.ts'
import { isListedId } from '../../../../preload/contract/models/limits.ts'
import { request } from '../../../lib/api.ts'
import { splitIds } from '../../../lib/split-ids.ts'
import { useAction } from '../../../lib/use-action.ts'
import { type LeftKind, STATES_LEFT } from './run-targets.ts'
import { addMatching, addPasted, addTargets, type TargetsUpdate, tooManyTargets } from './target-state.ts'

interface TargetActions {
  /** Adds the devices that match a filter now. */
  readonly addFilter: (filter: string) => void
  /** Adds the devices on which a run did not succeed, as they stand now. */
  readonly addLeft: (turnId: string, kind: LeftKind) => void
  /** Adds the known ids of a pasted list. */
  readonly addList: (text: string) => void
  readonly isRunning: boolean
}

/** Has main turn filters and pasted lists into ids; an answer for another connection is dropped. */
export function useTargetActions(
  connectionId: string | null,
  onChange: (update: TargetsUpdate) => void,
): TargetActions {
  const change = (update: TargetsUpdate) => onChange((now) => (now.connectionId === connectionId ? update(now) : now))
  const filter = useAction(async (text: string) => {
    const found = await request('devices.matching', { text: '', filter: text, presence: [] })
    change((now) => addMatching(now, found))
  })
  const left = useAction(async (turnId: string, kind: LeftKind) => {
    const found = await request('console.devicesInState', { turnId, states: [...STATES_LEFT[kind]] })
    change((now) =>
      addTargets(
        now,
        found.map(({ deviceId }) => deviceId),
      ),
    )
  })
  const list = useAction(async (text: string) => {
    if (connectionId === null) return
    const pasted = splitIds(text)
    const deviceIds = pasted.filter((id) => isListedId(id))
    if (deviceIds.length > TARGETS_MAX) {
      change(tooManyTargets)
      return
    }
    const check =
      deviceIds.length === 0
        ? { gone: [] }
        : await request('devices.checkChosen', { connectionId, deviceIds, text: '', presence: [] })
    change((now) => addPasted(now, pasted, check))
  })
  const isRunning = filter.isRunning || left.isRunning || list.isRunning
  return { addFilter: filter.run, addLeft: left.run, addList: list.run, isRunning }
}
