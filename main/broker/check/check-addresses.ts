import type { AddressHealth, ConnectionTest } from '../../../preload/contract/models/broker/connection.ts'
import { isOfAnotherBroker } from '../connection/addresses.ts'
import { addressOf, type ConnectionTarget, targetsOf } from '../session/target.ts'
import { type ConnectionCheckOptions, checkConnection } from './connection-check.ts'

/**
 * Checks each address of a target in turn. The report is of the first that passes, which is the one that the console would
 * use, else of the first; how the others do stands beside it. A target with one address has `addresses` empty.
 */
export async function checkAddresses(
  target: ConnectionTarget,
  options: ConnectionCheckOptions,
): Promise<ConnectionTest> {
  const targets = targetsOf(target)
  if (targets.length === 1) return checkConnection(target, options)
  const addresses: AddressHealth[] = targets.map((one) => ({
    address: addressOf(one),
    state: 'untried',
    failure: null,
  }))
  const reports: ConnectionTest[] = []
  for (const [index, one] of targets.entries()) {
    if (options.signal.aborted) break
    const { address } = addresses[index] ?? { address: addressOf(one) }
    addresses[index] = { address, state: 'trying', failure: null }
    const report = await checkConnection(one, {
      ...options,
      onProgress: (progress) => options.onProgress({ ...progress, isDone: false, addresses: [...addresses] }),
    })
    reports.push(report)
    const { failure } = report
    const isUnknown = failure === null && options.signal.aborted
    const state = isUnknown
      ? 'untried'
      : failure === null
        ? 'ok'
        : isOfAnotherBroker(failure)
          ? 'other-broker'
          : 'failed'
    addresses[index] = { address, state, failure }
  }
  const used = reports.find(({ failure }) => failure === null) ?? reports[0]
  if (used === undefined) return checkConnection(target, options)
  const first = used === reports[0]
  const report = {
    ...used,
    addresses,
    isDone: true,
    field: first ? used.field : used.field && 'otherAddresses',
  } as const
  options.onProgress(report)
  return report
}
