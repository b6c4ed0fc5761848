import { z } from 'zod'
import { CA_PASSPHRASE } from '../../models/broker/ca-key.ts'
import { SECURITY_MODES } from '../../models/broker/connection.ts'
import {
  type AccountsTaken,
  type BridgeCheck,
  CLUSTER_KINDS,
  CLUSTER_RUNTIMES,
  type ProofReport,
  SETUP_PLATFORMS,
  SETUP_VERSIONS,
  type SetupPrepared,
  type SetupProblem,
  type SetupSuggestion,
  type SetupView,
} from '../../models/broker/setup.ts'
import { route } from '../../route.ts'

const nothing = z.strictObject({})
const setupId = z.uuid()
const text = (max: number) => z.string().max(max)

/** Schema of shape and sizes; `setup.check` names invalid values, with field and next step. */
export const setupPlanSchema = z.strictObject({
  name: text(200),
  platform: z.enum(SETUP_PLATFORMS),
  cluster: z.enum(CLUSTER_KINDS).optional(),
  runtime: z.enum(CLUSTER_RUNTIMES).optional(),
  balancers: z.array(text(300)).max(5).readonly().optional(),
  siteOf: z.record(text(200), text(300)).optional(),
  mode: z.enum(SECURITY_MODES),
  version: z.enum(SETUP_VERSIONS),
  hosts: z.array(text(300)).max(50).readonly(),
  port: z.number(),
  isLoopbackOnly: z.boolean(),
  operators: z.array(text(200)).max(50).readonly(),
  devices: z.array(text(200)).max(2000).readonly(),
  keyType: z.enum(['ecdsa', 'rsa']),
  tuning: z.strictObject({
    maxConnections: z.number().nullable(),
    sessionExpiryDays: z.number(),
    maxQueuedMessages: z.number(),
    maxPacketBytes: z.number(),
    maxKeepaliveS: z.number(),
  }),
})

const draft = z.strictObject({
  id: setupId,
  plan: setupPlanSchema,
  passwords: z.record(text(200), text(4096)),
})

export const setupRoutes = {
  'setup.list': route<readonly SetupView[]>()(nothing),
  'setup.suggest': route<SetupSuggestion>()(nothing),
  'setup.check': route<readonly SetupProblem[]>()(z.strictObject({ draft })),
  /** Looks for circles among the bridges of existing configurations and those of the plan; keeps nothing of them. */
  'setup.checkBridges': route<BridgeCheck>()(
    z.strictObject({
      plan: setupPlanSchema,
      texts: z
        .array(z.strictObject({ on: text(300), text: text(64_000) }))
        .max(20)
        .readonly(),
    }),
  ),
  /** Reads accounts from a file that a dialog of main asks for, and keeps their passwords there; null when cancelled. */
  'setup.takeAccounts': route<AccountsTaken | null>()(z.strictObject({ id: setupId })),
  /** Makes certificates, hashes and files in main; the answer shows secrets as dots. */
  'setup.prepare': route<SetupPrepared>()(z.strictObject({ draft })),
  /** Runs the files in a Mosquitto of this computer; reports arrive as `setup.proved`. */
  'setup.prove': route<ProofReport>()(z.strictObject({ id: setupId, proofId: z.uuid() })),
  'setup.cancelProof': route<null>()(z.strictObject({ proofId: z.uuid() })),
  /** Keeps the set-up, then writes its files where a dialog of main says; null when that was cancelled. */
  'setup.saveFolder': route<{ readonly path: string } | null>()(z.strictObject({ id: setupId })),
  'setup.saveZip': route<{ readonly path: string } | null>()(z.strictObject({ id: setupId })),
  /** Writes the authority's private key under a passphrase (PKCS#8), where a dialog says. */
  'setup.saveCaKey': route<{ readonly path: string } | null>()(
    z.strictObject({ id: setupId, passphrase: z.string().min(CA_PASSPHRASE.min).max(CA_PASSPHRASE.max) }),
  ),
  /** Loads that file from the path of a dialog; null if cancelled. */
  'setup.loadCaKey': route<SetupView | null>()(z.strictObject({ id: setupId, passphrase: text(CA_PASSPHRASE.max) })),
  /** Keeps the set-up and its secrets. */
  'setup.save': route<SetupView>()(z.strictObject({ id: setupId })),
  /** Issues the certificates anew, for review. */
  'setup.renew': route<SetupPrepared>()(z.strictObject({ id: setupId })),
  /**
   * Prepares a kept set-up without a device, for review: nothing is kept until it is saved. The built-in broker refuses the
   * device at once, and the set-up is kept so.
   */
  'setup.takeOut': route<SetupPrepared>()(z.strictObject({ id: setupId, device: text(200) })),
  /**
   * Prepares a kept set-up with further devices, for review, or lists what is wrong with them. The built-in broker lets them
   * in at once, and the set-up is kept so. Where sites are bridged to a centre, `site` is theirs.
   */
  'setup.addDevices': route<SetupPrepared>()(
    z.strictObject({ id: setupId, devices: z.array(text(200)).min(1).max(500), site: text(300).nullable().optional() }),
  ),
  /** Opens the folder to which the files were saved last, in the system's file manager. */
  'setup.openFolder': route<null>()(z.strictObject({ id: setupId })),
  /** Forgets what was prepared and not kept. */
  'setup.discard': route<null>()(z.strictObject({ id: setupId })),
  'setup.remove': route<null>()(z.strictObject({ id: setupId })),
  /** Makes the operator's connection profile; the built-in broker is set up and started first. */
  'setup.createProfile': route<{ readonly profileId: string }>()(
    z.strictObject({ id: setupId, operator: text(200).nullable() }),
  ),
}
