import { hostname, networkInterfaces } from 'node:os'
import { hostProblem } from './check-names.ts'

/** Names and addresses by which this computer is reached from others, the likeliest first. */
export function localHosts(
  name = hostname(),
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): readonly string[] {
  const addresses = Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    // Link-local addresses need an interface beside them, which a certificate cannot name.
    .filter(({ internal, address }) => !internal && !/^(169\.254\.|fe80:)/i.test(address))
    .sort((one, other) => one.family.localeCompare(other.family))
    .map(({ address }) => address)
  const names = name === '' ? [] : name.includes('.') ? [name] : [name, `${name}.local`]
  return [...new Set([...addresses, ...names])].filter((host) => hostProblem(host) === null)
}
