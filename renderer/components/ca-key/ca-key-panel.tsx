import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CA_PASSPHRASE } from '../../../preload/contract/models/broker/ca-key.ts'
import { useAction } from '../../lib/use-action.ts'
import { StateLine } from '../state-line.tsx'
import classes from './ca-key.module.css'
import { CaPassphraseField } from './ca-passphrase-field.tsx'

interface CaKeyPanelProps {
  /** The key would be lost with this run: the panel stands open and asks for it. */
  readonly isUrgent: boolean
  /** Place of the key, and its consequence. */
  readonly text: string
  /** Null when the operator cancelled the dialog. */
  readonly onSave: (passphrase: string) => Promise<{ readonly path: string } | null>
  readonly onSaved: () => void
}

/** Saves an authority's private key under a passphrase: on purpose, or because it would be lost with this run. */
export function CaKeyPanel({ isUrgent, text, onSave, onSaved }: CaKeyPanelProps) {
  const { t } = useTranslation('setup')
  const [isOpen, open] = useDisclosure(isUrgent)
  const [passphrase, setPassphrase] = useState('')
  const [savedIn, setSavedIn] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const save = useAction(async () => {
    if ([...passphrase].length < CA_PASSPHRASE.min) return setError(t('caKey.short', { count: CA_PASSPHRASE.min }))
    const saved = await onSave(passphrase)
    if (saved === null) return
    setPassphrase('')
    setSavedIn(saved.path)
    open.close()
    onSaved()
  })
  return (
    <section className={classes.caKey} aria-label={t('caKey.title')} data-urgent={isUrgent || undefined}>
      <div className={classes.head}>
        <StateLine tone={isUrgent ? 'warn' : 'ok'}>{text}</StateLine>
        {!isUrgent && (
          <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={open.toggle}>
            {t('caKey.export')}
          </Button>
        )}
      </div>
      <Collapse expanded={isOpen}>
        <div className={classes.form}>
          <CaPassphraseField
            name="ca-passphrase"
            description={t('caKey.hint', { count: CA_PASSPHRASE.min })}
            value={passphrase}
            onChange={(value) => {
              setPassphrase(value)
              setError(null)
            }}
            onEnter={save.run}
            error={error}
          />
          <Button leftSection={<IconDeviceFloppy size={16} aria-hidden />} loading={save.isRunning} onClick={save.run}>
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
