import { expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import { error, fault, LOCAL } from './new-fault.ts'

it('names the families of addresses that were tried, and offers IPv4 only where there was another', () => {
  const refusedAt = (...addresses: readonly string[]) => {
    const errors = addresses.map((address) => Object.assign(error('ECONNREFUSED', 'refused'), { address }))
    return diagnose(fault({ stage: 'tcp', error: new AggregateError(errors, '') }), LOCAL).failure
  }
  expect(refusedAt('10.0.0.1', '10.0.0.2').message.en).toContain('several addresses (IPv4)')
  expect(refusedAt('10.0.0.1', '10.0.0.2').fix.en).toBe('Check that the broker is running.')
  expect(refusedAt('::1', '127.0.0.1').message.zh).toContain('IPv4, IPv6')
  expect(refusedAt('::1', '127.0.0.1').fix.en).toContain('127.0.0.1')
})
