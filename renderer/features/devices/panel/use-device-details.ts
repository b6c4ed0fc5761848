import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { DeviceDetail } from '../../../../preload/contract/models/devices/device.ts'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { reuse } from '../../../lib/reuse.ts'
import { useEvent } from '../../../lib/use-event.ts'

const REFRESH_MS = 1000
/** More than these are not followed one by one. */
const DEVICES_MAX = 20

/** By device id; null where the device is not known (any more), absent until the answer. */
type DeviceDetails = ReadonlyMap<string, DeviceDetail | null>

const NONE: DeviceDetails = new Map()

interface FollowedDevices {
  readonly details: DeviceDetails
  /** Takes a detail that another request answered with. */
  readonly put: (detail: DeviceDetail) => void
}

/** Follows a few devices, asking at most once a second while main says that devices change. */
export function useDeviceDetails(connectionId: string | null, deviceIds: readonly string[]): FollowedDevices {
  const [details, setDetails] = useState(NONE)
  const ids = useMemo(() => deviceIds.slice(0, DEVICES_MAX), [deviceIds])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const round = useRef(0)
  const askedAt = useRef(0)

  const load = useCallback(() => {
    round.current += 1
    const mine = round.current
    askedAt.current = performance.now()
    if (connectionId === null || ids.length === 0) {
      setDetails(NONE)
      return
    }
    Promise.all(ids.map(async (deviceId) => [deviceId, await detailOrNull(connectionId, deviceId)] as const)).then(
      (entries) => {
        if (mine !== round.current) return
        setDetails((before) => new Map(entries.map(([id, detail]) => [id, reuse(before.get(id) ?? null, detail)])))
      },
      showError,
    )
  }, [connectionId, ids])

  useEffect(() => {
    load()
    return () => {
      round.current += 1
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [load])

  useEvent('devices.changed', () => {
    if (timer.current !== null || ids.length === 0) return
    timer.current = setTimeout(
      () => {
        timer.current = null
        load()
      },
      Math.max(0, askedAt.current + REFRESH_MS - performance.now()),
    )
  })

  const put = useCallback((detail: DeviceDetail) => {
    setDetails((before) => new Map(before).set(detail.deviceId, detail))
  }, [])
  return { details, put }
}

async function detailOrNull(connectionId: string, deviceId: string): Promise<DeviceDetail | null> {
  try {
    return await request('devices.get', { connectionId, deviceId })
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'NOT_CONNECTED')) return null
    throw error
  }
}
