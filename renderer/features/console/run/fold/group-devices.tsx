import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../../preload/contract/models/command.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { CommandResult, TimeText } from '../command-result.tsx'
import classes from './fold.module.css'

const ROW_HEIGHT_PX = 26

interface GroupDevicesProps {
  readonly records: readonly CommandRecord[]
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Lists the devices of a group on demand, each with its time and, on demand again, its own answer. */
export function GroupDevices(props: GroupDevicesProps) {
  const { t, i18n } = useTranslation('fold')
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const count = props.records.length
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
function DeviceList({ records, run, actions }: GroupDevicesProps) {
  const { t } = useTranslation('fold')
  const scroller = useRef<HTMLDivElement>(null)
  const [shownId, setShownId] = useState<string | null>(null)
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => records[index]?.commandId ?? index,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 5,
  })
  return (
    <div ref={scroller} className={classes.devices} {...{ role: 'group', 'aria-label': t('deviceList') }}>
      <div className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const record = records[item.index]
          if (record === undefined) return null
          const isShown = record.commandId === shownId
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
                onClick={() => setShownId(isShown ? null : record.commandId)}
              >
                <Chevron size={13} aria-hidden />
                <span className={classes.deviceId}>{record.deviceId}</span>
                <TimeText record={record} run={run} />
              </UnstyledButton>
              {isShown && (
                <div className={classes.deviceResult}>
                  <CommandResult record={record} run={run} actions={actions} />
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
