import { Combobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconFilter, IconRefresh } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PresenceBadge } from '../../../components/badges/presence-badge.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import { FaultText } from '../../devices/filter/fault-text.tsx'
import { SimulatedBadge } from '../../devices/table/device-marks.tsx'
import { useDeviceWindow } from '../../devices/table/use-device-window.ts'
import type { LeftKind, LeftOver } from './run-targets.ts'
import classes from './target-picker.module.css'

const OPTIONS_MAX = 50
const REFRESH_GAP_MS = 1000
const ONLINE = 'status:online'

type TargetOption =
  | { readonly kind: 'device'; readonly text: string }
  | { readonly kind: 'filter'; readonly text: string }
  | { readonly kind: LeftKind; readonly turnId: string }

/** Reads the value of an option: a device, a filter whose matches are meant, or the devices that a run left. */
export function readTargetOption(value: string): TargetOption {
  const at = value.indexOf(' ')
  const [kind, text] = [value.slice(0, at), value.slice(at + 1)]
  if (kind === 'failed' || kind === 'silent') return { kind, turnId: text }
  return { kind: kind === 'filter' ? 'filter' : 'device', text }
}

interface TargetOptionsProps {
  readonly search: string
  readonly chosen: readonly string[]
  /** What the latest run left. */
  readonly left: readonly LeftOver[]
  readonly onLoaded: () => void
}

/** Offers the devices that match what is typed, all of them at once, and the saved filters. */
export function TargetOptions({ search, chosen, left, onLoaded }: TargetOptionsProps) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const [text] = useDebouncedValue(search.trim(), 120)
  const query = useMemo(
    () => ({
      text: '',
      filter: text,
      presence: [],
      sort: { by: 'id' as const, isDescending: false },
      offset: 0,
      limit: OPTIONS_MAX,
    }),
    [text],
  )
  const { window, isLoaded, fault } = useDeviceWindow(query, REFRESH_GAP_MS)
  const chosenIds = useMemo(() => new Set(chosen), [chosen])
  useEffect(() => {
    if (isLoaded) onLoaded()
  }, [isLoaded, onLoaded])
  const isMany = text !== '' && window.total > 1
  return (
    <>
      <Combobox.Options
        mah={260}
        className={classes.options ?? ''}
        aria-label={t('target.label')}
        aria-multiselectable="true"
      >
        {fault === null && isMany && (
          <FilterOption
            filter={text}
            label={t('picker.allMatching', { number: format.number(window.total), filter: text })}
          />
        )}
        {text === '' && <LeftOptions left={left} />}
        {window.total > 0 && <NamedFilters search={text} />}
        {fault === null &&
          window.rows.map((row) => (
            <Combobox.Option
              key={row.deviceId}
              value={`device ${row.deviceId}`}
              active={chosenIds.has(row.deviceId)}
              aria-selected={chosenIds.has(row.deviceId)}
            >
              <span className={classes.option}>
                <span className={classes.mark}>
                  {chosenIds.has(row.deviceId) && <IconCheck size={14} aria-hidden />}
                </span>
                <span className={classes.who}>
                  {row.name !== '' && <span className={classes.name}>{row.name} </span>}
                  <span className={classes.id}>{row.deviceId}</span>
                </span>
                {row.isSimulated && <SimulatedBadge />}
                <span className={classes.host}>{row.hostname ?? row.ipAddress}</span>
                <PresenceBadge presence={row.presence} isCurrent={row.lastKnownAt === undefined} />
              </span>
            </Combobox.Option>
          ))}
        {fault === null && isLoaded && window.total === 0 && (
          <Combobox.Empty>{t(text === '' ? 'target.none' : 'target.noMatch')}</Combobox.Empty>
        )}
      </Combobox.Options>
      <Combobox.Footer>
        <span className={classes.more}>
          {fault !== null ? (
            <FaultText fault={fault} />
          ) : window.total > window.rows.length ? (
            t('target.more', { count: window.rows.length, number: format.number(window.total) })
          ) : (
            t('picker.hint')
          )}
        </span>
      </Combobox.Footer>
    </>
  )
}

/** Offers the devices on which the latest run did not succeed. */
function LeftOptions({ left }: { readonly left: readonly LeftOver[] }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  if (left.length === 0) return null
  return (
    <Combobox.Group label={t('picker.lastRun')}>
      {left.map(({ turnId, command, kind, count }) => (
        <Combobox.Option key={kind} value={`${kind} ${turnId}`} aria-selected={false}>
          <span className={classes.option}>
            <span className={classes.mark}>
              <IconRefresh size={14} aria-hidden />
            </span>
            <span className={classes.host}>{t(`picker.left.${kind}`, { count, number: format.number(count) })}</span>
            <code className={classes.command}>{command}</code>
          </span>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

/** Offers the saved filters whose name holds what is typed, and everything online. */
function NamedFilters({ search }: { readonly search: string }) {
  const { t } = useTranslation('console')
  const saved = useAppState((state) => state.settings.savedFilters)
  const isHeard = useAppState((state) => state.counts.lastKnownAt === undefined)
  const named = [{ name: t(isHeard ? 'picker.allOnline' : 'picker.allLastOnline'), filter: ONLINE }, ...saved].filter(
    ({ name }) => name.toLowerCase().includes(search.toLowerCase()),
  )
  if (named.length === 0) return null
  return (
    <Combobox.Group label={t('picker.saved')}>
      {named.map(({ name, filter }) => (
        <FilterOption key={`${name} ${filter}`} filter={filter} label={name} />
      ))}
    </Combobox.Group>
  )
}

function FilterOption({ filter, label }: { readonly filter: string; readonly label: string }) {
  return (
    <Combobox.Option value={`filter ${filter}`} aria-selected={false}>
      <span className={classes.option}>
        <span className={classes.mark}>
          <IconFilter size={14} aria-hidden />
        </span>
        <span className={classes.host}>{label}</span>
      </span>
    </Combobox.Option>
  )
}
