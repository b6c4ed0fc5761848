import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { plainNumber } from '../../../../components/words/formatters.ts'
import classes from './fold.module.css'
import { type DiffRow, diffTexts } from './text-diff.ts'

/** Rows drawn of a comparison; who has more differences than this reads the answer itself. */
const MAX_ROWS = 400

const SIGNS = { same: ' ', removed: '−', added: '+' } as const

interface GroupDiffProps {
  /** Answer of the majority. */
  readonly before: string
  /** Answer of the group. */
  readonly after: string
}

/** Shows in what an answer differs from that of the majority, in one column. */
export function GroupDiff({ before, after }: GroupDiffProps) {
  const { t } = useTranslation('fold')
  const rows = useMemo(() => diffTexts(before, after), [before, after])
  const hasMore = rows.length > MAX_ROWS
  return (
    <div className={classes.diff} {...{ role: 'group', 'aria-label': t('diff.label'), tabIndex: 0 }}>
      <p className={classes.diffLegend}>{t('diff.legend')}</p>
      {numbered(rows.slice(0, MAX_ROWS)).map(([number, row]) => (
        <DiffLine key={number} row={row} />
      ))}
      {hasMore && <p className={classes.diffLegend}>{t('diff.more')}</p>}
    </div>
  )
}

/** Names rows by their place, because a line may occur many times and none ever moves. */
function numbered(rows: readonly DiffRow[]): readonly (readonly [number, DiffRow])[] {
  return [...rows.entries()]
}

function DiffLine({ row }: { readonly row: DiffRow }) {
  const { t, i18n } = useTranslation('fold')
  if (row.kind === 'gap') {
    return (
      <div className={classes.diffGap}>
        {t('diff.gap', { count: row.count, number: plainNumber(row.count, i18n.language) })}
      </div>
    )
  }
  const names = { same: null, removed: t('diff.removed'), added: t('diff.added') }
  const name = names[row.kind]
  return (
    <div className={classes.diffLine} data-kind={row.kind}>
      <span className={classes.diffSign} aria-hidden>
        {SIGNS[row.kind]}
      </span>
      {name !== null && <span className="wp-hidden">{name}</span>}
      <span>
        {[...row.parts.entries()].map(([number, part]) =>
          part.isChanged ? <mark key={number}>{part.text}</mark> : <span key={number}>{part.text}</span>,
        )}
      </span>
    </div>
  )
}
