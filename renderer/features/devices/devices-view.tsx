import { useDebouncedValue, useElementSize, useHotkeys } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceQuery, DeviceRef, Presence } from '../../../preload/contract/models/device.ts'
import { plainNumber } from '../../components/words/formatters.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { DevicesEmpty } from './devices-empty.tsx'
import classes from './devices-view.module.css'
import { FilterInput } from './filter/filter-input.tsx'
import { PresenceFilter } from './filter/presence-filter.tsx'
import { DevicePanel } from './panel/device-panel.tsx'
import { SelectionBar } from './selection/selection-bar.tsx'
import { useChoice } from './selection/use-choice.ts'
import { COLUMNS, type ColumnId, shownColumns } from './table/columns.tsx'
import { DeviceTable } from './table/device-table.tsx'
import { type Slice, sliceFor } from './table/device-window.ts'
import { ColumnMenu, DeviceMenu } from './table/list-menus.tsx'
import { useDeviceWindow } from './table/use-device-window.ts'

/** Refreshes that the operator did not ask for come at most this often: rows that jump about cannot be read. */
const REFRESH_GAP_MS = 500
const FIRST_SLICE: Slice = { offset: 0, limit: 80 }

/** The device list with its filter and choice, and one device's facts beside it. */
export function DevicesView() {
  const { t, i18n } = useTranslation('devices')
  const counts = useAppState((state) => state.counts)
  const profileId = useAppState((state) => state.connection.profileId)
  const savedColumns = useAppState((state) => state.settings.deviceColumns)
  const [typed, setTyped] = useState('')
  const [filter] = useDebouncedValue(typed.trim(), 120)
  const [presence, setPresence] = useState<readonly Presence[]>([])
  const [sort, setSort] = useState<DeviceQuery['sort']>({ by: 'id', isDescending: false })
  const [slice, setSlice] = useState(FIRST_SLICE)
  const [opened, setOpened] = useState<DeviceRef | null>(null)
  const { ref: main, width } = useElementSize<HTMLDivElement>()
  const input = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => input.current?.focus()]])

  // By their names, because a width that changes nothing must not draw every row again.
  const columnNames = shownColumns(savedColumns, width).join(' ')
  const columns = useMemo(() => columnNames.split(' ') as readonly ColumnId[], [columnNames])
  const query = useMemo(() => ({ text: '', filter, presence, sort, ...slice }), [filter, presence, sort, slice])
  const selection = useMemo(() => ({ text: '', filter, presence }), [filter, presence])
  const { choice, choose, chooseRows, chooseAll, isChoosingAll, clear } = useChoice(profileId, selection, sort)
  const { window, isLoaded, fault } = useDeviceWindow(query, REFRESH_GAP_MS)
  const onRange = useCallback((first: number, last: number) => setSlice((now) => sliceFor(now, first, last)), [])
  const onSort = useCallback((column: ColumnId) => {
    const { sortBy: by, startsDescending } = COLUMNS[column]
    setSort((now) => ({ by, isDescending: now.by === by ? !now.isDescending : startsDescending }))
  }, [])
  const onOpen = useCallback(({ connectionId, deviceId }: DeviceRef) => setOpened({ connectionId, deviceId }), [])
  const onClose = useCallback(() => setOpened(null), [])

  // A device of another connection is not shown beside this one's list.
  const shown = opened?.connectionId === profileId ? opened : null
  const isFiltered = filter !== '' || presence.length > 0
  const hasBar = isFiltered || window.total > 0 || choice.ids.size > 0 || choice.gone.length > 0
  const number = plainNumber(window.total, i18n.language)
  return (
    <section className={classes.view} aria-label={t('title')}>
      <div ref={main} className={classes.main}>
        <header className={classes.bar}>
          <FilterInput value={typed} fault={filter === '' ? null : fault} inputRef={input} onChange={setTyped} />
          <PresenceFilter counts={counts} value={presence} onChange={setPresence} />
          <div className={classes.tools}>
            <output className={classes.total}>
              {isFiltered && isLoaded && !fault ? t('matches', { count: window.total, number }) : ''}
            </output>
            <ColumnMenu shown={columns} />
            <DeviceMenu />
          </div>
        </header>
        {hasBar && (
          <SelectionBar
            choice={choice}
            total={window.total}
            isFiltered={isFiltered}
            isChoosingAll={isChoosingAll}
            onChooseAll={chooseAll}
            onClear={clear}
          />
        )}
        {isLoaded && window.total === 0 ? (
          <DevicesEmpty
            isFiltered={isFiltered}
            onClearFilter={() => {
              setTyped('')
              setPresence([])
            }}
          />
        ) : (
          <DeviceTable
            window={window}
            sort={sort}
            columns={columns}
            openedId={shown?.deviceId ?? null}
            chosen={choice.ids}
            onChoose={choose}
            onChooseRows={chooseRows}
            onChooseAll={chooseAll}
            onSort={onSort}
            onRange={onRange}
            onOpen={onOpen}
            onClose={onClose}
          />
        )}
      </div>
      {shown && <DevicePanel device={shown} onClose={onClose} />}
    </section>
  )
}
