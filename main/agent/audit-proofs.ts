import { z } from 'zod'
import { type PublicKey, readPublicKey } from './keys.ts'
import { isProven } from './signing.ts'

/** What the signatures of devices say of an audit. `seq` is the number of the record. */
export interface ProofsReport {
  /** No wrong signature, and no success of a device with a key that lacks one. */
  readonly ok: boolean
  readonly proven: number
  readonly wrong: readonly { readonly seq: number; readonly deviceId: string }[]
  /** Successes of a device with a key on record that it did not sign. */
  readonly missing: readonly { readonly seq: number; readonly deviceId: string }[]
  /** Signed outcomes of devices whose key is not in the file. */
  readonly withoutKey: number
}

const devicesFile = z.object({
  devices: z.array(z.object({ connectionId: z.string().optional(), deviceId: z.string(), key: z.string() })),
})

const outcome = z.object({
  kind: z.literal('outcome'),
  seq: z.number(),
  connectionId: z.string(),
  deviceId: z.string(),
  commandId: z.string(),
  outcome: z.string(),
  proof: z
    .object({
      keyId: z.string(),
      session: z.string(),
      exitCode: z.number().nullable(),
      stdoutSha256: z.string(),
      stderrSha256: z.string(),
      commandSigSha256: z.string(),
      sig: z.string(),
    })
    .optional(),
})

/** Reads the keys of devices as the console exports them; null for anything else. Without `connectionId` a key is for all. */
export function readDeviceKeys(text: string): ReadonlyMap<string, PublicKey> | null {
  try {
    const keys = new Map<string, PublicKey>()
    for (const { connectionId = '', deviceId, key } of devicesFile.parse(JSON.parse(text)).devices) {
      const read = readPublicKey(key)
      if (read === null) return null
      keys.set(`${connectionId}\n${deviceId}`, read)
    }
    return keys
  } catch {
    return null
  }
}

/** Checks the outcomes of an audit, line by line, against the keys of the devices. */
export class ProofsCheck {
  readonly #keys: ReadonlyMap<string, PublicKey>
  readonly #wrong: { seq: number; deviceId: string }[] = []
  readonly #missing: { seq: number; deviceId: string }[] = []
  #proven = 0
  #withoutKey = 0

  constructor(keys: ReadonlyMap<string, PublicKey>) {
    this.#keys = keys
  }

  /** Reads one line; what is no outcome says nothing of a device. */
  read(line: string): void {
    const record = parsed(line)
    if (record === null) return
    const { seq, connectionId, deviceId, proof } = record
    const key = this.#keys.get(`${connectionId}\n${deviceId}`) ?? this.#keys.get(`\n${deviceId}`)
    if (key === undefined) {
      if (proof !== undefined) this.#withoutKey += 1
    } else if (proof === undefined) {
      if (record.outcome === 'succeeded') this.#missing.push({ seq, deviceId })
    } else if (this.#holds(key, record, proof)) this.#proven += 1
    else this.#wrong.push({ seq, deviceId })
  }

  report(): ProofsReport {
    const ok = this.#wrong.length === 0 && this.#missing.length === 0
    return { ok, proven: this.#proven, wrong: this.#wrong, missing: this.#missing, withoutKey: this.#withoutKey }
  }

  #holds(
    key: PublicKey,
    record: z.infer<typeof outcome>,
    proof: NonNullable<z.infer<typeof outcome>['proof']>,
  ): boolean {
    if (record.outcome === 'succeeded' && proof.exitCode !== 0) return false
    return proof.keyId === key.id && isProven(key, record, proof)
  }
}

function parsed(line: string): z.infer<typeof outcome> | null {
  try {
    const read = outcome.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
