import { Button, Collapse, PasswordInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaKeyPlace } from '../../../preload/contract/models/setup.ts'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import classes from './files.module.css'

const MIN_PASSPHRASE = 12

interface CaKeyPanelProps {
  readonly id: string
  readonly place: Extract<CaKeyPlace, 'memory' | 'stored' | 'exported'>
  readonly onSaved: () => void
}

/** Saves the authority's private key under a passphrase: on purpose, or because it would be lost with this run. */
export function CaKeyPanel({ id, place, onSaved }: CaKeyPanelProps) {
  const { t } = useTranslation('setup')
  const [isOpen, open] = useDisclosure(place === 'memory')
  const [passphrase, setPassphrase] = useState('')
  const [savedIn, setSavedIn] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const save = useAction(async () => {
    if ([...passphrase].length < MIN_PASSPHRASE) return setError(t('caKey.short', { count: MIN_PASSPHRASE }))
    const saved = await request('setup.saveCaKey', { id, passphrase })
    if (saved === null) return
    setPassphrase('')
    setSavedIn(saved.path)
    open.close()
    onSaved()
  })
  return (
    <section className={classes.caKey} aria-label={t('caKey.title')} data-urgent={place === 'memory' || undefined}>
      <div className={classes.caKeyHead}>
        <StateLine tone={place === 'memory' ? 'warn' : 'ok'}>{t(`caKey.${place}`)}</StateLine>
        {place !== 'memory' && (
          <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={open.toggle}>
            {t('caKey.export')}
          </Button>
        )}
      </div>
      <Collapse expanded={isOpen}>
        <div className={classes.caKeyForm}>
          <PasswordInput
            label={t('caKey.passphrase')}
            description={t('caKey.hint', { count: MIN_PASSPHRASE })}
            name="setup-passphrase"
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
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            loading={save.isRunning}
            onClick={() => save.run()}
          >
            {t('caKey.save')}
          </Button>
        </div>
      </Collapse>
      <div role="status">
        {savedIn !== null && <StateLine tone="ok">{t('files.saved', { path: savedIn })}</StateLine>}
      </div>
    </section>
  )
}
