import { Button } from '@mantine/core'
import { IconDeviceDesktopOff, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'

interface DevicesEmptyProps {
  readonly isFiltered: boolean
  /** The filter has a mistake, so that nobody knows what matches. */
  readonly isFaulty: boolean
  readonly onClearFilter: () => void
  readonly onAdd: () => void
}

/** Why the list is empty and what to do about it. */
export function DevicesEmpty({ isFiltered, isFaulty, onClearFilter, onAdd }: DevicesEmptyProps) {
  const { t } = useTranslation('devices')
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  const { go } = useNavigation()
  if (isFiltered) {
    return (
      <EmptyNotice
        icon={<IconSearchOff size={30} stroke={1.5} aria-hidden />}
        title={t(isFaulty ? 'errors:FILTER_INVALID.title' : 'empty.filtered.title')}
        text={t(isFaulty ? 'errors:FILTER_INVALID.next' : 'empty.filtered.text')}
      >
        <Button size="xs" variant="default" onClick={onClearFilter}>
          {t('empty.filtered.action')}
        </Button>
      </EmptyNotice>
    )
  }
  if (!isConnected) {
    return (
      <EmptyNotice
        icon={<IconPlugConnectedX size={30} stroke={1.5} aria-hidden />}
        title={t('empty.disconnected.title')}
        text={t('empty.disconnected.text')}
      >
        <Button size="xs" onClick={() => go('connections')}>
          {t('empty.disconnected.action')}
        </Button>
      </EmptyNotice>
    )
  }
  return (
    <EmptyNotice
      icon={<IconDeviceDesktopOff size={30} stroke={1.5} aria-hidden />}
      title={t('empty.waiting.title')}
      text={t('empty.waiting.text')}
    >
      <Button size="xs" variant="default" onClick={onAdd}>
        {t('joining:title')}
      </Button>
    </EmptyNotice>
  )
}
