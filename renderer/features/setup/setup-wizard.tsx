import { Button, Stepper } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { LoadSetupKey } from './list/setup-ca-key.tsx'
import classes from './setup.module.css'
import { AccountsStep } from './steps/accounts-step.tsx'
import { FilesStep } from './steps/files-step.tsx'
import { HandoverStep } from './steps/handover-step.tsx'
import { LimitsStep } from './steps/limits-step.tsx'
import { NamesStep } from './steps/names-step.tsx'
import { PlatformStep } from './steps/platform-step.tsx'
import { ProofStep } from './steps/proof-step.tsx'
import { SecurityStep } from './steps/security-step.tsx'
import { useWizard, type Wizard } from './use-wizard.ts'
import { STEPS, type Step } from './wizard-state.ts'

interface SetupWizardProps {
  readonly start: Parameters<typeof useWizard>[0]
  readonly at: Parameters<typeof useWizard>[1]
  readonly localHosts: readonly string[]
  /** Called when a value changed: it is not kept yet. */
  readonly onChange: () => void
  /** Asks to leave the wizard. */
  readonly onLeave: () => void
  /** Everything is kept. */
  readonly onDone: () => void
}

/** From the question where the broker will run to files that are proved and handed over. */
export function SetupWizard({ start, at, localHosts, onChange, onLeave, onDone }: SetupWizardProps) {
  const { t } = useTranslation('setup')
  const wizard = useWizard(start, at, onChange)
  const index = STEPS.indexOf(wizard.step)
  const steps = useRef<HTMLElement>(null)
  // Not all eight are in sight in a low window.
  useEffect(() => {
    if (index >= 0) steps.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <div className={classes.wizard}>
      <aside ref={steps} className={classes.side}>
        <h1 className={classes.title}>{t(start.isKept ? 'editTitle' : 'newTitle')}</h1>
        <Stepper
          orientation="vertical"
          size="xs"
          iconSize={26}
          active={index}
          onStepClick={(target) => wizard.goTo(STEPS[target] ?? wizard.step)}
          classNames={{
            step: classes.step ?? '',
            stepBody: classes.stepBody ?? '',
            stepLabel: classes.stepLabel ?? '',
          }}
        >
          {STEPS.map((step, position) => (
            <Stepper.Step
              key={step}
              label={t(`steps.${step}`)}
              allowStepSelect={position <= wizard.furthest && !wizard.isBusy}
              aria-current={step === wizard.step ? 'step' : undefined}
            />
          ))}
        </Stepper>
      </aside>
      <form
        className={classes.main}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (index < STEPS.length - 1) wizard.next()
        }}
      >
        <div id="setup-step" className={classes.content} tabIndex={-1}>
          <h2 className={classes.heading}>{t(`headings.${wizard.step}`)}</h2>
          {wizard.needsCaKey && (
            <div className={classes.needed}>
              <LoadSetupKey id={wizard.values.id} onLoaded={wizard.prepareAgain} />
            </div>
          )}
          <StepContent step={wizard.step} wizard={wizard} localHosts={localHosts} />
        </div>
        <Footer wizard={wizard} onLeave={onLeave} onDone={onDone} />
      </form>
    </div>
  )
}

function StepContent({ step, wizard, localHosts }: { step: Step; wizard: Wizard; localHosts: readonly string[] }) {
  switch (step) {
    case 'platform':
      return <PlatformStep wizard={wizard} />
    case 'security':
      return <SecurityStep wizard={wizard} />
    case 'names':
      return <NamesStep wizard={wizard} localHosts={localHosts} />
    case 'accounts':
      return <AccountsStep wizard={wizard} />
    case 'limits':
      return <LimitsStep wizard={wizard} />
    case 'files':
      return <FilesStep wizard={wizard} />
    case 'proof':
      return <ProofStep wizard={wizard} />
    case 'handover':
      return <HandoverStep wizard={wizard} />
  }
}

function Footer({
  wizard,
  onLeave,
  onDone,
}: Pick<SetupWizardProps, 'onLeave' | 'onDone'> & { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const isFirst = wizard.step === 'platform'
  const isLast = wizard.step === 'handover'
  const finish = useAction(async () => {
    await request('setup.save', { id: wizard.values.id })
    onDone()
  })
  return (
    <footer className={classes.footer}>
      <Button variant="subtle" color="gray" onClick={onLeave}>
        {t('leave')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        disabled={isFirst || wizard.isBusy}
        onClick={wizard.back}
      >
        {t('back')}
      </Button>
      {isLast ? (
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={finish.isRunning}
          onClick={() => finish.run()}
        >
          {t('finish')}
        </Button>
      ) : (
        <Button type="submit" rightSection={<IconArrowRight size={16} aria-hidden />} loading={wizard.isBusy}>
          {t('next')}
        </Button>
      )}
    </footer>
  )
}
