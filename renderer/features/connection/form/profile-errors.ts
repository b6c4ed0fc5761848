import { AppError } from '../../../../preload/contract/errors.ts'
import type { ConnectionTest, ProfileSecret } from '../../../../preload/contract/models/broker/connection.ts'
import { KEEPALIVE_S, PROXY_URL } from '../../../../preload/contract/models/limits.ts'
import type { PasswordMove } from '../../../../preload/contract/models/safety/secret-place.ts'
import { readAddressLines } from './address/other-addresses.ts'
import { hasInput, type ProfileDraft } from './profile-draft.ts'

export type DraftField = Exclude<keyof ProfileDraft, 'id'>
/** A key below `connection:form.errors`. */
export type DraftErrors = Partial<Record<DraftField, string>>

/** In the order of the form, so that the first error is the topmost. */
export const DRAFT_FIELDS: readonly DraftField[] = [
  'name',
  'host',
  'port',
  'otherAddresses',
  'transport',
  'path',
  'proxy',
  'security',
  'username',
  'password',
  'trust',
  'ca',
  'pinnedCertificate',
  'clientCertificate',
  'clientKey',
  'passphrase',
  'serverName',
  'alpn',
  'mqttVersion',
  'clientIdPrefix',
  'clientId',
  'character',
  'keepaliveS',
  'connectAtStart',
]
export const ADVANCED_FIELDS: readonly DraftField[] = [
  'transport',
  'path',
  'proxy',
  'serverName',
  'alpn',
  'mqttVersion',
  'clientIdPrefix',
  'clientId',
  'character',
  'keepaliveS',
  'connectAtStart',
]

function isWholeWithin(value: number | string, min: number, max: number): boolean {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  return Number.isInteger(number) && number >= min && number <= max
}

/** DER begins with a SEQUENCE of long length; read as text its second byte is no ASCII. */
const DER = /^0[\u0080-\u00ff\ufffd]/

function certificateError(text: string): string | null {
  if (DER.test(text)) return 'isDer'
  if (text.includes('-----BEGIN CERTIFICATE') || text.includes('-----BEGIN TRUSTED')) return null
  return text.includes('PRIVATE KEY-----') ? 'isKey' : 'notPem'
}

/**
 * Finds errors without asking the network. `stored` tells which secrets main already holds, `move` why the stored
 * password is not for this draft.
 */
export function draftErrors(
  draft: ProfileDraft,
  stored: Readonly<Record<ProfileSecret, boolean>>,
  move: PasswordMove | null = null,
): DraftErrors {
  const errors: DraftErrors = {}
  const uses = (field: DraftField) => hasInput(draft, field)
  if (draft.name.trim().length > 80) errors.name = 'nameLong'
  if (draft.host.trim() === '') errors.host = 'hostMissing'
  else if (/[\s/]/.test(draft.host.trim())) errors.host = 'hostInvalid'
  if (!isWholeWithin(draft.port, 1, 65_535)) errors.port = 'portInvalid'
  if (typeof readAddressLines(draft.otherAddresses, Number(draft.port)) === 'string')
    errors.otherAddresses = 'addressInvalid'
  if (draft.proxy.trim() !== '' && !PROXY_URL.test(draft.proxy.trim().replace(/\/$/, ''))) errors.proxy = 'proxyInvalid'
  if (uses('alpn') && !/^[!-~]{0,64}$/.test(draft.alpn.trim())) errors.alpn = 'alpnInvalid'
  if (uses('path') && /[\s?#]/.test(draft.path.trim())) errors.path = 'pathInvalid'
  if (draft.security === 'password' && draft.username.trim() === '') errors.username = 'usernameMissing'
  if (move !== null && draft.username.trim() !== '') errors.password = 'passwordElsewhere'
  const ca = uses('ca') && draft.ca.trim() !== '' ? certificateError(draft.ca) : null
  if (ca !== null) errors.ca = ca
  if (uses('pinnedCertificate') && draft.pinnedCertificate === '') errors.pinnedCertificate = 'pinMissing'
  if (uses('clientCertificate')) {
    const wrong =
      draft.clientCertificate.trim() === '' ? 'certificateMissing' : certificateError(draft.clientCertificate)
    if (wrong !== null) errors.clientCertificate = wrong
  }
  if (uses('clientKey')) {
    const isKept = draft.clientKey === '' && stored.clientKey
    if (!isKept && (draft.clientKey ?? '').trim() === '') errors.clientKey = 'keyMissing'
    else if (draft.clientKey && !/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(draft.clientKey)) errors.clientKey = 'notKey'
  }
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(draft.clientIdPrefix)) errors.clientIdPrefix = 'prefixInvalid'
  if (!/^[!-~]{0,128}$/.test(draft.clientId.trim())) errors.clientId = 'clientIdInvalid'
  if (!isWholeWithin(draft.keepaliveS, KEEPALIVE_S.min, KEEPALIVE_S.max)) errors.keepaliveS = 'keepaliveInvalid'
  return errors
}

/** The input that main's refusal is about; null where it is about none of ours. */
export function fieldOfError(error: unknown): DraftField | null {
  if (!(error instanceof AppError) || error.code === 'INTERNAL') return null
  const name = String(error.data.field ?? '')
    .split('.')
    .at(-1)
  return DRAFT_FIELDS.find((field) => field === name) ?? null
}

/** The input that a failed test points at. */
export function fieldOfTest(test: Pick<ConnectionTest, 'field'>): DraftField | null {
  return DRAFT_FIELDS.find((field) => field === test.field) ?? null
}
