import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type SecretDraft, StoredSecretButton, secretPlaceholder } from '../../../components/secret-field.tsx'
import { useAction } from '../../../lib/use-action.ts'
import classes from './profile-form.module.css'

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

/** A PEM text: pasted, or read from a file in the page. */
export function PemField(props: PemFieldProps) {
  const { label, value, onChange, secret } = props
  const { t } = useTranslation('connection')
  const read = useAction(async (file: File | null) => {
    if (file) onChange(await file.text())
  })
  const secretHint = secret ? secretPlaceholder(t, value, secret.isStored) : ''
  const input = [classes.mono, secret ? classes.masked : ''].join(' ')
  return (
    <div>
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
      <div className={classes.pemTools}>
        <FileButton onChange={read.run} accept=".pem,.crt,.cer,.key,.txt">
          {(button) => (
            <Button
              {...button}
              size="xs"
              variant="default"
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
