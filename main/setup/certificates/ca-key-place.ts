import type { CaKeyPlace } from '../../../preload/contract/models/broker/ca-key.ts'

/** Says where the key of a set-up's authority is. */
export function caKeyPlace(about: {
  readonly hasTls: boolean
  /** It went into a file under a passphrase. */
  readonly isExported: boolean
  readonly isAtHand: boolean
  /** Secrets are gone after this run. */
  readonly isMemoryOnly: boolean
}): CaKeyPlace {
  if (!about.hasTls) return 'none'
  if (about.isExported) return 'exported'
  if (!about.isAtHand) return 'missing'
  return about.isMemoryOnly ? 'memory' : 'stored'
}
