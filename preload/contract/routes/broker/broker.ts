import { z } from 'zod'
import {
  type BrokerSnapshot,
  BUILT_IN_MODES,
  type BuiltInView,
  type CertificateFact,
  type LogView,
  type TesterState,
  type TestPublishOutcome,
  type TopicCheck,
} from '../../models/broker/broker.ts'
import { CA_PASSPHRASE } from '../../models/broker/ca-key.ts'
import { route } from '../../route.ts'

const nothing = z.strictObject({})
const noControl = /^[^\p{Cc}\p{Cf}]*$/u
const qos = z.union([z.literal(0), z.literal(1), z.literal(2)])
const topic = z.string().min(1).max(1_024)
const pem = z.string().max(256_000)
const hostName = z.string().trim().min(1).max(253).regex(noControl)

/** Schema of shape and sizes; main names other mistakes of the operator with their field. */
export const builtInChoiceSchema = z.strictObject({
  mode: z.enum(BUILT_IN_MODES),
  host: hostName,
  port: z.int().min(1).max(65_535),
  startsWithApp: z.boolean(),
  names: z.array(hostName).max(32),
})

const account = z.strictObject({
  name: z.string().min(1).max(64).regex(noControl),
  role: z.enum(['operator', 'device']),
  /** Absent keeps the password that is set. */
  password: z.string().min(1).max(256).optional(),
})

export const brokerRoutes = {
  /** Opens or closes the page, because its subscriptions and figures run only while it is open. */
  'broker.watch': route<BrokerSnapshot>()(z.strictObject({ isOpen: z.boolean() })),
  'broker.certificates': route<readonly CertificateFact[]>()(nothing),
  'broker.subscribe': route<TesterState>()(z.strictObject({ filter: topic, qos })),
  'broker.unsubscribe': route<TesterState>()(z.strictObject({ filter: topic })),
  'broker.clearMessages': route<TesterState>()(nothing),
  /** Publishes a test message; refuses the topics of commands, because those need an approval. */
  'broker.publish': route<TestPublishOutcome>()(
    z.strictObject({
      topic,
      payload: z.string().max(262_144),
      encoding: z.enum(['text', 'hex']),
      qos,
      isRetained: z.boolean(),
    }),
  ),
  /** Subscribes to `test/topic`, publishes there and waits for the message to come back. */
  'broker.checkTopic': route<TopicCheck>()(nothing),
  'broker.useLog': route<LogView>()(z.strictObject({ source: z.enum(['file', 'built-in']) })),
  /** Asks for a file in a dialog of main; null when cancelled. */
  'broker.chooseLog': route<LogView | null>()(nothing),
  'builtIn.save': route<BuiltInView>()(
    z.strictObject({
      choice: builtInChoiceSchema,
      accounts: z.array(account).max(500),
      /** A certificate of the operator's own; `keep` for the one given before, null for one made here. */
      given: z
        .union([z.literal('keep'), z.strictObject({ certificate: pem, key: pem, ca: pem.nullable() })])
        .nullable(),
    }),
  ),
  'builtIn.get': route<BuiltInView>()(nothing),
  'builtIn.start': route<BuiltInView>()(nothing),
  'builtIn.stop': route<BuiltInView>()(nothing),
  'builtIn.remove': route<BuiltInView>()(nothing),
  /** Makes a new server certificate, with the same authority where there is one. */
  'builtIn.renew': route<BuiltInView>()(nothing),
  /** Makes a client certificate and saves it with its key, 0600, where a dialog says; null when cancelled. */
  'builtIn.saveDeviceCertificate': route<{ readonly path: string } | null>()(
    z.strictObject({ name: z.string().min(1).max(64) }),
  ),
  /** Saves the authority's certificate where a dialog says; null when cancelled. */
  'builtIn.saveCa': route<{ readonly path: string } | null>()(nothing),
  /** Writes the own authority's private key under a passphrase (PKCS#8), where a dialog says; null when cancelled. */
  'builtIn.saveCaKey': route<{ readonly path: string; readonly view: BuiltInView } | null>()(
    z.strictObject({ passphrase: z.string().min(CA_PASSPHRASE.min).max(CA_PASSPHRASE.max) }),
  ),
  /** Loads that file from the path of a dialog; null if cancelled. */
  'builtIn.loadCaKey': route<BuiltInView | null>()(z.strictObject({ passphrase: z.string().max(CA_PASSPHRASE.max) })),
  /** Gives up an authority whose key is lost and starts with a new one; every device needs its certificate. */
  'builtIn.replaceCa': route<BuiltInView>()(nothing),
}
