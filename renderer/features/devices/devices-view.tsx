import { Button } from '@mantine/core'
import { useDebouncedValue, useElementSize, useHotkeys } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Activity, lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceQuery, DeviceRef, Presence } from '../../../preload/contract/models/devices/device.ts'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { plainNumber } from '../../components/words/formatters.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { DevicesEmpty } from './devices-empty.tsx'
import classes from './devices-view.module.css'
import type { FilterFault } from './filter/fault-text.tsx'
import { FilterInput } from './filter/filter-input.tsx'
import { PresenceFilter } from './filter/presence-filter.tsx'
import { DevicePanel } from './panel/device-panel.tsx'
import { SelectionBar } from './selection/selection-bar.tsx'
import { useChoice } from './selection/use-choice.ts'
import { COLUMNS, type ColumnId, isTight } from './table/columns.tsx'
import { DeviceTable } from './table/device-table.tsx'
import { type Slice, sliceFor } from './table/device-window.ts'
import { ColumnMenu, DeviceMenu } from './table/list-menus.tsx'
import { useColumns } from './table/use-columns.ts'
import { useDeviceWindow } from './table/use-device-window.ts'

/** Room of the list's own scroll bar. */
const SCROLL_BAR_PX = 12
/** Refreshes that the operator did not ask for come at most this often: rows that jump about cannot be read. */
const REFRESH_GAP_MS = 500
const FIRST_SLICE: Slice = { offset: 0, limit: 80 }

const AddDevices = lazy(async () => ({ default: (await import('./join/add-devices.tsx')).AddDevices }))

/** The devices, or the way of new ones while some are being added. */
export function DevicesView() {
  const { deviceTarget, listTarget, addTarget } = useNavigation()
  // Behind the list once somebody was led there meanwhile: what was typed is still there for the next look.
  const [adding, setAdding] = useState<'no' | 'shown' | 'behind'>('no')
  const [led, setLed] = useState({ deviceTarget, listTarget, addTarget: null as typeof addTarget })
  if (led.addTarget !== addTarget || led.deviceTarget !== deviceTarget || led.listTarget !== listTarget) {
    const isToAdd = led.addTarget !== addTarget
    setLed({ deviceTarget, listTarget, addTarget })
    setAdding(isToAdd ? 'shown' : adding === 'no' ? 'no' : 'behind')
  }
  return (
    <>
      {adding !== 'shown' && <DeviceList onAdd={() => setAdding('shown')} />}
      {adding !== 'no' && (
        <Activity mode={adding === 'shown' ? 'visible' : 'hidden'}>
          <Suspense fallback={<ViewSkeleton />}>
            <AddDevices onClose={() => setAdding('no')} />
          </Suspense>
        </Activity>
      )}
    </>
  )
}

/** The device list with its filter and choice, and one device's facts beside it. */
function DeviceList({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation('devices')
  const profileId = useAppState((state) => state.connection.profileId)
  const savedColumns = useAppState((state) => state.settings.deviceColumns)
  const list = useListQuery()
  const { query, selection, isFiltered } = list
  const { deviceTarget, listTarget } = useNavigation()
  const [opened, setOpened] = useState<DeviceRef | null>(deviceTarget)
  const [taken, setTaken] = useState(deviceTarget)
  if (taken !== deviceTarget) {
    setTaken(deviceTarget)
    setOpened(deviceTarget)
  }
  const [filtered, setFiltered] = useState<typeof listTarget>(null)
  if (filtered !== listTarget) {
    setFiltered(listTarget)
    if (listTarget !== null) list.showOnly(listTarget.filter)
  }
  const { ref: main, width } = useElementSize<HTMLDivElement>()
  const { choice, choose, chooseRows, chooseAll, isChoosingAll, clear } = useChoice(profileId, selection, query.sort)
  const { window, isLoaded, fault } = useDeviceWindow(query, REFRESH_GAP_MS)
  const { columns, needs } = useColumns(savedColumns, width - SCROLL_BAR_PX, window.rows)
  const onOpen = useCallback(({ connectionId, deviceId }: DeviceRef) => setOpened({ connectionId, deviceId }), [])
  const onClose = useCallback(() => setOpened(null), [])
  // A device of another connection is not shown beside this one's list.
  const shown = opened?.connectionId === profileId ? opened : null
  const hasBar = isFiltered || window.total > 0 || choice.ids.size > 0 || choice.gone.length > 0
  return (
    <section className={classes.view} aria-label={t('title')}>
      <div ref={main} className={classes.main}>
        <ListBar list={list} matches={isFiltered && isLoaded && !fault ? window.total : null} fault={fault}>
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
            {t('joining:title')}
          </Button>
          <ColumnMenu shown={columns} />
          <DeviceMenu />
        </ListBar>
        {hasBar && (
          <SelectionBar
            choice={choice}
            // With a mistake in the filter nobody knows what all would be.
            total={fault === null ? window.total : 0}
            isFiltered={isFiltered}
            isChoosingAll={isChoosingAll}
            onChooseAll={chooseAll}
            onClear={clear}
          />
        )}
        {isLoaded && window.total === 0 ? (
          <DevicesEmpty
            isFiltered={isFiltered}
            isFaulty={fault !== null}
            onClearFilter={list.clearFilter}
            onAdd={onAdd}
          />
        ) : (
          <DeviceTable
            window={window}
            sort={query.sort}
            columns={columns}
            needs={needs}
            isTight={isTight(columns, width - SCROLL_BAR_PX)}
            openedId={shown?.deviceId ?? null}
            chosen={choice.ids}
            onChoose={choose}
            onChooseRows={chooseRows}
            onChooseAll={chooseAll}
            onSort={list.sortBy}
            onRange={list.showRange}
            onOpen={onOpen}
            onClose={onClose}
          />
        )}
      </div>
      {shown && <DevicePanel device={shown} onClose={onClose} />}
    </section>
  )
}

/** Builds the query of the list: the filter as it is typed, the order, and the rows in view. */
function useListQuery() {
  const [typed, setTyped] = useState('')
  const [filter] = useDebouncedValue(typed.trim(), 120)
  const [presence, setPresence] = useState<readonly Presence[]>([])
  const [sort, setSort] = useState<DeviceQuery['sort']>({ by: 'id', isDescending: false })
  const [slice, setSlice] = useState(FIRST_SLICE)
  const query = useMemo(() => ({ text: '', filter, presence, sort, ...slice }), [filter, presence, sort, slice])
  const selection = useMemo(() => ({ text: '', filter, presence }), [filter, presence])
  const showRange = useCallback((first: number, last: number) => setSlice((now) => sliceFor(now, first, last)), [])
  const sortBy = useCallback((column: ColumnId) => {
    const { sortBy: by, startsDescending } = COLUMNS[column]
    setSort((now) => ({ by, isDescending: now.by === by ? !now.isDescending : startsDescending }))
  }, [])
  const showOnly = (text: string) => {
    setTyped(text)
    setPresence([])
  }
  const clearFilter = () => showOnly('')
  const isFiltered = filter !== '' || presence.length > 0
  return {
    query,
    selection,
    typed,
    setTyped,
    presence,
    setPresence,
    isFiltered,
    showOnly,
    clearFilter,
    showRange,
    sortBy,
  }
}

interface ListBarProps {
  readonly list: ReturnType<typeof useListQuery>
  /** Devices that the filter lets through; null while nothing is filtered, or nobody knows. */
  readonly matches: number | null
  readonly fault: FilterFault | null
  readonly children: ReactNode
}

/** The filter of the list, how many it lets through, and the menus of the list. */
function ListBar({ list, matches, fault, children }: ListBarProps) {
  const { t, i18n } = useTranslation('devices')
  const counts = useAppState((state) => state.counts)
  const input = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => input.current?.focus()]])
  const { query, typed, setTyped, presence, setPresence } = list
  return (
    <header className={classes.bar}>
      <FilterInput value={typed} fault={query.filter === '' ? null : fault} inputRef={input} onChange={setTyped} />
      <PresenceFilter counts={counts} value={presence} onChange={setPresence} />
      <div className={classes.tools}>
        <output className={classes.total}>
          {matches === null ? '' : t('matches', { count: matches, number: plainNumber(matches, i18n.language) })}
        </output>
        {children}
      </div>
    </header>
  )
}
