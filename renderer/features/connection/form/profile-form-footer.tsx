import { Button } from '@mantine/core'
import { IconPlayerStop, IconStethoscope } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './profile-form.module.css'
import type { useProfileForm } from './use-profile-form.ts'

export function ProfileFormFooter({ state }: { readonly state: ReturnType<typeof useProfileForm> }) {
  const { t } = useTranslation('connection')
  const { runTest, save, cancelTest } = state
  return (
    <div className={classes.footer}>
      {runTest.isRunning ? (
        <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={cancelTest}>
          {t('form.cancelTest')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconStethoscope size={16} aria-hidden />} onClick={runTest.run}>
          {t('form.test')}
        </Button>
      )}
      <Button variant="default" loading={save.isRunning} onClick={() => save.run(false)}>
        {t('form.save')}
      </Button>
      <Button type="submit" disabled={save.isRunning}>
        {t('form.saveAndConnect')}
      </Button>
    </div>
  )
}

export interface DiscardQuestion {
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Asks before typed input is lost. Keeping it has the focus. */
export function DiscardFooter({ onKeep, onDiscard }: DiscardQuestion) {
  const { t } = useTranslation('connection')
  const id = useId()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div className={classes.footer} role="alertdialog" aria-labelledby={id}>
      <div id={id} className={classes.ask}>
        <div className={classes.question}>{t('form.discardTitle')}</div>
        {t('form.discardText')}
      </div>
      <Button ref={keep} variant="default" onClick={onKeep}>
        {t('form.keepEditing')}
      </Button>
      <Button color="red" onClick={onDiscard}>
        {t('form.discard')}
      </Button>
    </div>
  )
}
