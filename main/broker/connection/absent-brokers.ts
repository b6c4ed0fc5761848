import type { ConnectionFailure } from '../../../preload/contract/models/broker/connection.ts'
import { describe } from '../diagnosis/diagnose.ts'
import { faultAt } from '../session/session-fault.ts'
import { addressOf, type ConnectionTarget } from '../session/target.ts'

/** Brokers that are known not to run, because the operator stopped them here. */
export class AbsentBrokers {
  /** By profile the address: an edited profile may lead elsewhere. */
  readonly #addresses = new Map<string, string>()

  /** Null for a broker that runs again. */
  set(profileId: string, address: string | null): void {
    if (address === null) this.#addresses.delete(profileId)
    else this.#addresses.set(profileId, address)
  }

  has(target: ConnectionTarget): boolean {
    return this.#addresses.get(target.profile.id) === addressOf(target)
  }
}

/** The operator started or stopped the built-in broker here, so that there are no words of a network to show. */
export function builtInStopped(target: ConnectionTarget): ConnectionFailure {
  return { ...describe('built-in-stopped', faultAt('tcp', target)).failure, detail: '' }
}
