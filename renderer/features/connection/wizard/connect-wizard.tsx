import { Stack, Stepper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PortScan } from '../check/port-scan.tsx'
import { AddressFields } from '../form/address/address-fields.tsx'
import { AlpnField } from '../form/address/alpn-field.tsx'
import { OtherAddressesField } from '../form/address/other-addresses-field.tsx'
import { ProxyField } from '../form/address/proxy-field.tsx'
import { SecurityField } from '../form/address/security-field.tsx'
import { ServerNameField } from '../form/address/server-name-field.tsx'
import { TransportFields } from '../form/address/transport-fields.tsx'
import { LoginFields } from '../form/login-fields.tsx'
import { withChoice } from '../form/profile-draft.ts'
import { type DraftField, draftErrors } from '../form/profile-errors.ts'
import { DiscardFooter, type DiscardQuestion } from '../form/profile-form-footer.tsx'
import { CertificateFields } from '../form/trust/certificate-fields.tsx'
import { focusFirst, type ProfileFormFields, type StoredSecrets, useProfileForm } from '../form/use-profile-form.ts'
import { ImportButton } from '../import/import-button.tsx'
import classes from './wizard.module.css'
import { WizardFooter } from './wizard-footer.tsx'
import { WizardSaveStep } from './wizard-save-step.tsx'
import { STEP_FIELDS, stepOf, WIZARD_STEPS, type WizardStep } from './wizard-steps.ts'
import { WizardTestStep } from './wizard-test-step.tsx'

interface ConnectWizardProps {
  readonly onDirtyChange: (isDirty: boolean) => void
  readonly onSaved: () => void
  /** Set while the operator is asked whether to throw the input away. */
  readonly discard: DiscardQuestion | null
}

/** A new connection in steps: where, security, test, save. All input stays while going back and forth. */
export function ConnectWizard({ onDirtyChange, onSaved, discard }: ConnectWizardProps) {
  const { t } = useTranslation('connection')
  const state = useProfileForm({ profile: null, onDirtyChange, onSaved })
  const { form, stored, test, runTest } = state
  const [step, setStep] = useState<WizardStep>('where')
  const index = WIZARD_STEPS.indexOf(step)

  const show = (next: WizardStep) => {
    setStep(next)
    if (next === 'test' && test === null) runTest.run()
  }
  /** Every step on the way has to be filled in; the first that is not is shown. */
  const goTo = (next: WizardStep) => {
    const errors = draftErrors(form.getValues(), stored)
    const before = WIZARD_STEPS.slice(0, WIZARD_STEPS.indexOf(next))
    const stuck = before.find((name) => STEP_FIELDS[name].some((field) => errors[field]))
    show(stuck ?? next)
    if (stuck) state.check(STEP_FIELDS[stuck])
  }
  const edit = (field: DraftField) => {
    setStep(stepOf(field))
    focusFirst([field])
  }
  return (
    <form
      className={classes.wizard}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const next = WIZARD_STEPS[index + 1]
        if (next) goTo(next)
        else state.save.run(true)
      }}
    >
      <Stepper
        active={index}
        onStepClick={(clicked) => goTo(WIZARD_STEPS[clicked] ?? 'where')}
        size="xs"
        iconSize={26}
        className={classes.stepper ?? ''}
      >
        {WIZARD_STEPS.map((name) => (
          <Stepper.Step key={name} label={t(`wizard.steps.${name}`)} />
        ))}
      </Stepper>
      <div className={classes.step}>
        <h3 className={classes.heading}>{t(`wizard.headings.${step}`)}</h3>
        {step === 'where' && <WhereStep form={form} onImported={onSaved} />}
        {step === 'security' && <SecurityStep form={form} stored={stored} />}
        {step === 'test' && <WizardTestStep state={state} onEdit={edit} />}
        {step === 'save' && <WizardSaveStep state={state} />}
      </div>
      {discard ? (
        <DiscardFooter {...discard} />
      ) : (
        <WizardFooter
          step={step}
          isTestFailed={test?.failure !== null && test?.failure !== undefined}
          isSaving={state.save.isRunning}
          onBack={() => show(WIZARD_STEPS[index - 1] ?? 'where')}
          onSave={() => state.save.run(false)}
        />
      )}
    </form>
  )
}

function WhereStep({ form, onImported }: { readonly form: ProfileFormFields; readonly onImported: () => void }) {
  return (
    <Stack gap="md">
      <AddressFields form={form} hasAutofocus />
      <OtherAddressesField form={form} />
      <PortScan form={form} />
      <TransportFields form={form} />
      <ProxyField form={form} />
      <ImportButton variant="hint" onImported={onImported} />
    </Stack>
  )
}

function SecurityStep({ form, stored }: { readonly form: ProfileFormFields; readonly stored: StoredSecrets }) {
  return (
    <Stack gap="md">
      <SecurityField
        value={form.values.security}
        onChange={(security) => form.setAll(withChoice(form.getValues(), { security }))}
      />
      <LoginFields form={form} stored={stored} />
      <CertificateFields form={form} stored={stored} />
      <ServerNameField form={form} />
      <AlpnField form={form} />
    </Stack>
  )
}
