import { Button } from '@mantine/core'
import {
  IconCertificate,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlugConnected,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltInChoice, BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { Facts } from '../../../components/facts.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { ToldError } from '../../../components/told-error.tsx'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useConnectionActions } from '../../connection/use-connection-actions.ts'
import classes from '../broker.module.css'
import { BuiltInCaKey, useBlockedByCaKey } from './built-in-ca-key.tsx'
import { DeviceCertificates } from './device-certificates.tsx'

interface BuiltInStatusProps {
  readonly view: BuiltInView
  readonly choice: BuiltInChoice
  readonly onBuiltIn: (view: BuiltInView) => void
  readonly onEdit: () => void
}

const TONES = { none: 'quiet', stopped: 'quiet', starting: 'info', running: 'ok', failed: 'bad' } as const

/** Shows the state of the built-in broker and what can be done about it. */
export function BuiltInStatus({ view, choice, onBuiltIn, onEdit }: BuiltInStatusProps) {
  const { t } = useTranslation('broker')
  const [isRemoving, setIsRemoving] = useState(false)
  const start = useAction(async () => onBuiltIn(await request('builtIn.start', {})))
  const remove = useAction(async () => {
    onBuiltIn(await request('builtIn.remove', {}))
    setIsRemoving(false)
  })
  const isRunning = view.state === 'running'
  const isOwn = view.certificate === 'own'
  const isBlocked = useBlockedByCaKey(view) && isOwn && !isRunning
  const caKey = isOwn ? <BuiltInCaKey view={view} onView={onBuiltIn} onReady={isRunning ? null : start.run} /> : null
  const section = useRef<HTMLElement>(null)
  // After the long form, which was left at its end.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section ref={section} className={`${classes.panel} ${classes.stack}`} aria-label={t('tabs.builtIn')}>
      <div className={classes.between}>
        <StateLine tone={TONES[view.state]}>
          {t(`builtIn.states.${view.state}`)} {view.since !== null && <RelativeTime at={view.since} />}
        </StateLine>
        <div className={classes.row}>
          <RunButton view={view} start={start} isBlocked={isBlocked} onBuiltIn={onBuiltIn} />
          <ConnectButton view={view} />
          <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
            {t('builtIn.edit')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => setIsRemoving(true)}
          >
            {t('builtIn.remove')}
          </Button>
        </div>
      </div>
      <BuiltInProblem view={view} choice={choice} onBuiltIn={onBuiltIn} />
      {isBlocked && caKey}
      <Facts
        facts={[
          [t('builtIn.mode'), t(`builtIn.modes.${choice.mode}.name`)],
          [t('builtIn.reachable'), <span className={classes.mono}>{view.addresses.join('  ')}</span>],
          ...(view.uncertified.length > 0
            ? [
                [
                  t('builtIn.uncertified'),
                  t('builtIn.uncertifiedText', { addresses: view.uncertified.join('  ') }),
                ] as const,
              ]
            : []),
          [t('builtIn.accounts'), view.accounts.map(({ name }) => name).join(', ') || t('builtIn.anonymous')],
          [t('builtIn.withApp'), t(choice.startsWithApp ? 'builtIn.yes' : 'builtIn.no')],
        ]}
      />
      {!isBlocked && caKey}
      {view.certificate !== null && <CertificateButtons view={view} isBlocked={isBlocked} onBuiltIn={onBuiltIn} />}
      {choice.mode === 'mtls' && view.certificate === 'own' && <DeviceCertificates accounts={view.accounts} />}
      <p className={classes.text}>{t('builtIn.limits')}</p>
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('builtIn.removeTitle')}
        text={t('builtIn.removeText')}
        confirmLabel={t('builtIn.remove')}
        isBusy={remove.isRunning}
        onConfirm={remove.run}
        onCancel={() => setIsRemoving(false)}
      />
    </section>
  )
}

interface RunButtonProps extends Pick<BuiltInStatusProps, 'view' | 'onBuiltIn'> {
  readonly start: { readonly run: () => void; readonly isRunning: boolean }
  readonly isBlocked: boolean
}

/** Starts the broker, or stops it while it runs. */
function RunButton({ view, start, isBlocked, onBuiltIn }: RunButtonProps) {
  const { t } = useTranslation('broker')
  const stop = useAction(async () => onBuiltIn(await request('builtIn.stop', {})))
  if (view.state === 'running') {
    return (
      <Button
        size="xs"
        variant="default"
        loading={stop.isRunning}
        leftSection={<IconPlayerStop size={15} aria-hidden />}
        onClick={stop.run}
      >
        {t('builtIn.stop')}
      </Button>
    )
  }
  return (
    <Button
      size="xs"
      loading={start.isRunning || view.state === 'starting'}
      disabled={isBlocked}
      leftSection={<IconPlayerPlay size={15} aria-hidden />}
      onClick={start.run}
    >
      {t('builtIn.start')}
    </Button>
  )
}

function ConnectButton({ view }: { readonly view: BuiltInView }) {
  const { t } = useTranslation('broker')
  const { connect } = useConnectionActions()
  const isActive = useAppState(
    ({ connection }) => connection.profileId === view.profileId && connection.state !== 'disconnected',
  )
  const { profileId } = view
  if (view.state !== 'running' || profileId === null || isActive) return null
  return (
    <Button
      size="xs"
      loading={connect.isRunning}
      leftSection={<IconPlugConnected size={15} aria-hidden />}
      onClick={() => connect.run(profileId)}
    >
      {t('builtIn.connect')}
    </Button>
  )
}

/** Tells why it does not run, with the fix; a free port is one click. */
function BuiltInProblem({ view, choice, onBuiltIn }: Omit<BuiltInStatusProps, 'onEdit'>) {
  const { t } = useTranslation('broker')
  const move = useAction(async (port: number) =>
    onBuiltIn(
      await request('builtIn.save', {
        choice: { ...choice, names: [...choice.names], port },
        accounts: [...view.accounts],
        given: view.certificate === 'given' ? 'keep' : null,
      }),
    ),
  )
  // The panel of the CA's key says what is wrong with it, and mends it.
  if (view.failure === null || view.failure.code.startsWith('CA_KEY_')) return null
  const { freePort } = view.failure.data
  return (
    <div className={classes.between}>
      <StateLine tone="bad">
        <ToldError failure={view.failure} />
      </StateLine>
      {typeof freePort === 'number' && (
        <Button size="xs" variant="default" loading={move.isRunning} onClick={() => move.run(freePort)}>
          {t('builtIn.usePort', { port: freePort })}
        </Button>
      )}
    </div>
  )
}

function CertificateButtons({
  view,
  isBlocked,
  onBuiltIn,
}: Pick<BuiltInStatusProps, 'view' | 'onBuiltIn'> & { readonly isBlocked: boolean }) {
  const { t } = useTranslation('broker')
  const save = useAction(async () => {
    const saved = await request('builtIn.saveCa', {})
    if (saved !== null) showDone(t('builtIn.savedCa', { path: saved.path }))
  })
  const renew = useAction(async () => onBuiltIn(await request('builtIn.renew', {})))
  return (
    <div className={classes.between}>
      <p className={classes.text}>{t(`builtIn.certificates.${view.certificate ?? 'own'}`)}</p>
      <div className={classes.row}>
        <Button
          size="xs"
          variant="default"
          loading={save.isRunning}
          leftSection={<IconCertificate size={15} aria-hidden />}
          onClick={save.run}
        >
          {t('builtIn.saveCa')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={renew.isRunning}
          disabled={isBlocked}
          leftSection={<IconRefresh size={15} aria-hidden />}
          onClick={renew.run}
        >
          {t('builtIn.renew')}
        </Button>
      </div>
    </div>
  )
}
