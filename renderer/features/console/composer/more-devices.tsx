import { CloseButton, Modal, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import classes from './more-devices.module.css'

const ROW_HEIGHT_PX = 32
/** A shorter list is seen at a glance. */
const SEARCHED_FROM = 12

interface MoreDevicesProps {
  readonly connectionId: string | null
  readonly deviceIds: readonly string[]
  /** Number of `deviceIds` that stand beside the button. */
  readonly shown: number
  /** Devices can be taken out of the list; absent where it is fixed. */
  readonly onRemove?: ((deviceId: string) => void) | undefined
}

/** Says how many devices are not shown, and opens the list of all. */
export function MoreDevices({ connectionId, deviceIds, shown, onRemove }: MoreDevicesProps) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const more = deviceIds.length - shown
  const close = () => setIsOpen(false)
  return (
    <>
      {more > 0 && (
        <UnstyledButton className={classes.more ?? ''} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          {t('moreDevices', { count: more, number: format.number(more) })}
        </UnstyledButton>
      )}
      <Modal
        opened={isOpen && deviceIds.length > 0}
        onClose={close}
        title={t('picker.listTitle', { count: deviceIds.length, number: format.number(deviceIds.length) })}
        size="md"
        // A key pressed in the dialog is not one of the card around it, where Ctrl+Enter approves.
        onKeyDown={(event) => event.stopPropagation()}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <DeviceIdList connectionId={connectionId} deviceIds={deviceIds} onRemove={onRemove} />
      </Modal>
    </>
  )
}

/** Lists any number of devices, of which the page holds those in view; the presence is asked for these only. */
function DeviceIdList({ connectionId, deviceIds, onRemove }: Omit<MoreDevicesProps, 'shown'>) {
  const { t } = useTranslation('console')
  const [search, setSearch] = useState('')
  const found = useFoundDevices(connectionId, deviceIds, search)
  return (
    <>
      {deviceIds.length > SEARCHED_FROM && (
        <TextInput
          size="xs"
          mb="xs"
          leftSection={<IconSearch size={14} aria-hidden />}
          aria-label={t('picker.search')}
          placeholder={t('picker.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <p role="status">{t('target.noMatch')}</p>}
      <DeviceRows connectionId={connectionId} deviceIds={found} onRemove={onRemove} />
    </>
  )
}

/** Finds the devices whose id holds what is typed, and those that main finds by it, as the device list does. */
function useFoundDevices(connectionId: string | null, deviceIds: readonly string[], search: string): readonly string[] {
  const [text] = useDebouncedValue(search.trim(), 120)
  const isActive = useAppState((state) => state.connection.profileId) === connectionId
  const { value } = useRequest('devices.matching', text !== '' && isActive ? { text, filter: '', presence: [] } : null)
  return useMemo(() => {
    if (text === '') return deviceIds
    const found = new Set(value?.deviceIds)
    return deviceIds.filter((id) => id.toLowerCase().includes(text.toLowerCase()) || found.has(id))
  }, [deviceIds, text, value])
}

/** Draws the rows in view. */
function DeviceRows({ connectionId, deviceIds, onRemove }: Omit<MoreDevicesProps, 'shown'>) {
  const { t } = useTranslation('console')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: deviceIds.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 2,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const inView = useMemo(() => deviceIds.slice(first, first + items.length), [deviceIds, first, items.length])
  const { details } = useDeviceDetails(connectionId, inView)
  return (
    <section ref={scroller} className={classes.list} aria-label={t('picker.list')} {...{ tabIndex: 0 }}>
      <ul className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const id = deviceIds[index] ?? ''
          const detail = details.get(id)
          return (
            <li key={id} className={classes.row} style={{ transform: `translateY(${start}px)` }}>
              <span className={classes.id}>
                <DeviceLabel deviceId={id} />
              </span>
              {detail && <PresenceBadge presence={detail.presence} isCurrent={detail.lastKnownAt === undefined} />}
              {detail === null && <span className={classes.unknown}>{t('target.unknown')}</span>}
              {onRemove && (
                <CloseButton size="xs" aria-label={t('target.remove', { id })} onClick={() => onRemove(id)} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
