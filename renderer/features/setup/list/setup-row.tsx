import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { SetupPrepared, SetupView } from '../../../../preload/contract/models/broker/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { AddDevices } from './add-devices.tsx'
import { LoadSetupKey } from './setup-ca-key.tsx'
import classes from './setup-list.module.css'
import { TakeOutDevice } from './take-out-device.tsx'

const DAY_MS = 24 * 60 * 60_000
const RENEW_BEFORE_DAYS = 60

interface SetupRowProps {
  readonly view: SetupView
  readonly onOpen: () => void
  readonly onRenewed: (review: NonNullable<SetupPrepared['review']>) => void
  readonly onAdded: (
    devices: readonly string[],
    site: string | null,
    review: NonNullable<SetupPrepared['review']>,
  ) => void
  /** Without files to place, the built-in broker refuses it already. */
  readonly onTakenOut: (device: string, prepared: SetupPrepared) => void
  readonly onRemove: () => void
}

export function SetupRow({ view, onOpen, onRenewed, onAdded, onTakenOut, onRemove }: SetupRowProps) {
  const { t } = useTranslation('setup')
  const { plan, certificatesEndAt } = view
  const [needsKey, setNeedsKey] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const [isTakingOut, setIsTakingOut] = useState(false)
  const [takenOut, setTakenOut] = useState<string | null>(null)
  const renew = useAction(
    async () => {
      const prepared = await request('setup.renew', { id: view.id })
      if (prepared.review) onRenewed(prepared.review)
    },
    (error) => {
      if (!(error instanceof AppError) || error.code !== 'CA_KEY_MISSING') return false
      setNeedsKey(true)
      return true
    },
  )
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <div className={classes.what}>
          <div className={classes.rowName}>{plan.name}</div>
          <div className={classes.facts}>
            {[
              plan.platform === 'cluster'
                ? t(`cluster.${plan.cluster ?? 'nats'}.title`)
                : t(`platform.${plan.platform}.title`),
              t(`security.${plan.mode}.title`),
              `${plan.hosts[0] ?? ''}:${plan.port}`,
              t('list.devices', { count: plan.devices.length }),
            ].join(' · ')}
          </div>
          <CertificateEnd endsAt={certificatesEndAt} />
          {view.savedIn !== null && <SavedPlace id={view.id} path={view.savedIn} />}
        </div>
        <RowButtons
          plan={plan}
          isRenewing={certificatesEndAt === null ? null : renew.isRunning}
          onAdd={() => setIsAdding(true)}
          onOpen={onOpen}
          onRenew={() => renew.run()}
          onTakeOut={() => setIsTakingOut(true)}
          onRemove={onRemove}
        />
      </div>
      <div role="status">
        {takenOut !== null && <StateLine tone="ok">{t('takeOut.done', { device: takenOut })}</StateLine>}
      </div>
      {isAdding && <AddDevices view={view} onAdded={onAdded} onCancel={() => setIsAdding(false)} />}
      <TakeOutDevice
        view={view}
        isOpen={isTakingOut}
        onCancel={() => setIsTakingOut(false)}
        onTakenOut={(device, prepared) => {
          setIsTakingOut(false)
          if (plan.platform === 'builtin' && prepared.review !== null) setTakenOut(device)
          else onTakenOut(device, prepared)
        }}
      />
      {needsKey && (
        <LoadSetupKey
          id={view.id}
          onLoaded={() => {
            setNeedsKey(false)
            renew.run()
          }}
        />
      )}
    </li>
  )
}

interface RowButtonsProps {
  readonly plan: SetupView['plan']
  /** Null where nothing ends and is renewed. */
  readonly isRenewing: boolean | null
  readonly onAdd: () => void
  readonly onOpen: () => void
  readonly onRenew: () => void
  readonly onTakeOut: () => void
  readonly onRemove: () => void
}

function RowButtons({ plan, isRenewing, onAdd, onOpen, onRenew, onTakeOut, onRemove }: RowButtonsProps) {
  const { t } = useTranslation('setup')
  const removeLabel = t('list.removeOne', { name: plan.name })
  return (
    <>
      <Button size="xs" variant="light" onClick={onAdd}>
        {t('addDevices.open')}
      </Button>
      <Button size="xs" variant="default" onClick={onOpen}>
        {t('list.open')}
      </Button>
      {isRenewing !== null && (
        <Button size="xs" variant="default" loading={isRenewing} onClick={onRenew}>
          {t('list.renew')}
        </Button>
      )}
      {plan.devices.length > 0 && plan.mode !== 'anonymous' && (
        <Button size="xs" variant="default" onClick={onTakeOut}>
          {t('takeOut.open')}
        </Button>
      )}
      <Tooltip label={removeLabel}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={removeLabel} onClick={onRemove}>
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function SavedPlace({ id, path }: { readonly id: string; readonly path: string }) {
  const { t } = useTranslation('setup')
  const open = useAction(() => request('setup.openFolder', { id }))
  return (
    <div className={classes.facts}>
      {t('list.savedIn', { path })}{' '}
      <Button size="compact-xs" variant="subtle" loading={open.isRunning} onClick={() => open.run()}>
        {t('list.openFolder')}
      </Button>
    </div>
  )
}

function CertificateEnd({ endsAt }: { readonly endsAt: number | null }) {
  const { t } = useTranslation('setup')
  const format = useFormat()
  if (endsAt === null) return null
  const daysLeft = Math.floor((endsAt - Date.now()) / DAY_MS)
  const date = format.dateTime(endsAt)
  if (daysLeft < 0) return <StateLine tone="bad">{t('list.expired', { date })}</StateLine>
  if (daysLeft < RENEW_BEFORE_DAYS)
    return <StateLine tone="warn">{t('list.endsSoon', { date, count: daysLeft })}</StateLine>
  return <div className={classes.facts}>{t('list.endsAt', { date })}</div>
}
