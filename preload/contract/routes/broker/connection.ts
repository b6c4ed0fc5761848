import { z } from 'zod'
import {
  BROKER_KINDS,
  CHARACTER_EVIDENCE,
  DOTS_IN_TOPICS,
  RETAINED_REPLAYS,
  SYS_DIALECTS,
} from '../../models/broker/broker-character.ts'
import {
  type CertificateCard,
  type ConnectionStatus,
  type ConnectionTest,
  type PeerCertificateView,
  type PortLook,
  PROFILE_FILE_FORMATS,
  type ProfileImport,
  type ProfileView,
  SECURITY_MODES,
  TRANSPORTS,
  TRUSTS,
} from '../../models/broker/connection.ts'
import { DEVICE_ID, KEEPALIVE_S, MAX_OTHER_ADDRESSES, PROXY_URL } from '../../models/limits.ts'
import { route } from '../../route.ts'

const nothing = z.strictObject({})
const profileId = z.string().regex(/^[a-z0-9-]{1,64}$/)
const pem = z.string().max(256_000)

const noControl = /^[^\p{Cc}\p{Cf}]*$/u

const limit = (min: number, max: number) => z.int().min(min).max(max).nullable().optional()

/** Schema of shape and sizes; the test's `input` stage names other mistakes of the operator. */
export const profileSchema = z.strictObject({
  id: profileId,
  name: z.string().trim().min(1).max(80).regex(noControl),
  host: z.string().trim().min(1).max(253).regex(noControl),
  port: z.int().min(1).max(65_535),
  security: z.enum(SECURITY_MODES),
  // Fields with a default are missing in profiles of older versions.
  transport: z.enum(TRANSPORTS).default('tcp'),
  path: z.string().trim().max(512).regex(noControl).nullable().default(null),
  username: z.string().max(256).regex(noControl).nullable(),
  ca: pem.nullable(),
  trust: z.enum(TRUSTS).default('ca'),
  pinnedCertificate: pem.nullable().default(null),
  clientCertificate: pem.nullable(),
  serverName: z.string().trim().max(253).regex(noControl).nullable(),
  clientIdPrefix: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  keepaliveS: z.int().min(KEEPALIVE_S.min).max(KEEPALIVE_S.max),
  connectAtStart: z.boolean(),
  otherAddresses: z
    .array(
      z.strictObject({
        host: z.string().trim().min(1).max(253).regex(noControl),
        port: z.int().min(1).max(65_535),
        serverName: z.string().trim().max(253).regex(noControl).nullable(),
      }),
    )
    .max(MAX_OTHER_ADDRESSES)
    .readonly()
    .default([]),
  alpn: z
    .string()
    .regex(/^[!-~]{1,64}$/)
    .nullable()
    .default(null),
  mqttVersion: z.literal(4).nullable().default(null),
  proxy: z.string().max(300).regex(PROXY_URL).nullable().default(null),
  clientId: z
    .string()
    .regex(/^[!-~]{1,128}$/)
    .nullable()
    .default(null),
  character: z
    .strictObject({
      kind: z.enum(BROKER_KINDS),
      by: z.enum(CHARACTER_EVIDENCE),
      since: z.int().min(0),
      changes: z.strictObject({
        retained: z.enum(RETAINED_REPLAYS).optional(),
        messagesPerS: limit(1, 1_000_000),
        inFlight: limit(1, 65_535),
        packetBytes: limit(256, 268_435_460),
        filtersPerSubscribe: limit(1, 1_000),
        filtersPerConnection: limit(7, 100_000),
        hasOneSession: z.boolean().optional(),
        dots: z.enum(DOTS_IN_TOPICS).optional(),
        deliversOnce: z.boolean().optional(),
        sharesReadings: z.boolean().optional(),
        isSlowAtQos1: z.boolean().optional(),
        tiesIdToNode: z.boolean().optional(),
        ignoresExpiry: z.boolean().optional(),
        closesOnRefusal: z.boolean().optional(),
        sys: z.enum(SYS_DIALECTS).nullable().optional(),
      }),
    })
    .nullable()
    .default(null),
})

const secrets = z.strictObject({
  password: z.string().max(4096).nullable().optional(),
  clientKey: pem.nullable().optional(),
  passphrase: z.string().max(4096).nullable().optional(),
})

export const connectionRoutes = {
  'profiles.save': route<ProfileView>()(z.strictObject({ profile: profileSchema, secrets })),
  'profiles.remove': route<null>()(z.strictObject({ profileId })),
  /** Tests a connection; stages arrive as `connection.tested`. Absent secrets are those of the saved profile. */
  'profiles.test': route<ConnectionTest>()(z.strictObject({ testId: z.uuid(), profile: profileSchema, secrets })),
  /** Imports the profiles of a file that a dialog names; null if it was cancelled. Secrets stay in main. */
  'profiles.import': route<ProfileImport | null>()(nothing),
  /** Writes a profile to a file that the operator chooses; null when the dialog was cancelled. */
  'profiles.export': route<{ readonly path: string } | null>()(
    z.strictObject({
      profileId,
      format: z.enum(PROFILE_FILE_FORMATS),
      hasPassword: z.boolean(),
      deviceId: z.string().regex(DEVICE_ID),
    }),
  ),
  /** Scans the usual ports of one host, without a login. */
  'broker.scan': route<readonly PortLook[]>()(
    z.strictObject({ host: z.string().trim().min(1).max(253).regex(noControl) }),
  ),
  /** Returns the certificate that a broker shows, without trusting it; null without one. */
  'broker.certificate': route<PeerCertificateView | null>()(z.strictObject({ profile: profileSchema })),
  /** Reads the first certificates of a PEM text and counts all; none where it is no certificate. */
  'profiles.certificates': route<{ readonly cards: readonly CertificateCard[]; readonly total: number }>()(
    z.strictObject({ pem }),
  ),
  /** Returns the proxy that the system's settings name for this address; null if it is reached directly. */
  'broker.systemProxy': route<string | null>()(
    z.strictObject({ host: z.string().trim().min(1).max(253).regex(noControl), port: z.int().min(1).max(65_535) }),
  ),
  /** Returns true if the certificates of the operating system can be used here. */
  'broker.hasSystemStore': route<boolean>()(nothing),
  'profiles.cancelTest': route<null>()(z.strictObject({ testId: z.uuid() })),
  /** Makes the profile the active one and closes an open connection first. */
  'connection.connect': route<ConnectionStatus>()(z.strictObject({ profileId })),
  /** Takes the password of a profile that an earlier run kept in memory alone, and connects. Throws `NOT_FOUND`. */
  'connection.enterPassword': route<ConnectionStatus>()(
    z.strictObject({ profileId, password: z.string().min(1).max(4096) }),
  ),
  'connection.disconnect': route<ConnectionStatus>()(nothing),
  /** Starts a broker in the app with simulated devices and connects to it. */
  'demo.start': route<ConnectionStatus>()(nothing),
}
