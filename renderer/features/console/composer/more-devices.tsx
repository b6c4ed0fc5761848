import { CloseButton, Modal, UnstyledButton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import { useDeviceDetails } from '../../devices/panel/use-device-details.ts'
import classes from './more-devices.module.css'

const ROW_HEIGHT_PX = 32

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
              {detail && <StateBadge kind="presence" state={detail.presence} />}
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
