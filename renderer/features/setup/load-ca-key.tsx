import { Button, PasswordInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../preload/contract/errors.ts'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import classes from './files.module.css'

/** Takes the authority's key back from the file in which it was saved. */
export function LoadCaKey({ id, onLoaded }: { readonly id: string; readonly onLoaded: () => void }) {
  const { t } = useTranslation('setup')
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string | null>(null)
  const load = useAction(
    async () => {
      const view = await request('setup.loadCaKey', { id, passphrase })
      if (view) onLoaded()
    },
    (failure) => {
      if (!(failure instanceof AppError) || failure.code !== 'CA_KEY_UNUSABLE') return false
      setError(t('caKey.unusable'))
      return true
    },
  )
  return (
    <section className={classes.caKey} data-urgent aria-label={t('caKey.loadTitle')}>
      <StateLine tone="warn">{t('caKey.missing')}</StateLine>
      <div className={classes.caKeyForm}>
        <PasswordInput
          label={t('caKey.passphrase')}
          name="setup-load-passphrase"
          autoComplete="off"
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value)
            setError(null)
          }}
          error={error}
          visibilityToggleButtonProps={{ 'aria-label': t('shell:secret.toggle') }}
        />
        <Button
          leftSection={<IconFileImport size={16} aria-hidden />}
          loading={load.isRunning}
          disabled={passphrase === ''}
          onClick={() => load.run()}
        >
          {t('caKey.load')}
        </Button>
      </div>
    </section>
  )
}
