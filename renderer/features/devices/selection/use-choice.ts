import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AppError } from '../../../../preload/contract/errors.ts'
import {
  type DeviceQuery,
  type DeviceSelection,
  TARGETS_MAX,
} from '../../../../preload/contract/models/devices/device.ts'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useEvent } from '../../../lib/use-event.ts'
import { useLoaded } from '../../../lib/use-request.ts'
import { asTooMany, type Choice, nothingChosen, withAll, withCheck, withMatching } from './selection-state.ts'

/** The choice is checked again at most this often while devices change. */
const CHECK_GAP_MS = 1000
/** Rows in one answer. */
const SLICE_ROWS = 200

type Update = (now: Choice) => Choice

interface ChoiceOfDevices {
  readonly choice: Choice
  /** Takes devices of the list into the choice, or out of it. */
  readonly choose: (deviceIds: readonly string[], isTaken: boolean) => void
  /** Takes in the rows from one place of the list to another, also those that are not loaded. */
  readonly chooseRows: (first: number, last: number) => void
  /** Takes in what matches now: main says which, once. */
  readonly chooseAll: () => void
  readonly isChoosingAll: boolean
  readonly clear: () => void
}

/** The choice of devices beside a list: it ends with its connection, and main says what became of it. */
export function useChoice(
  connectionId: string | null,
  shown: DeviceSelection,
  sort: DeviceQuery['sort'],
): ChoiceOfDevices {
  const [choice, setChoice] = useState(() => nothingChosen(connectionId))
  if (choice.connectionId !== connectionId) setChoice(nothingChosen(connectionId))
  const choose = useCallback(
    (deviceIds: readonly string[], isTaken: boolean) => setChoice((now) => withAll(now, deviceIds, isTaken)),
    [],
  )
  const clear = useCallback(() => setChoice((now) => nothingChosen(now.connectionId)), [])
  const change = (next: Update) => setChoice((now) => (now.connectionId === connectionId ? next(now) : now))
  const all = useAction(async () => {
    const found = await request('devices.matching', inputOf(shown))
    change((now) => withMatching(now, found))
  })
  const rows = useAction(async (first: number, last: number) => {
    const deviceIds: string[] = []
    const isTooMany = last - first >= TARGETS_MAX
    for (let offset = first; offset <= last && !isTooMany; offset += SLICE_ROWS) {
      const slice = { offset, limit: Math.min(SLICE_ROWS, last - offset + 1) }
      const answer = await request('devices.queryWindow', { ...inputOf(shown), sort, ...slice })
      deviceIds.push(...answer.rows.map(({ deviceId }) => deviceId))
    }
    change((now) => (isTooMany ? asTooMany(now) : withAll(now, deviceIds, true)))
  })
  useCheck(choice, shown, setChoice)
  return { choice, choose, chooseRows: rows.run, chooseAll: all.run, isChoosingAll: all.isRunning, clear }
}

/** Has main count what is out of sight and name what is gone: at every change of choice or list, then as devices change. */
function useCheck({ connectionId, ids }: Choice, shown: DeviceSelection, change: (next: Update) => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const load = useMemo(
    () =>
      connectionId === null || ids.size === 0
        ? null
        : () => request('devices.checkChosen', { connectionId, deviceIds: [...ids], ...inputOf(shown) }),
    [connectionId, ids, shown],
  )
  // The list names a mistake in the filter and keeps its rows: what is out of sight stays so too.
  const onError = (error: unknown) => {
    if (!(error instanceof AppError && error.code === 'FILTER_INVALID')) showError(error)
  }
  const { value: check, reload } = useLoaded(load, { onError })
  useEffect(() => {
    if (check !== null) change((now) => (now.ids === ids ? withCheck(now, check) : now))
  }, [check, ids, change])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  useEvent('devices.changed', () => {
    if (timer.current !== null || ids.size === 0) return
    timer.current = setTimeout(() => {
      timer.current = null
      reload()
    }, CHECK_GAP_MS)
  })
}

function inputOf({ text, filter, presence }: DeviceSelection) {
  return { text, presence: [...presence], ...(filter === undefined ? {} : { filter }) }
}
