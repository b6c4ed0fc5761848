import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../form/profile-form.module.css'
import type { WizardStep } from './wizard-steps.ts'

interface WizardFooterProps {
  readonly step: WizardStep
  readonly isTestFailed: boolean
  readonly isSaving: boolean
  readonly onBack: () => void
  /** Saves without connecting. */
  readonly onSave: () => void
}

/** Back and forth; the last step saves. The form's submit is the way forward. */
export function WizardFooter({ step, isTestFailed, isSaving, onBack, onSave }: WizardFooterProps) {
  const { t } = useTranslation('connection')
  return (
    <div className={classes.footer}>
      {step === 'where' ? (
        <span />
      ) : (
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
          {t('wizard.back')}
        </Button>
      )}
      {step === 'save' ? (
        <>
          <Button variant="default" loading={isSaving} onClick={onSave}>
            {t('form.save')}
          </Button>
          <Button type="submit" disabled={isSaving}>
            {t('form.saveAndConnect')}
          </Button>
        </>
      ) : (
        <Button
          type="submit"
          variant={step === 'test' && isTestFailed ? 'default' : 'filled'}
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          {t(step === 'test' && isTestFailed ? 'wizard.nextAnyway' : 'wizard.next')}
        </Button>
      )}
    </div>
  )
}
