import { Button } from '@mantine/core'
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TestFixes } from '../check/check-fixes.tsx'
import { TestPanel } from '../check/check-panel.tsx'
import type { useProfileForm } from '../form/use-profile-form.ts'
import classes from './wizard.module.css'

interface WizardTestStepProps {
  readonly state: ReturnType<typeof useProfileForm>
  readonly onEdit: Parameters<typeof TestFixes>[0]['onEdit']
}

/** The stages live, with cause, fix and what can be done at once; then what the account may do. */
export function WizardTestStep({ state, onEdit }: WizardTestStepProps) {
  const { t } = useTranslation('connection')
  const { form, test, runTest, cancelTest } = state
  const { host, port } = form.values
  const withServerName = (name: string) => {
    form.set('serverName', name)
    runTest.run()
  }
  const withPin = () => {
    form.setAll({ ...form.getValues(), trust: 'pinned' })
    onEdit('pinnedCertificate')
  }
  return (
    <div>
      <p className={classes.lead} data-low-hidden>
        {t('wizard.testLead', { address: `${host}:${port}` })}
      </p>
      <div className={classes.testTools}>
        {runTest.isRunning ? (
          <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={cancelTest}>
            {t('form.cancelTest')}
          </Button>
        ) : (
          <Button
            variant={test?.isDone && !test.failure ? 'default' : 'filled'}
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={runTest.run}
          >
            {t(test ? 'wizard.retry' : 'form.test')}
          </Button>
        )}
      </div>
      {test && (
        <TestPanel test={test} address={`${host}:${port}`} isInline>
          <TestFixes test={test} onEdit={onEdit} onServerName={withServerName} onPin={withPin} />
        </TestPanel>
      )}
    </div>
  )
}
