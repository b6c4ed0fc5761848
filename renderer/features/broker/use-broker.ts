import { useCallback, useEffect, useState } from 'react'
import type { BrokerSnapshot } from '../../../preload/contract/models/broker.ts'
import { request } from '../../lib/api.ts'
import { showError } from '../../lib/show-error.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { withSample, withTester } from './broker-state.ts'

export interface Broker {
  readonly snapshot: BrokerSnapshot
  /** Takes over what a request answered. */
  readonly merge: (change: Partial<BrokerSnapshot>) => void
}

/** What the page shows, kept up to date while it is open; main gathers it only then. Null until it is loaded. */
export function useBroker(): Broker | null {
  const [snapshot, setSnapshot] = useState<BrokerSnapshot | null>(null)
  const update = useCallback((change: (before: BrokerSnapshot) => Partial<BrokerSnapshot>) => {
    setSnapshot((before) => (before === null ? null : { ...before, ...change(before) }))
  }, [])
  useEvent('broker.health', ({ health, sample }) =>
    update(({ health: before, series }) => ({
      health,
      series: withSample(before.connectionId === health.connectionId ? series : [], sample),
    })),
  )
  useEvent('broker.tester', (tester) => update((before) => ({ tester: withTester(before.tester, tester) })))
  useEvent('broker.log', (log) => update(() => ({ log })))
  useEvent('builtIn.changed', (builtIn) => update(() => ({ builtIn })))
  useEffect(() => {
    let isCurrent = true
    request('broker.watch', { isOpen: true }).then((loaded) => {
      if (isCurrent) setSnapshot(loaded)
    }, showError)
    return () => {
      isCurrent = false
      request('broker.watch', { isOpen: false }).catch(showError)
    }
  }, [])
  const merge = useCallback((change: Partial<BrokerSnapshot>) => update(() => change), [update])
  return snapshot === null ? null : { snapshot, merge }
}
