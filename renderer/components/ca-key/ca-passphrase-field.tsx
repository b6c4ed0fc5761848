import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface CaPassphraseFieldProps {
  readonly name: string
  readonly value: string
  readonly description?: string
  readonly error: string | null
  readonly onChange: (value: string) => void
  /** The Enter key: it must not submit a form around the field. */
  readonly onEnter: () => void
}

/** Passphrase of the file with an authority's private key. */
export function CaPassphraseField({ name, value, description, error, onChange, onEnter }: CaPassphraseFieldProps) {
  const { t } = useTranslation('setup')
  return (
    <PasswordInput
      label={t('caKey.passphrase')}
      description={description}
      name={name}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onEnter()
      }}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('shell:secret.toggle') }}
    />
  )
}
