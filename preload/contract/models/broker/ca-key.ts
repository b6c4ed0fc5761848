/**
 * Place of the private key of an own certificate authority. `memory`: until the app ends. `exported`: in a file of the
 * operator, under a passphrase. `missing`: in such a file alone, and has to be loaded before anything can be signed.
 */
export type CaKeyPlace = 'none' | 'stored' | 'memory' | 'exported' | 'missing'

/** Limits of the characters of a passphrase for such a file. */
export const CA_PASSPHRASE = { min: 12, max: 1024 } as const
