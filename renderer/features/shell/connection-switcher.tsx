import { Menu, Text } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconFlask,
  IconLock,
  IconLockOpen2,
  IconPencil,
  IconPlugConnectedX,
  IconPlus,
  IconRefresh,
  IconServer2,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { CONNECTION_LOOKS } from '../connection/check/connection-look.ts'
import { useConnectionActions } from '../connection/use-connection-actions.ts'
import classes from './connection-switcher.module.css'

/** A longer name takes the room of the address. */
const LONG_NAME_CHARS = 20

/** To what, and whether, the console is connected; its menu changes that. */
export function ConnectionSwitcher() {
  const { t } = useTranslation('connection')
  const status = useAppState((state) => state.connection)
  const { Icon, colour } = CONNECTION_LOOKS[status.state]
  const isActive = status.profileId !== null && status.state !== 'disconnected'
  return (
    <Menu position="bottom-start" width={320} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes.switcher} data-testid="connection-switcher" data-state={status.state}>
          {isActive && (
            <span className={classes.name} data-long={(status.profileName?.length ?? 0) > LONG_NAME_CHARS || undefined}>
              {status.profileName}
            </span>
          )}
          <span className={classes.state} style={{ color: colour }}>
            <Icon size={17} aria-hidden />
            {t(`state.${status.state}`)}
          </span>
          {isActive && <Facts status={status} />}
          <IconChevronDown size={15} aria-hidden color="var(--wp-quiet)" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <SwitcherMenu status={status} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Facts({ status }: { readonly status: ConnectionStatus }) {
  const { t } = useTranslation('connection')
  const format = useFormat()
  const isOpen = status.state === 'connected'
  return (
    <span className={classes.facts}>
      <span className={classes.lock}>
        {status.isTls ? <IconLock size={14} aria-hidden /> : <IconLockOpen2 size={14} aria-hidden />}
        {status.isTls ? 'TLS' : t('switcher.plain')}
      </span>
      <span className={classes.address}>{status.address}</span>
      {isOpen && status.roundTripMs !== null && (
        <span title={t('switcher.roundTrip')}>{format.ms(status.roundTripMs)}</span>
      )}
    </span>
  )
}

function SwitcherMenu({ status }: { readonly status: ConnectionStatus }) {
  const { t } = useTranslation('connection')
  const profiles = useAppState((state) => state.profiles)
  const { editProfile, go } = useNavigation()
  const { connect, disconnect, startDemo } = useConnectionActions()
  const active = profiles.find(({ id }) => id === status.profileId)
  const isActive = status.state !== 'disconnected'
  return (
    <>
      {status.state === 'connected' && <ConnectedFacts status={status} />}
      {active && isActive && (
        <>
          {(status.state === 'waiting' || status.state === 'stopped') && (
            <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => connect.run(active.id)}>
              {t('failure.retry')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlugConnectedX size={16} aria-hidden />} onClick={disconnect.run}>
            {t('switcher.disconnect')}
          </Menu.Item>
          {!active.isDemo && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => editProfile(active.id)}>
              {t('failure.edit')}
            </Menu.Item>
          )}
          <Menu.Divider />
        </>
      )}
      {profiles.length > 0 && <Menu.Label>{t('switcher.connectTo')}</Menu.Label>}
      {profiles.map((profile) => {
        const isCurrent = isActive && profile.id === status.profileId
        return (
          <Menu.Item
            key={profile.id}
            aria-current={isCurrent}
            leftSection={<IconCheck size={16} aria-hidden opacity={isCurrent ? 1 : 0} />}
            onClick={() => !isCurrent && connect.run(profile.id)}
          >
            <span className={classes.profile}>{profile.name}</span>
            <Text span size="xs" c="dimmed" className={classes.profile ?? ''}>
              {profile.isDemo ? t('demo.short') : `${profile.host}:${profile.port}`}
            </Text>
          </Menu.Item>
        )
      })}
      {profiles.length > 0 && <Menu.Divider />}
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => editProfile('new')}>
        {t('start.connect.title')}
      </Menu.Item>
      {!profiles.some(({ isDemo }) => isDemo) && (
        <Menu.Item leftSection={<IconFlask size={16} aria-hidden />} onClick={startDemo.run}>
          {t('start.demo.title')}
        </Menu.Item>
      )}
      {profiles.length > 0 && (
        <Menu.Item leftSection={<IconServer2 size={16} aria-hidden />} onClick={() => go('connections')}>
          {t('switcher.manage')}
        </Menu.Item>
      )}
    </>
  )
}

function ConnectedFacts({ status }: { readonly status: ConnectionStatus }) {
  const { t } = useTranslation('connection')
  const format = useFormat()
  return (
    <>
      <div className={classes.about} role="presentation">
        <div>{status.address}</div>
        <div>{t('switcher.since', { protocol: status.protocol ?? 'MQTT', time: format.dateTime(status.since) })}</div>
        <div>{t('switcher.clientId', { clientId: status.clientId ?? '' })}</div>
      </div>
      <Menu.Divider />
    </>
  )
}
