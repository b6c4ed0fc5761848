import { useEffect, useMemo, useRef } from 'react'
import { DEVICE_SIGNINGS } from '../../../../preload/contract/models/safety/signing.ts'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { useLoaded } from '../../../lib/use-request.ts'
import { SigningCount } from '../../devices/table/device-marks.tsx'

/** Every answer takes a question with thousands of ids. */
const REFRESH_MS = 5000

interface SigningSummaryProps {
  readonly connectionId: string
  readonly deviceIds: readonly string[]
}

/** Says of several devices how many run only what an operator signed. */
export function SigningSummary({ connectionId, deviceIds }: SigningSummaryProps) {
  const isDemo = useAppState(({ profiles }) => profiles.some(({ id, isDemo }) => isDemo && id === connectionId))
  const load = useMemo(
    () => (isDemo ? null : () => request('devices.signings', { connectionId, deviceIds: [...deviceIds] })),
    [isDemo, connectionId, deviceIds],
  )
  const { value, reload } = useLoaded(load)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  useEvent('devices.changed', () => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      reload()
    }, REFRESH_MS)
  })
  if (value === null) return null
  return DEVICE_SIGNINGS.filter((signing) => value[signing] > 0).map((signing) => (
    <SigningCount key={signing} signing={signing} count={value[signing]} />
  ))
}
