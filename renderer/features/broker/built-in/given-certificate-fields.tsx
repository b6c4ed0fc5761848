import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PemField } from '../../connection/form/trust/pem-field.tsx'
import type { BuiltInDraft } from './built-in-draft.ts'

interface GivenCertificateFieldsProps {
  readonly draft: BuiltInDraft
  readonly onChange: (draft: BuiltInDraft) => void
  readonly errorAt: (field: string) => string | null
}

/** A certificate of the operator's own in place of one made by the app. */
export function GivenCertificateFields({ draft, onChange, errorAt }: GivenCertificateFieldsProps) {
  const { t } = useTranslation('broker')
  const pem = {
    description: t('builtIn.pemHint'),
    chooseLabel: t('builtIn.chooseFile'),
    placeholder: '-----BEGIN …',
  }
  return (
    <>
      <Checkbox
        label={t('builtIn.useGiven')}
        description={t('builtIn.useGivenHint')}
        checked={draft.isGiven}
        onChange={(event) => onChange({ ...draft, isGiven: event.currentTarget.checked })}
      />
      {draft.isGiven && (
        <>
          <PemField
            {...pem}
            label={t('builtIn.givenCertificate')}
            name="certificate"
            value={draft.certificate}
            onChange={(certificate) => onChange({ ...draft, certificate: certificate ?? '' })}
            error={errorAt('certificate') ?? undefined}
          />
          <PemField
            {...pem}
            label={t('builtIn.givenKey')}
            name="key"
            secret={{ isStored: false }}
            value={draft.privateKey}
            onChange={(privateKey) => onChange({ ...draft, privateKey: privateKey ?? '' })}
            error={errorAt('key') ?? undefined}
          />
          <PemField
            {...pem}
            label={t('builtIn.givenCa')}
            name="ca"
            value={draft.ca}
            onChange={(ca) => onChange({ ...draft, ca: ca ?? '' })}
            error={errorAt('ca') ?? undefined}
          />
        </>
      )}
    </>
  )
}
