import { Button } from '@mantine/core'
import { useDebouncedValue, useHotkeys, useMediaQuery } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../preload/contract/models/commands/history.ts'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { plainNumber } from '../../components/words/formatters.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { HistoryPane } from './history-pane.tsx'
import { periodOf, withPeriod } from './history-period.ts'
import { HistoryTable } from './history-table.tsx'
import classes from './history-view.module.css'
import { PeriodChoice } from './period-choice.tsx'
import { useHistory } from './use-history.ts'

const DEBOUNCE_MS = 160
/** Width of the window from which on the list and an exchange are both read side by side. */
const BESIDE = '(min-width: 1100px)'

/** Everything that was asked, proposed, decided, sent and answered, on all connections. */
export function HistoryView() {
  const { t, i18n } = useTranslation('history')
  const [typed, setTyped] = useState('')
  const [filter] = useDebouncedValue(typed.trim(), DEBOUNCE_MS)
  const { total, pending, isLoaded, fault, entryAt, showRange } = useHistory(filter)
  const [opened, setOpened] = useState<string | null>(null)
  const isBeside = useMediaQuery(BESIDE, undefined, { getInitialValueInEffect: false })
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => input.current?.focus()]])
  const connectionOf = useConnectionNames()
  const { historyTarget } = useNavigation()
  const [taken, setTaken] = useState<typeof historyTarget>(null)
  if (taken !== historyTarget) {
    setTaken(historyTarget)
    setOpened(null)
    if (historyTarget !== null) setTyped(historyTarget.filter)
  }
  const close = useCallback(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    // Whoever goes on by keys goes on from there, once the list below an exchange can be used again.
    flushSync(() => setOpened(null))
    row?.focus()
  }, [])
  const number = (value: number) => plainNumber(value, i18n.language)
  const isShownBeside = isBeside && opened !== null
  const emptiness = filter === '' ? 'empty' : fault === null ? 'noMatch' : 'mistake'
  return (
    <section className={classes.view} aria-label={t('title')}>
      <div
        ref={list}
        className={classes.main}
        data-beside={isShownBeside || undefined}
        inert={opened !== null && !isBeside}
      >
        <header className={classes.bar}>
          <HistoryFilter value={typed} fault={filter === '' ? null : fault} inputRef={input} onChange={setTyped} />
          <PeriodChoice
            value={periodOf(typed)}
            onChange={(period) => setTyped(withPeriod(typed, period, i18n.language))}
          />
          <output className={classes.total}>
            {isLoaded && fault === null && t('total', { count: total, number: number(total) })}
            {pending > 0 && ` · ${t('pending', { count: pending, number: number(pending) })}`}
          </output>
        </header>
        {!isLoaded ? (
          <ViewSkeleton />
        ) : total === 0 ? (
          <EmptyNotice
            icon={<IconHistory size={30} stroke={1.5} aria-hidden />}
            title={t(`${emptiness}.title`)}
            text={t(`${emptiness}.text`)}
          >
            {filter !== '' && (
              <Button size="xs" variant="default" onClick={() => setTyped('')}>
                {t('noMatch.clear')}
              </Button>
            )}
          </EmptyNotice>
        ) : (
          <HistoryTable
            total={total}
            entryAt={entryAt}
            connectionOf={connectionOf}
            openedId={opened}
            isFollowed={isShownBeside}
            onRange={showRange}
            onOpen={setOpened}
            onClose={close}
          />
        )}
      </div>
      {opened !== null && <HistoryPane turnId={opened} isOver={!isBeside} onClose={close} onOpen={setOpened} />}
    </section>
  )
}

/** Names the connection of an entry where it is not the one in use; a removed one has no name any more. */
function useConnectionNames(): (entry: HistoryEntry) => string | null {
  const { t } = useTranslation('history')
  const profiles = useAppState((state) => state.profiles)
  const activeId = useAppState((state) => state.connection.profileId)
  return ({ connectionId }) => {
    if (connectionId === activeId) return null
    return profiles.find(({ id }) => id === connectionId)?.name ?? t('removedConnection')
  }
}
