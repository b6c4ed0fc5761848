import { Button, Group } from '@mantine/core'
import { IconPlus, IconServer2, IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../preload/contract/models/broker/connection.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { Page } from '../../components/page.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import { BrokerLogDialog } from '../broker-log/broker-log-dialog.tsx'
import classes from './connections-view.module.css'
import { ExportDialog } from './export-dialog.tsx'
import { ImportButton } from './import/import-button.tsx'
import { ProfileRow } from './profile-row.tsx'

/** All connection profiles, to connect, edit and delete. */
export function ConnectionsView() {
  const { t } = useTranslation('connection')
  const profiles = useAppState((state) => state.profiles)
  const { editProfile } = useNavigation()
  const [deleted, setDeleted] = useState<ProfileView | null>(null)
  const [exported, setExported] = useState<ProfileView | null>(null)
  const [isExplaining, setIsExplaining] = useState(false)
  const remove = useAction(async (profileId: string) => {
    await request('profiles.remove', { profileId })
    setDeleted(null)
  })
  return (
    <Page
      title={t('shell:views.connections')}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconStethoscope size={16} aria-hidden />}
            onClick={() => setIsExplaining(true)}
          >
            {t('broker-log:title')}
          </Button>
          <ImportButton variant="plain" />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => editProfile('new')}>
            {t('start.connect.title')}
          </Button>
        </Group>
      }
    >
      {profiles.length === 0 ? (
        <EmptyNotice
          icon={<IconServer2 size={28} stroke={1.5} aria-hidden />}
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
        />
      ) : (
        <ul className={classes.list}>
          {profiles.map((profile) => (
            <ProfileRow
              key={profile.id}
              profile={profile}
              onDelete={() => setDeleted(profile)}
              onExport={() => setExported(profile)}
            />
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={deleted !== null}
        title={t('list.deleteTitle', { name: deleted?.name ?? '' })}
        text={t('list.deleteText')}
        confirmLabel={t('list.delete')}
        isBusy={remove.isRunning}
        onConfirm={() => deleted && remove.run(deleted.id)}
        onCancel={() => setDeleted(null)}
      />
      {exported && <ExportDialog profile={exported} onClose={() => setExported(null)} />}
      {isExplaining && <BrokerLogDialog onClose={() => setIsExplaining(false)} />}
    </Page>
  )
}
