import { z } from 'zod'

/** An operator's key as kept on disk: its public half; the private one is in the secret store. */
export interface StoredOperatorKey {
  readonly id: string
  readonly name: string
  /** Public half, PEM. */
  readonly pem: string
  /** Epoch ms. */
  readonly madeAt: number
  /** Epoch ms since when it signs nothing any more; null while it may. */
  readonly revokedAt: number | null
}

/** The key on record for a device, from its installation and never from the wire. */
export interface StoredDeviceKey {
  readonly connectionId: string
  readonly deviceId: string
  readonly pem: string
}

export interface StoredKeys {
  /** Id of the operator's key that signs; null without one. */
  readonly currentId: string | null
  readonly operators: readonly StoredOperatorKey[]
  readonly devices: readonly StoredDeviceKey[]
}

/** The file of the keys; platform implements it. */
export interface KeyFile {
  read(): StoredKeys
  /** Throws `DISK_FAILED`. */
  write(keys: StoredKeys): void
}

export const NO_KEYS: StoredKeys = { currentId: null, operators: [], devices: [] }

const shape = z.object({
  currentId: z.string().nullable(),
  operators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      pem: z.string(),
      madeAt: z.number(),
      revokedAt: z.number().nullable(),
    }),
  ),
  devices: z.array(z.object({ connectionId: z.string(), deviceId: z.string(), pem: z.string() })),
})

/** Null for anything of another shape. */
export function readStoredKeys(value: unknown): StoredKeys | null {
  const parsed = shape.safeParse(value)
  return parsed.success ? parsed.data : null
}
