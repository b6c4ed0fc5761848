import { Button, Skeleton, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import { DeviceLabel } from '../../../../components/words/device-label.tsx'
import { plainNumber } from '../../../../components/words/formatters.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { CommandResult, TimeText } from '../command-result.tsx'
import { useRunCommands } from '../use-run-request.ts'
import classes from './fold.module.css'

const ROW_HEIGHT_PX = 26
/** Devices asked for at a time; at most two such parts are in sight. */
const PART = 50

interface GroupDevicesProps {
  readonly deviceIds: readonly string[]
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Lists the devices of a group on demand, each with its time and, on demand again, its own answer. */
export function GroupDevices(props: GroupDevicesProps) {
  const { t, i18n } = useTranslation('fold')
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const count = props.deviceIds.length
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <Button
        className={classes.devicesToggle ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        aria-controls={listId}
        leftSection={<Chevron size={13} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'hideDevices' : 'showDevices', { count, number: plainNumber(count, i18n.language) })}
      </Button>
      <div id={listId}>{isOpen && <DeviceList {...props} />}</div>
    </>
  )
}

/** Draws the devices in sight only; one of them shows its answer. */
function DeviceList({ deviceIds, run, actions }: GroupDevicesProps) {
  const { t } = useTranslation('fold')
  const scroller = useRef<HTMLDivElement>(null)
  const [shownId, setShownId] = useState<string | null>(null)
  const virtualizer = useVirtualizer({
    count: deviceIds.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => deviceIds[index] ?? index,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 5,
  })
  const items = virtualizer.getVirtualItems()
  const from = Math.floor((items[0]?.index ?? 0) / PART) * PART
  const records = useRunCommands(run, deviceIds.slice(from, from + 2 * PART), true)
  return (
    <div ref={scroller} className={classes.devices} {...{ role: 'group', 'aria-label': t('deviceList') }}>
      <div className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const deviceId = deviceIds[item.index]
          if (deviceId === undefined) return null
          const record = records.get(deviceId)
          const isShown = deviceId === shownId
          const Chevron = isShown ? IconChevronDown : IconChevronRight
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <UnstyledButton
                className={classes.deviceRow}
                aria-expanded={isShown}
                onClick={() => setShownId(isShown ? null : deviceId)}
              >
                <Chevron size={13} aria-hidden />
                <span className={classes.deviceId}>
                  <DeviceLabel deviceId={deviceId} />
                </span>
                {record !== undefined && <TimeText record={record} run={run} />}
              </UnstyledButton>
              {isShown && (
                <div className={classes.deviceResult}>
                  <DeviceAnswer deviceId={deviceId} run={run} actions={actions} />
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Shows the answer of one device, asked for when it is opened. */
export function DeviceAnswer({
  deviceId,
  run,
  actions,
}: Omit<GroupDevicesProps, 'deviceIds'> & { readonly deviceId: string }) {
  const record = useRunCommands(run, [deviceId]).get(deviceId)
  return record === undefined ? <Skeleton height={48} /> : <CommandResult record={record} run={run} actions={actions} />
}
