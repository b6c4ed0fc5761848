import type { OtherAddress } from '../../../../preload/contract/models/broker/connection.ts'
import { MAX_OTHER_ADDRESSES } from '../../../../preload/contract/models/limits.ts'
import { type FileAddress, readAddress } from './file-address.ts'
import { portOf } from './profile-draft.ts'

/** The first of a list, and what stands behind it. */
export interface FurtherHosts {
  readonly addresses: readonly OtherAddress[]
  /** False where one is no address, or wants something other than the first: such are left out. */
  readonly isWhole: boolean
}

/** Makes further addresses of the hosts behind the first; one without a port has that of the first. */
export function furtherHosts(texts: readonly string[], first: FileAddress, port: number): FurtherHosts {
  const read = texts.map((text): OtherAddress | null => {
    const address = readAddress(text)
    if (typeof address === 'string' || address.username !== null || address.path !== first.path) return null
    const { scheme } = address
    if (scheme !== null && (scheme.isTls !== first.scheme?.isTls || scheme.transport !== first.scheme.transport))
      return null
    const own = address.port === null ? port : portOf(address.port)
    return own >= 1 && own <= 65_535 ? { host: address.host, port: own, serverName: null } : null
  })
  const addresses = read.filter((one) => one !== null).slice(0, MAX_OTHER_ADDRESSES)
  return { addresses, isWhole: addresses.length === texts.length }
}
