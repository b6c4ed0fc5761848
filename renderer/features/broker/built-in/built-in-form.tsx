import { Button, Input, NativeSelect, NumberInput, SegmentedControl, Switch } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import {
  type BrokerSnapshot,
  BUILT_IN_MODES,
  type BuiltInMode,
  type BuiltInView,
} from '../../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { ToldError } from '../../../components/told-error.tsx'
import { request } from '../../../lib/api.ts'
import { errorSentence } from '../../../lib/errors/error-sentence.ts'
import { errorText } from '../../../lib/errors/show-error.tsx'
import { newPassword } from '../../../lib/new-password.ts'
import { useAction } from '../../../lib/use-action.ts'
import { type Form, useForm } from '../../../lib/use-form.ts'
import classes from '../broker.module.css'
import { BuiltInAccounts } from './built-in-accounts.tsx'
import { useBlockedByCaKey } from './built-in-ca-key.tsx'
import { BuiltInCertificate } from './built-in-certificate.tsx'
import {
  type BuiltInDraft,
  builtInInput,
  draftOf,
  isLoopback,
  unnamedAccount,
  usesOwnCa,
  withMode,
} from './built-in-draft.ts'

interface BuiltInFormProps {
  readonly snapshot: BrokerSnapshot
  /** Takes over what main says while the form stays open. */
  readonly onView: (view: BuiltInView) => void
  readonly onSaved: (view: BuiltInView) => void
  readonly onCancel: () => void
}

/** Mode, address, accounts and certificate of the built-in broker; saved, started and, the first time, connected to. */
export function BuiltInForm({ snapshot, onView, onSaved, onCancel }: BuiltInFormProps) {
  const { t } = useTranslation('broker')
  const { builtIn } = snapshot
  const isCaKeyUnsafe = useBlockedByCaKey(builtIn)
  const [problem, setProblem] = useState<AppError | null>(null)
  const form = useForm(
    () => draftOf(builtIn, newPassword),
    () => setProblem(null),
  )
  const draft = form.values
  const save = useAction(
    async () => {
      const input = builtInInput(draft)
      if (input === null) throw new AppError('INVALID_INPUT', { field: 'port' })
      const unnamed = unnamedAccount(draft)
      if (unnamed !== null) throw new AppError('BUILT_IN_ACCOUNT', { reason: 'account-unnamed', account: unnamed.name })
      const view = await request('builtIn.save', input)
      if (builtIn.choice === null && view.state === 'running' && view.profileId !== null) {
        await request('connection.connect', { profileId: view.profileId })
      }
      onSaved(view)
    },
    (failure) => {
      if (!(failure instanceof AppError) || failure.code === 'INTERNAL') return false
      setProblem(failure)
      return true
    },
  )
  const isBlocked = isCaKeyUnsafe && usesOwnCa(draft)
  const errorAt = (field: string) => errorOf(problem, field)
  const accountError = (name: string) =>
    problem?.code === 'BUILT_IN_ACCOUNT' && problem.data.account === name
      ? `${errorText(problem).title}: ${t(`errors:reasons.${String(problem.data.reason)}`)}`
      : null
  return (
    <form
      className={classes.stack}
      aria-label={t('builtIn.setUp')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.run()
      }}
    >
      <ModeField value={draft.mode} onChange={(mode) => form.setAll(withMode(draft, mode))} />
      <AddressFields form={form} snapshot={snapshot} problem={problem} />
      {draft.mode === 'password' && !isLoopback(draft.host) && (
        <StateLine tone="warn">{t('builtIn.clearText')}</StateLine>
      )}
      {draft.mode !== 'anonymous' && <BuiltInAccounts draft={draft} onChange={form.setAll} errorOf={accountError} />}
      {(draft.mode === 'tls' || draft.mode === 'mtls') && (
        <BuiltInCertificate
          draft={draft}
          view={builtIn}
          computerName={snapshot.computerName}
          onChange={form.setAll}
          onView={onView}
          errorAt={errorAt}
        />
      )}
      <Switch label={t('builtIn.withApp')} description={t('builtIn.withAppHint')} {...form.checkbox('startsWithApp')} />
      <div aria-live="polite">
        {problem && (
          <StateLine tone="bad">
            <ToldError failure={problem} />
          </StateLine>
        )}
        {isBlocked && <StateLine tone="warn">{t('builtIn.caKey.blocked')}</StateLine>}
      </div>
      <div className={classes.row}>
        <Button type="submit" loading={save.isRunning} disabled={isBlocked}>
          {t(builtIn.choice === null ? 'builtIn.saveFirst' : 'builtIn.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  )
}

function ModeField({
  value,
  onChange,
}: {
  readonly value: BuiltInMode
  readonly onChange: (mode: BuiltInMode) => void
}) {
  const { t } = useTranslation('broker')
  const id = useId()
  return (
    <div>
      <Input.Label id={id} labelElement="div" mb={4}>
        {t('builtIn.mode')}
      </Input.Label>
      <SegmentedControl<BuiltInMode>
        fullWidth
        aria-labelledby={id}
        value={value}
        onChange={onChange}
        data={BUILT_IN_MODES.map((mode) => ({ value: mode, label: t(`builtIn.modes.${mode}.name`) }))}
      />
      <p className={classes.text}>{t(`builtIn.modes.${value}.text`)}</p>
    </div>
  )
}

interface AddressFieldsProps {
  readonly form: Form<BuiltInDraft>
  readonly snapshot: BrokerSnapshot
  readonly problem: AppError | null
}

/** Chooses the address that the broker listens on: this computer alone, one of its addresses, or all. */
function AddressFields({ form, snapshot, problem }: AddressFieldsProps) {
  const { t } = useTranslation('broker')
  const { mode, host } = form.values
  const isAnonymous = mode === 'anonymous'
  return (
    <div className={classes.columns}>
      <NativeSelect
        label={t('builtIn.host')}
        description={t('builtIn.hostHint')}
        {...form.field('host')}
        error={errorOf(problem, 'host')}
        data={[
          { value: '127.0.0.1', label: t('builtIn.hosts.loopback') },
          ...(isAnonymous ? [] : [{ value: '0.0.0.0', label: t('builtIn.hosts.all') }]),
          ...snapshot.localAddresses
            .filter(({ isLoopback: isOwn }) => !isOwn && !isAnonymous)
            .map(({ address, interfaceName }) => ({ value: address, label: `${address} (${interfaceName})` })),
          ...(isOffered(host, snapshot) ? [] : [{ value: host, label: host }]),
        ]}
      />
      <NumberInput
        label={t('builtIn.port')}
        description={t('builtIn.portHint')}
        min={1}
        max={65_535}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        {...form.field('port')}
        error={problem?.data.field === 'port' ? t('builtIn.portInvalid') : null}
      />
    </div>
  )
}

/** Returns main's words about one field. */
function errorOf(problem: AppError | null, field: string): string | null {
  return problem?.data.field === field ? errorSentence(problem) : null
}

/** An address that this computer no longer has stays choosable, so that it is seen. */
function isOffered(host: string, { localAddresses }: BrokerSnapshot): boolean {
  return host === '127.0.0.1' || host === '0.0.0.0' || localAddresses.some(({ address }) => address === host)
}
