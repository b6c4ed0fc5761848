import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../preload/contract/errors.ts'
import { useAction } from '../../lib/use-action.ts'
import { StateLine } from '../state-line.tsx'
import classes from './ca-key.module.css'
import { CaPassphraseField } from './ca-passphrase-field.tsx'

interface LoadCaKeyProps {
  /** Task that needs the key. */
  readonly text: string
  /** False when the operator cancelled the dialog. */
  readonly onLoad: (passphrase: string) => Promise<boolean>
  readonly onLoaded: () => void
  /** Other ways out. */
  readonly children?: ReactNode
}

/** Takes an authority's private key back from the file in which it was saved. */
export function LoadCaKey({ text, onLoad, onLoaded, children }: LoadCaKeyProps) {
  const { t } = useTranslation('setup')
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string | null>(null)
  const load = useAction(
    async () => {
      if (passphrase !== '' && (await onLoad(passphrase))) onLoaded()
    },
    (failure) => {
      if (!(failure instanceof AppError) || failure.code !== 'CA_KEY_UNUSABLE') return false
      setError(t('caKey.unusable'))
      return true
    },
  )
  return (
    <section className={classes.caKey} data-urgent aria-label={t('caKey.loadTitle')}>
      <StateLine tone="warn">{text}</StateLine>
      <div className={classes.form}>
        <CaPassphraseField
          name="ca-load-passphrase"
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value)
            setError(null)
          }}
          onEnter={load.run}
          error={error}
        />
        <Button
          leftSection={<IconFileImport size={16} aria-hidden />}
          loading={load.isRunning}
          disabled={passphrase === ''}
          onClick={load.run}
        >
          {t('caKey.load')}
        </Button>
        {children}
      </div>
    </section>
  )
}
