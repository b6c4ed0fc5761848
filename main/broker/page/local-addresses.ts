import { networkInterfaces } from 'node:os'
import type { LocalAddress } from '../../../preload/contract/models/broker/broker.ts'

/** Addresses of this computer, loopback first; link-local ones are left out, as they need a zone to be reached. */
export function localAddresses(): readonly LocalAddress[] {
  const all = Object.entries(networkInterfaces()).flatMap(([interfaceName, entries]) =>
    (entries ?? []).map(({ address, internal }) => ({ address, interfaceName, isLoopback: internal })),
  )
  return all
    .filter(({ address }) => !/^(fe80:|169\.254\.)/i.test(address))
    .sort((a, b) => Number(b.isLoopback) - Number(a.isLoopback))
}
