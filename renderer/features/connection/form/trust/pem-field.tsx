import { Button, FileButton, Input, Textarea } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SecretDraft, StoredSecretButton, secretPlaceholder } from '../../../../components/secret-field.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import { useRequest } from '../../../../lib/use-request.ts'
import classes from '../profile-form.module.css'
import { CertificateCards } from './certificate-cards.tsx'

const CERTIFICATE_START = '-----BEGIN CERTIFICATE-----'

interface PemFieldProps {
  readonly label: string
  readonly description: string
  /** Words of the button that reads a file. */
  readonly chooseLabel: string
  readonly name: string
  readonly value: SecretDraft
  readonly onChange: (value: SecretDraft) => void
  readonly error: string | undefined
  readonly placeholder: string
  /** Given for a secret: its text is masked, and `isStored` tells whether main holds one. */
  readonly secret?: { readonly isStored: boolean }
}

/** A PEM text: pasted, or read from a file in the page. A certificate is shown by what it says, its text on demand. */
export function PemField(props: PemFieldProps) {
  const { label, value, onChange, secret } = props
  const { t } = useTranslation('connection')
  const [isTextShown, setIsTextShown] = useState(false)
  const read = useAction(async (file: File | null) => {
    if (file) onChange(await file.text())
  })
  const found = useCertificates(secret === undefined ? value : null)
  const secretHint = secret ? secretPlaceholder(t, value, secret.isStored) : ''
  const input = [classes.mono, secret ? classes.masked : ''].join(' ')
  const isText = found === null || isTextShown
  return (
    <div>
      {!isText && (
        <Input.Label labelElement="div" mb={4}>
          {label}
        </Input.Label>
      )}
      {found !== null && (
        <CertificateCards
          label={label}
          {...found}
          isTextShown={isTextShown}
          onShowText={setIsTextShown}
          onRemove={() => onChange('')}
        />
      )}
      {isText && (
        <Textarea
          label={label}
          description={props.description}
          name={props.name}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={props.error}
          placeholder={secretHint || props.placeholder}
          autosize
          minRows={2}
          maxRows={6}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input }}
        />
      )}
      {!isText && props.error !== undefined && <Input.Error mt={5}>{props.error}</Input.Error>}
      <div className={classes.pemTools}>
        <FileButton onChange={read.run} accept=".pem,.crt,.cer,.key,.txt">
          {(button) => (
            <Button
              {...button}
              size="xs"
              variant="default"
              name={isText ? undefined : props.name}
              loading={read.isRunning}
              leftSection={<IconFileImport size={15} aria-hidden />}
            >
              {props.chooseLabel}
            </Button>
          )}
        </FileButton>
        {secret?.isStored && <StoredSecretButton label={label} value={value} onChange={onChange} size={30} />}
      </div>
    </div>
  )
}

/** The certificates of a text; null where there are none, or it is no certificate. */
function useCertificates(pem: SecretDraft) {
  const asked = pem?.includes(CERTIFICATE_START) ? { pem } : null
  const { value } = useRequest('profiles.certificates', asked, { onError: () => undefined })
  return value === null || value.cards.length === 0 ? null : value
}
