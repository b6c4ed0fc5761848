import { ActionIcon, Badge, Button, Tooltip } from '@mantine/core'
import { IconFileExport, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../preload/contract/models/broker/connection.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { AddressList } from './check/address-list.tsx'
import { CONNECTION_LOOKS } from './check/connection-look.ts'
import classes from './connections-view.module.css'
import { useConnectionActions } from './use-connection-actions.ts'

interface ProfileRowProps {
  readonly profile: ProfileView
  readonly onDelete: () => void
  readonly onExport: () => void
}

export function ProfileRow({ profile, onDelete, onExport }: ProfileRowProps) {
  const { t } = useTranslation('connection')
  const { editProfile } = useNavigation()
  const { connect, disconnect } = useConnectionActions()
  const status = useAppState((state) => state.connection)
  const isOneOfSeveral = useAppState(({ profiles }) => profiles.filter((one) => one.connectAtStart).length > 1)
  const isActive = status.profileId === profile.id && status.state !== 'disconnected'
  const { Icon, colour } = CONNECTION_LOOKS[status.state]
  const others = profile.otherAddresses?.length ?? 0
  const editLabel = t('list.edit', { name: profile.name })
  const exportLabel = t('list.export', { name: profile.name })
  const deleteLabel = t('list.deleteOne', { name: profile.name })
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.name}>
          {profile.name}
          {isActive && (
            <span className={classes.state} style={{ color: colour }}>
              <Icon size={16} aria-hidden />
              {t(`state.${status.state}`)}
            </span>
          )}
          {profile.isDemo && <Badge variant="light">{t('demo.badge')}</Badge>}
        </div>
        <div className={classes.facts}>
          {[
            profile.isDemo ? t('demo.short') : `${profile.host}:${profile.port}`,
            ...(others === 0 ? [] : [t('addresses.more', { count: others })]),
            ...(profile.isDemo ? [] : [t(`security.${profile.security}.name`)]),
            ...(profile.connectAtStart ? [t(isOneOfSeveral ? 'list.atStartIfLast' : 'list.atStart')] : []),
          ].join(' · ')}
        </div>
        {isActive && <AddressList addresses={status.addresses} />}
      </div>
      {isActive ? (
        <Button size="xs" variant="default" loading={disconnect.isRunning} onClick={disconnect.run}>
          {t('switcher.disconnect')}
        </Button>
      ) : (
        <Button size="xs" variant="light" loading={connect.isRunning} onClick={() => connect.run(profile.id)}>
          {t('list.connect')}
        </Button>
      )}
      {!profile.isDemo && (
        <>
          <Tooltip label={editLabel}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={editLabel}
              onClick={() => editProfile(profile.id)}
            >
              <IconPencil size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={exportLabel}>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={exportLabel} onClick={onExport}>
              <IconFileExport size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={deleteLabel}>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={deleteLabel} onClick={onDelete}>
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </li>
  )
}
