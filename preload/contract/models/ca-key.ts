/**
 * Where the private key of an own certificate authority is. `memory`: gone with this run. `exported`: in a file of the
 * operator, under a passphrase. `missing`: in such a file alone, and has to be loaded before anything can be signed.
 */
export type CaKeyPlace = 'none' | 'stored' | 'memory' | 'exported' | 'missing'

/** Characters that a passphrase of such a file has at least, and at most. */
export const CA_PASSPHRASE = { min: 12, max: 1024 } as const
