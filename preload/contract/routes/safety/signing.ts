import { z } from 'zod'
import { DEVICE_ID } from '../../models/limits.ts'
import { KEY_NAME_MAX, KEY_PASSPHRASE, type SigningView } from '../../models/safety/signing.ts'
import { route } from '../../route.ts'

const id = z.string().regex(/^[0-9a-f]{32}$/)
const name = z.string().trim().min(1).max(KEY_NAME_MAX)
const passphrase = z.string().min(KEY_PASSPHRASE.min).max(KEY_PASSPHRASE.max)
const device = { connectionId: z.string().min(1).max(200), deviceId: z.string().regex(DEVICE_ID) }

export const signingRoutes = {
  'signing.view': route<SigningView>()(z.strictObject({})),
  /** Makes a key, and signs with it from now on. */
  'signing.make': route<SigningView>()(z.strictObject({ name })),
  /** Signs with this key from now on. Throws `NOT_FOUND` where its private half is not at hand. */
  'signing.use': route<SigningView>()(z.strictObject({ id })),
  /** Removes the private half for good, after a question of main; null if cancelled. */
  'signing.revoke': route<SigningView | null>()(z.strictObject({ id })),
  /** Saves the public half for the devices that shall trust it; null if cancelled. */
  'signing.savePublic': route<{ readonly path: string } | null>()(z.strictObject({ id })),
  /** Saves the private half, encrypted with the passphrase; null if cancelled. */
  'signing.savePrivate': route<{ readonly path: string } | null>()(z.strictObject({ id, passphrase })),
  /** Takes a key from such a file; null if cancelled. Throws `OPERATOR_KEY_UNUSABLE`. */
  'signing.load': route<SigningView | null>()(
    z.strictObject({ name, passphrase: z.string().min(1).max(KEY_PASSPHRASE.max) }),
  ),
  /** Takes the public key of a device from a file of its installation; null if cancelled. Throws `OPERATOR_KEY_UNUSABLE`. */
  'signing.loadDeviceKey': route<{ readonly keyId: string } | null>()(z.strictObject(device)),
  'signing.forgetDeviceKey': route<null>()(z.strictObject(device)),
  /** Saves the agent, its unit and how to install it into a folder; null if cancelled. */
  'signing.saveAgent': route<{ readonly path: string } | null>()(z.strictObject({})),
  /** Saves the public keys of all devices, for the verification of an audit elsewhere; null if cancelled. */
  'signing.saveDeviceKeys': route<{ readonly path: string } | null>()(z.strictObject({})),
}
