import { Button } from '@mantine/core'
import { IconPlus, IconServerCog } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetupPrepared, SetupView } from '../../../../preload/contract/models/broker/setup.ts'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { EmptyNotice } from '../../../components/empty-notice.tsx'
import { Page } from '../../../components/page.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './setup-list.module.css'
import { SetupRow } from './setup-row.tsx'

interface SetupListProps {
  readonly kept: readonly SetupView[]
  readonly onNew: () => void
  readonly onOpen: (view: SetupView) => void
  readonly onRenewed: (view: SetupView, review: NonNullable<SetupPrepared['review']>) => void
  readonly onAdded: (
    view: SetupView,
    devices: readonly string[],
    site: string | null,
    review: NonNullable<SetupPrepared['review']>,
  ) => void
  readonly onTakenOut: (view: SetupView, device: string, prepared: SetupPrepared) => void
}

/** The set-ups that are kept: to open again, extend by a device, rid of one, renew, or forget. */
export function SetupList({ kept, onNew, onOpen, onRenewed, onAdded, onTakenOut }: SetupListProps) {
  const { t } = useTranslation('setup')
  const [removed, setRemoved] = useState<SetupView | null>(null)
  const remove = useAction(async (id: string) => {
    await request('setup.remove', { id })
    setRemoved(null)
  })
  return (
    <Page
      title={t('list.title')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
          {t('newTitle')}
        </Button>
      }
    >
      {kept.length === 0 ? (
        <EmptyNotice
          icon={<IconServerCog size={28} stroke={1.5} aria-hidden />}
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
        />
      ) : (
        <ul className={classes.list}>
          {kept.map((view) => (
            <SetupRow
              key={view.id}
              view={view}
              onOpen={() => onOpen(view)}
              onRenewed={(review) => onRenewed(view, review)}
              onAdded={(devices, site, review) => onAdded(view, devices, site, review)}
              onTakenOut={(device, prepared) => onTakenOut(view, device, prepared)}
              onRemove={() => setRemoved(view)}
            />
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={removed !== null}
        title={t('list.removeTitle', { name: removed?.plan.name ?? '' })}
        text={t('list.removeText')}
        confirmLabel={t('list.remove')}
        isBusy={remove.isRunning}
        onConfirm={() => removed && remove.run(removed.id)}
        onCancel={() => setRemoved(null)}
      />
    </Page>
  )
}
