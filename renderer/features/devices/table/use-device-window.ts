import { useEffect, useRef, useState } from 'react'
import type { DeviceQuery } from '../../../../preload/contract/models/devices/device.ts'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { type FilterFault, filterFaultOf } from '../filter/fault-text.tsx'
import { EMPTY_WINDOW, isSameList, type LoadedWindow, reuseRows } from './device-window.ts'
import { DeviceWindowLoader } from './device-window-loader.ts'

interface DeviceWindowState {
  readonly window: LoadedWindow
  /** False until the first answer. */
  readonly isLoaded: boolean
  /** Main refused the filter; the last rows stay. */
  readonly fault: FilterFault | null
}

/** Devices of the active connection as `query` says, kept current. The last rows stay while the next are on their way. */
export function useDeviceWindow(query: DeviceQuery, minGapMs: number): DeviceWindowState {
  const [state, setState] = useState<DeviceWindowState>({ window: EMPTY_WINDOW, isLoaded: false, fault: null })
  const loader = useRef<DeviceWindowLoader | null>(null)
  const shown = useRef<DeviceQuery | null>(null)

  useEffect(() => {
    const made = new DeviceWindowLoader({
      query: (wanted) => request('devices.queryWindow', { ...wanted, presence: [...wanted.presence] }),
      onWindow: ({ rows, total }, answered) => {
        const isOtherList = shown.current === null || !isSameList(shown.current, answered)
        shown.current = answered
        setState((before) => ({
          isLoaded: true,
          fault: null,
          window: { offset: answered.offset, total, rows: isOtherList ? rows : reuseRows(before.window.rows, rows) },
        }))
      },
      onError: (error) => {
        const fault = filterFaultOf(error)
        if (fault === null) showError(error)
        else setState((before) => ({ ...before, fault }))
      },
      minGapMs,
      clock: () => performance.now(),
      later: (act, ms) => {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
    })
    loader.current = made
    return () => made.dispose()
  }, [minGapMs])

  useEffect(() => loader.current?.want(query), [query])
  useEvent('devices.changed', () => loader.current?.invalidate())
  useEvent('connection.changed', () => loader.current?.invalidate())
  return state
}
