import type { DraftField } from '../form/profile-errors.ts'

export const WIZARD_STEPS = ['where', 'security', 'test', 'save'] as const
export type WizardStep = (typeof WIZARD_STEPS)[number]

/** The inputs of each step. */
export const STEP_FIELDS: Readonly<Record<WizardStep, readonly DraftField[]>> = {
  where: ['host', 'port', 'otherAddresses', 'transport', 'path', 'proxy'],
  security: [
    'security',
    'username',
    'password',
    'trust',
    'ca',
    'pinnedCertificate',
    'serverName',
    'alpn',
    'clientCertificate',
    'clientKey',
    'passphrase',
  ],
  test: [],
  save: ['name', 'mqttVersion', 'clientIdPrefix', 'keepaliveS', 'connectAtStart'],
}

/** The step in which an input is. */
export function stepOf(field: DraftField): WizardStep {
  return WIZARD_STEPS.find((step) => STEP_FIELDS[step].includes(field)) ?? 'where'
}

/** Names in a certificate, out of `DNS:broker.example, IP Address:192.0.2.1`; a wildcard is no name to connect to. */
export function certificateNames(subjectAltName: string): string[] {
  const names = subjectAltName.split(',').map((entry) => /^(?:DNS|IP Address):([^\s"*]+)$/.exec(entry.trim())?.[1])
  return names.filter((name) => name !== undefined).slice(0, 8)
}
