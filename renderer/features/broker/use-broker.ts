import { useCallback, useEffect } from 'react'
import type { BrokerSnapshot } from '../../../preload/contract/models/broker/broker.ts'
import { request } from '../../lib/api.ts'
import { showError } from '../../lib/errors/show-error.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { useRequest } from '../../lib/use-request.ts'
import { withSample, withTester } from './broker-state.ts'

const OPEN = { isOpen: true }

export interface Broker {
  readonly snapshot: BrokerSnapshot
  /** Takes over what a request answered. */
  readonly merge: (change: Partial<BrokerSnapshot>) => void
}

/** Follows the broker while the page is open, because main gathers figures only then. Null until it is loaded. */
export function useBroker(): Broker | null {
  const { value: snapshot, change } = useRequest('broker.watch', OPEN)
  const update = useCallback(
    (part: (before: BrokerSnapshot) => Partial<BrokerSnapshot>) => change((before) => ({ ...before, ...part(before) })),
    [change],
  )
  useEvent('broker.health', ({ health, sample }) =>
    update(({ health: before, series }) => ({
      health,
      series: withSample(before.connectionId === health.connectionId ? series : [], sample),
    })),
  )
  useEvent('broker.tester', (tester) => update((before) => ({ tester: withTester(before.tester, tester) })))
  useEvent('broker.log', (log) => update(() => ({ log })))
  useEvent('builtIn.changed', (builtIn) => update(() => ({ builtIn })))
  useEffect(() => () => void request('broker.watch', { isOpen: false }).catch(showError), [])
  const merge = useCallback((part: Partial<BrokerSnapshot>) => update(() => part), [update])
  return snapshot === null ? null : { snapshot, merge }
}
