/** A key with which this console signs commands. Its private half never reaches the window. */
export interface OperatorKeyView {
  readonly id: string
  readonly name: string
  /** Epoch ms. */
  readonly madeAt: number
  readonly revokedAt: number | null
  readonly isCurrent: boolean
  /** True if its private half is in the secret store. */
  readonly isAtHand: boolean
}

export interface SigningView {
  readonly keys: readonly OperatorKeyView[]
  /** True if commands are signed for the devices that take signed ones. */
  readonly isSigning: boolean
  /** True where the secret store forgets at the end, so that a key has to be saved in a file. */
  readonly isForgetful: boolean
}

/** Characters of a key's name, and of the passphrase of its file. */
export const KEY_NAME_MAX = 80
export const KEY_PASSPHRASE = { min: 12, max: 200 } as const

/** Whether what a device is told, and what it says, can be somebody else's. */
export const DEVICE_SIGNINGS = ['proven', 'signed', 'unsigned'] as const
export type DeviceSigning = (typeof DEVICE_SIGNINGS)[number]

/** Highest class that a device runs, whoever signed. */
export const POLICY_CLASSES = ['read', 'change', 'destructive'] as const
export type PolicyClass = (typeof POLICY_CLASSES)[number]

/** Number of devices of each kind. */
export type SigningCounts = Readonly<Record<DeviceSigning, number>>
