import { ActionIcon, Drawer, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuidePage, GuidePageId, GuidePlace } from '../../../preload/contract/models/app/guide.ts'
import side from '../../components/side-list.module.css'
import { useAppState } from '../../lib/app-state.tsx'
import { closeGuide, openGuideAt, useGuidePlace } from '../../lib/guide-store.ts'
import { useRequest } from '../../lib/use-request.ts'
import classes from './guide.module.css'
import { GuideArticle, headingId } from './guide-article.tsx'
import { GuideResults } from './guide-results.tsx'

/** The guide beside whatever is shown, above dialogs too, because an error in one of them may lead to it. */
export function GuideDrawer() {
  const { t } = useTranslation('guide')
  const place = useGuidePlace()
  const language = useAppState((state) => state.settings.language)
  const { value: pages, isFailed } = useRequest('guide.read', place === null ? null : { language }, { keepsLast: true })
  return (
    <Drawer
      opened={place !== null}
      onClose={closeGuide}
      closeOnEscape={false}
      title={t('title')}
      position="right"
      size="min(60rem, 94vw)"
      zIndex={260}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      classNames={{ content: classes.drawer ?? '', header: classes.header ?? '', body: classes.body ?? '' }}
    >
      {isFailed && <p role="alert">{t('failed')}</p>}
      {place !== null && pages !== null && <GuideContent pages={pages} place={place} />}
    </Drawer>
  )
}

function GuideContent({ pages, place }: { readonly pages: readonly GuidePage[]; readonly place: GuidePlace }) {
  const { t } = useTranslation('guide')
  const [query, setQuery] = useState('')
  const [earlier, setEarlier] = useState<readonly GuidePlace[]>([])
  const scroller = useRef<HTMLDivElement>(null)
  const page = pages.find(({ id }) => id === place.page)
  const isSearching = query.trim() !== ''
  useEffect(() => {
    if (isSearching) return
    const heading = document.getElementById(headingId(place.anchor))
    if (place.anchor === null) scroller.current?.scrollTo({ top: 0 })
    else heading?.scrollIntoView({ block: 'start' })
    // In another language the same heading stands elsewhere.
  }, [place, page, isSearching])
  const turn = (to: GuidePlace) => {
    setEarlier([...earlier, place])
    setQuery('')
    openGuideAt(to)
    // What was pressed is gone from the page: the reading goes on at the heading.
    requestAnimationFrame(() => document.getElementById(headingId(to.anchor))?.focus({ preventScroll: true }))
  }
  const back = () => {
    const last = earlier.at(-1)
    setEarlier(earlier.slice(0, -1))
    setQuery('')
    if (last) openGuideAt(last)
  }
  return (
    <>
      <GuideTools
        pages={pages}
        page={place.page}
        query={query}
        onQuery={setQuery}
        onTurn={turn}
        onBack={earlier.length === 0 ? null : back}
      />
      <div className={classes.columns}>
        <nav className={classes.pages} aria-label={t('pages')}>
          {pages.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className={side.entry}
              aria-current={id === place.page ? 'page' : undefined}
              onClick={() => turn({ page: id, anchor: null })}
            >
              {title}
            </button>
          ))}
        </nav>
        <div ref={scroller} className={classes.scroller}>
          {isSearching && <GuideResults query={query} onTurn={turn} />}
          {!isSearching && page && <GuideArticle page={page} onTurn={turn} />}
        </div>
      </div>
    </>
  )
}

interface GuideToolsProps {
  readonly pages: readonly GuidePage[]
  readonly page: GuidePageId
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onTurn: (to: GuidePlace) => void
  /** Null where nothing was read before. */
  readonly onBack: (() => void) | null
}

function GuideTools({ pages, page, query, onQuery, onTurn, onBack }: GuideToolsProps) {
  const { t } = useTranslation('guide')
  const search = useRef<HTMLInputElement>(null)
  // The pages may come after the drawer has looked for what to focus.
  useEffect(() => search.current?.focus({ preventScroll: true }), [])
  return (
    <div className={classes.tools}>
      <Tooltip label={t('back')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('back')}
          disabled={onBack === null}
          onClick={onBack ?? undefined}
        >
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <TextInput
        className={classes.search ?? ''}
        value={query}
        maxLength={200}
        ref={search}
        data-autofocus
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <NativeSelect
        className={classes.pageSelect ?? ''}
        aria-label={t('page')}
        value={page}
        data={pages.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(event) => onTurn({ page: event.currentTarget.value as GuidePageId, anchor: null })}
      />
    </div>
  )
}
