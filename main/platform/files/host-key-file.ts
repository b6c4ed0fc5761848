import type { HostKeys } from '../../joining/join-ports.ts'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from './json-file.ts'

/** `host-keys.json` of the data folder: fingerprints of SSH servers that the operator confirmed. */
export function openHostKeyFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): HostKeys {
  const defaults: { readonly keys: Readonly<Record<string, string>> } = { keys: {} }
  const isValid = ({ keys }: Readonly<Record<string, unknown>>) =>
    typeof keys === 'object' && keys !== null && Object.values(keys).every((value) => typeof value === 'string')
  const file = openJsonFile(folder, 'host-keys', { defaults, isValid }, env)
  const nameOf = ({ host, port }: { readonly host: string; readonly port: number }) => `${host}:${port}`
  return {
    find: (target) => {
      const keys = file.get('keys')
      return Object.hasOwn(keys, nameOf(target)) ? (keys[nameOf(target)] ?? null) : null
    },
    keep: (target, fingerprint) => file.set('keys', { ...file.get('keys'), [nameOf(target)]: fingerprint }),
  }
}
