import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConnectionTest } from '../../../../preload/contract/models/broker/connection.ts'
import type { RouteInput } from '../../../../preload/contract/routes/routes.ts'
import { request } from '../../../lib/api.ts'
import { useEvent } from '../../../lib/use-event.ts'

const NOTHING_YET: ConnectionTest = {
  testId: '',
  isDone: false,
  stages: [],
  failure: null,
  field: null,
  peer: null,
  protocol: null,
  brokerVersion: null,
  roundTripMs: null,
  probes: [],
  notes: [],
}

/** Runs the connection test and follows its stages. Ends a running test when the form goes away. */
export function useConnectionTest() {
  const [test, setTest] = useState<ConnectionTest | null>(null)
  const running = useRef<string | null>(null)

  useEvent('connection.tested', (change) => {
    if (change.testId === running.current) setTest(change)
  })

  const cancel = useCallback(() => {
    const testId = running.current
    running.current = null
    setTest(null)
    if (testId) request('profiles.cancelTest', { testId }).catch(() => undefined)
  }, [])
  useEffect(() => cancel, [cancel])

  /** Resolves to the outcome, or null when the test was cancelled meanwhile. */
  const start = useCallback(async (input: RouteInput<'profiles.save'>): Promise<ConnectionTest | null> => {
    const testId = crypto.randomUUID()
    running.current = testId
    setTest({ ...NOTHING_YET, testId })
    try {
      const outcome = await request('profiles.test', { testId, ...input })
      if (running.current !== testId) return null
      setTest(outcome)
      return outcome
    } catch (error) {
      if (running.current !== testId) return null
      setTest(null)
      throw error
    } finally {
      if (running.current === testId) running.current = null
    }
  }, [])

  return { test, start, cancel }
}
