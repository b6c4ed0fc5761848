import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../../components/secret-field.tsx'
import { asText } from '../login-fields.tsx'
import { hasInput } from '../profile-draft.ts'
import type { ProfileFormFields, StoredSecrets } from '../use-profile-form.ts'
import { PemField } from './pem-field.tsx'
import { PinField } from './pin-field.tsx'
import { TrustField } from './trust-field.tsx'

const CERTIFICATE_START = '-----BEGIN CERTIFICATE-----'
const KEY_START = '-----BEGIN PRIVATE KEY-----'

interface CertificateFieldsProps {
  readonly form: ProfileFormFields
  readonly stored: StoredSecrets
}

/** Takes the files of TLS: the CA, and for client certificates the certificate and its key. */
export function CertificateFields({ form, stored }: CertificateFieldsProps) {
  const { t } = useTranslation('connection')
  const { ca, clientCertificate, clientKey, passphrase } = form.values
  return (
    <>
      <TrustField form={form} />
      {hasInput(form.values, 'pinnedCertificate') && <PinField form={form} />}
      {hasInput(form.values, 'ca') && (
        <PemField
          label={t('form.ca')}
          description={t('form.caHint')}
          chooseLabel={t('form.chooseCa')}
          name="ca"
          value={ca}
          onChange={(value) => form.set('ca', value ?? '')}
          error={asText(form.errors.ca)}
          placeholder={CERTIFICATE_START}
        />
      )}
      {hasInput(form.values, 'clientCertificate') && (
        <>
          <PemField
            label={t('form.clientCertificate')}
            description={t('form.clientCertificateHint')}
            chooseLabel={t('form.chooseCertificate')}
            name="clientCertificate"
            value={clientCertificate}
            onChange={(value) => form.set('clientCertificate', value ?? '')}
            error={asText(form.errors.clientCertificate)}
            placeholder={CERTIFICATE_START}
          />
          <PemField
            label={t('form.clientKey')}
            description={t('form.clientKeyHint')}
            chooseLabel={t('form.chooseKey')}
            name="clientKey"
            value={clientKey}
            onChange={(value) => form.set('clientKey', value)}
            error={asText(form.errors.clientKey)}
            placeholder={KEY_START}
            secret={{ isStored: stored.clientKey }}
          />
          <SecretField
            label={t('form.passphrase')}
            description={t('form.passphraseHint')}
            name="passphrase"
            value={passphrase}
            isStored={stored.passphrase}
            onChange={(value) => form.set('passphrase', value)}
            error={asText(form.errors.passphrase)}
          />
        </>
      )}
    </>
  )
}
