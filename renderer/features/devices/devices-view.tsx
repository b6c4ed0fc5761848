import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceQuery, DeviceRef, Presence } from '../../../preload/contract/models/device.ts'
import { useAppState } from '../../lib/app-state.tsx'
import type { SortBy } from './device-columns.tsx'
import { DevicePanel } from './device-panel.tsx'
import { DeviceTable } from './device-table.tsx'
import { type Slice, sliceFor } from './device-window.ts'
import { DevicesEmpty } from './devices-empty.tsx'
import classes from './devices-view.module.css'
import { PresenceFilter } from './presence-filter.tsx'
import { useDeviceWindow } from './use-device-window.ts'

/** Refreshes that the operator did not ask for come at most this often: rows that jump about cannot be read. */
const REFRESH_GAP_MS = 250
const SEARCH_MAX_CHARS = 200
const FIRST_SLICE: Slice = { offset: 0, limit: 80 }

/** The device list with its search and filter, and one device's facts beside it. */
export function DevicesView() {
  const { t, i18n } = useTranslation('devices')
  const counts = useAppState((state) => state.counts)
  const profileId = useAppState((state) => state.connection.profileId)
  const [search, setSearch] = useState('')
  const [text] = useDebouncedValue(search, 120)
  const [presence, setPresence] = useState<readonly Presence[]>([])
  const [sort, setSort] = useState<DeviceQuery['sort']>({ by: 'id', isDescending: false })
  const [slice, setSlice] = useState(FIRST_SLICE)
  const [opened, setOpened] = useState<DeviceRef | null>(null)

  const query = useMemo(() => ({ text: text.trim(), presence, sort, ...slice }), [text, presence, sort, slice])
  const { window, isLoaded } = useDeviceWindow(query, REFRESH_GAP_MS)
  const onRange = useCallback((first: number, last: number) => setSlice((now) => sliceFor(now, first, last)), [])
  const onSort = useCallback((by: SortBy) => {
    setSort((now) => ({ by, isDescending: now.by === by ? !now.isDescending : startsDescending(by) }))
  }, [])
  const onOpen = useCallback(({ connectionId, deviceId }: DeviceRef) => setOpened({ connectionId, deviceId }), [])
  const onClose = useCallback(() => setOpened(null), [])

  // A device of another connection is not shown beside this one's list.
  const shown = opened?.connectionId === profileId ? opened : null
  const isFiltered = query.text !== '' || presence.length > 0
  const number = new Intl.NumberFormat(i18n.language).format(window.total)
  return (
    <section className={classes.view} aria-label={t('title')}>
      <div className={classes.main}>
        <header className={classes.bar}>
          <TextInput
            type="search"
            size="xs"
            className={classes.search ?? ''}
            aria-label={t('search')}
            placeholder={t('searchHint')}
            leftSection={<IconSearch size={14} aria-hidden />}
            maxLength={SEARCH_MAX_CHARS}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <PresenceFilter counts={counts} value={presence} onChange={setPresence} />
          <output className={classes.total}>
            {isFiltered && isLoaded ? t('matches', { count: window.total, number }) : ''}
          </output>
        </header>
        {isLoaded && window.total === 0 ? (
          <DevicesEmpty
            isFiltered={isFiltered}
            onClearFilter={() => {
              setSearch('')
              setPresence([])
            }}
          />
        ) : (
          <DeviceTable
            window={window}
            sort={sort}
            openedId={shown?.deviceId ?? null}
            onSort={onSort}
            onRange={onRange}
            onOpen={onOpen}
            onClose={onClose}
          />
        )}
      </div>
      {shown && <DevicePanel key={shown.deviceId} device={shown} onClose={onClose} />}
    </section>
  )
}

/** What is looked for first: the latest, the hottest, the fullest. */
function startsDescending(by: SortBy): boolean {
  return by === 'lastSeenAt' || by === 'cpuTemperatureC' || by === 'memoryPercent'
}
