import { Button, UnstyledButton } from '@mantine/core'
import { IconMessageQuestion, IconPlugConnectedX, IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { useWays } from '../../lib/navigation.tsx'
import classes from './console-view.module.css'

const SUGGESTIONS = ['disk', 'memory', 'temperature', 'uptime', 'network', 'log'] as const

interface ConsoleEmptyProps {
  /** Puts an example into the composer. */
  readonly onSuggestion: (text: string) => void
}

/** The timeline before its first turn: what to do next. */
export function ConsoleEmpty({ onSuggestion }: ConsoleEmptyProps) {
  const { t } = useTranslation('console')
  const connection = useAppState((state) => state.connection)
  const deviceTotal = useAppState((state) => state.counts.total)
  const hasUnaskedReads = useAppState((state) => state.safety.hasUnaskedReads)
  const { go, openAddDevices } = useWays()
  if (connection.state !== 'connected') {
    const isOnItsWay = connection.state === 'connecting' || connection.state === 'waiting'
    const name = connection.profileName ?? ''
    return (
      <EmptyNotice
        icon={<IconPlugConnectedX size={30} stroke={1.5} aria-hidden />}
        title={t(isOnItsWay ? 'empty.connecting.title' : 'empty.disconnected.title', { name })}
        text={t(isOnItsWay ? 'empty.connecting.text' : 'empty.disconnected.text')}
      >
        <Button size="xs" variant={isOnItsWay ? 'default' : 'filled'} onClick={() => go('connections')}>
          {t(isOnItsWay ? 'empty.connecting.action' : 'empty.disconnected.action')}
        </Button>
      </EmptyNotice>
    )
  }
  if (deviceTotal === 0) {
    return (
      <EmptyNotice
        icon={<IconRadar2 size={30} stroke={1.5} aria-hidden />}
        title={t('empty.waiting.title')}
        text={t('empty.waiting.text')}
      >
        <Button size="xs" variant="default" onClick={openAddDevices}>
          {t('joining:title')}
        </Button>
      </EmptyNotice>
    )
  }
  return (
    <EmptyNotice
      icon={<IconMessageQuestion size={30} stroke={1.5} aria-hidden />}
      title={t('empty.ready.title')}
      text={t(hasUnaskedReads ? 'empty.ready.textUnasked' : 'empty.ready.text')}
    >
      {SUGGESTIONS.map((name) => (
        <UnstyledButton key={name} className={classes.suggestion} onClick={() => onSuggestion(t(`suggestion.${name}`))}>
          {t(`suggestion.${name}`)}
        </UnstyledButton>
      ))}
    </EmptyNotice>
  )
}
