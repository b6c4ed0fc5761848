import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '../../../preload/contract/errors.ts'
import type { DeviceSelection } from '../../../preload/contract/models/device.ts'
import { request } from '../../lib/api.ts'
import { showError } from '../../lib/show-error.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useEvent } from '../../lib/use-event.ts'
import { type Choice, nothingChosen, withAll, withCheck, withMatching } from './selection-state.ts'

/** What is chosen is looked at again at most this often while devices change. */
const CHECK_GAP_MS = 1000

interface ChoiceOfDevices {
  readonly choice: Choice
  /** Takes devices of the list into the choice, or out of it. */
  readonly choose: (deviceIds: readonly string[], isTaken: boolean) => void
  /** Takes in what matches now: main says which, once. */
  readonly chooseAll: () => void
  readonly isChoosingAll: boolean
  readonly clear: () => void
}

/** The choice of devices beside a list: it ends with its connection, and main says what became of it. */
export function useChoice(connectionId: string | null, shown: DeviceSelection): ChoiceOfDevices {
  const [choice, setChoice] = useState(() => nothingChosen(connectionId))
  if (choice.connectionId !== connectionId) setChoice(nothingChosen(connectionId))
  const choose = useCallback(
    (deviceIds: readonly string[], isTaken: boolean) => setChoice((now) => withAll(now, deviceIds, isTaken)),
    [],
  )
  const clear = useCallback(() => setChoice((now) => nothingChosen(now.connectionId)), [])
  const all = useAction(async () => {
    const found = await request('devices.matching', inputOf(shown))
    setChoice((now) => (now.connectionId === connectionId ? withMatching(now, found) : now))
  })
  useCheck(choice, shown, setChoice)
  return { choice, choose, chooseAll: all.run, isChoosingAll: all.isRunning, clear }
}

/** Has main count what is out of sight and name what is gone: at every change of choice or list, then as devices change. */
function useCheck({ connectionId, ids }: Choice, shown: DeviceSelection, change: (next: Update) => void): void {
  const [round, setRound] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    let isCurrent = round >= 0
    if (connectionId === null || ids.size === 0) return
    request('devices.checkChosen', { connectionId, deviceIds: [...ids], ...inputOf(shown) }).then(
      (check) => isCurrent && change((now) => (now.ids === ids ? withCheck(now, check) : now)),
      (error: unknown) => {
        // The list names the mistake and keeps its rows: what is out of sight stays so too.
        if (!(error instanceof AppError && error.code === 'FILTER_INVALID')) showError(error)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [connectionId, ids, shown, round, change])
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
      setRound((before) => before + 1)
    }, CHECK_GAP_MS)
  })
}

type Update = (now: Choice) => Choice

function inputOf({ text, filter, presence }: DeviceSelection) {
  return { text, presence: [...presence], ...(filter === undefined ? {} : { filter }) }
}
