import { z } from 'zod'
import { JOIN_MAX, type JoiningView, type JoinSuggestion } from '../../models/devices/joining.ts'
import { POLICY_CLASSES } from '../../models/safety/signing.ts'
import { route } from '../../route.ts'

const nothing = z.strictObject({})
const noControl = /^[^\p{Cc}\p{Cf}]*$/u
const host = z.string().trim().min(1).max(253).regex(noControl)
const port = z.int().min(1).max(65_535)
const secret = z.string().min(1).max(4_096)
/** Highest class that the devices run, whoever signed. */
const maxClass = z.enum(POLICY_CLASSES)
const ids = z.strictObject({ ids: z.array(z.uuid()).max(JOIN_MAX) })
const deviceIdText = z.string().trim().min(1).max(200)

const access = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Without a user name each device logs in with its id. */
  z.strictObject({
    kind: z.literal('typed'),
    username: z.string().min(1).max(256).regex(noControl).nullable(),
    password: secret,
  }),
  z.strictObject({ kind: z.literal('setup'), setupId: z.uuid() }),
])

/** Where devices find the broker in use, and how they log in there. */
const brokerChoice = z.strictObject({ host, port, access })
export type BrokerChoice = z.output<typeof brokerChoice>

export const joiningRoutes = {
  'joining.suggest': route<JoinSuggestion>()(nothing),
  'joining.view': route<JoiningView>()(nothing),
  /** Takes a private key file from a dialog of main for the next `joining.connect`; null if cancelled. */
  'joining.chooseKey': route<{ readonly name: string } | null>()(nothing),
  /**
   * Connects to each address and looks, as far as host keys are known. `kept` is the login of the secret store. Throws
   * `NOT_CONNECTED`, `SECRET_MISSING`, `INVALID_INPUT`.
   */
  'joining.connect': route<JoiningView>()(
    z.strictObject({
      targets: z.array(z.strictObject({ host, port })).min(1).max(JOIN_MAX),
      user: z.string().trim().min(1).max(64).regex(noControl),
      login: z.enum(['password', 'key', 'kept']),
      password: secret.nullable(),
      passphrase: secret.nullable(),
      sudoPassword: secret.nullable(),
      keepsLogin: z.boolean(),
      broker: brokerChoice,
      maxClass,
    }),
  ),
  'joining.confirmHostKeys': route<JoiningView>()(ids),
  'joining.lookAgain': route<JoiningView>()(ids),
  'joining.rename': route<JoiningView>()(z.strictObject({ id: z.uuid(), deviceId: deviceIdText })),
  /** Does what was shown, and proves it. */
  'joining.install': route<JoiningView>()(ids),
  'joining.undo': route<JoiningView>()(ids),
  /** Forgets the logins and the lines. */
  'joining.close': route<JoiningView>()(nothing),
  'joining.forgetLogin': route<null>()(nothing),
  /** Looks for SSH servers in one of this computer's own networks. Throws `NOT_FOUND` for another. */
  'joining.scan': route<JoiningView>()(z.strictObject({ network: z.string().max(32) })),
  'joining.stopScan': route<JoiningView>()(nothing),
  /** Writes a folder for each device, to be carried to it; null if cancelled. Throws `FILES_EXIST`, `DISK_FAILED`. */
  'joining.saveKit': route<{ readonly path: string } | null>()(
    z.strictObject({
      deviceIds: z.array(deviceIdText).min(1).max(JOIN_MAX),
      broker: brokerChoice,
      maxClass,
      as: z.enum(['folder', 'zip']),
    }),
  ),
}
