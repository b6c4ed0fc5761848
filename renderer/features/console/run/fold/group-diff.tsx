import { Button, SegmentedControl } from '@mantine/core'
import { IconFileDiff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../../preload/contract/models/commands/command.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { copyText } from '../run-state.ts'
import { useRunCommands } from '../use-run-request.ts'
import classes from './diff.module.css'
import { type DiffRow, diffTexts, pairRows } from './text-diff.ts'

/** Rows drawn of a comparison; who has more differences than this reads the answer itself. */
const MAX_ROWS = 400

const SIGNS = { same: ' ', removed: '−', added: '+' } as const

type Layout = 'unified' | 'beside'
/** Kept while the app runs, because who chose one way wants it for the next group too. */
let lastLayout: Layout = 'unified'

interface ToggleProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Turns from an answer to its difference from the majority, and back. */
export function MajorityDiffToggle({ isOn, onChange }: ToggleProps) {
  const { t } = useTranslation('fold')
  return (
    <Button
      className={classes.toggle ?? ''}
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-pressed={isOn}
      leftSection={<IconFileDiff size={14} aria-hidden />}
      onClick={() => onChange(!isOn)}
    >
      {t(isOn ? 'diff.hide' : 'diff.show')}
    </Button>
  )
}

interface MajorityDiffProps {
  readonly run: Run
  /** Device with the answer of the majority. */
  readonly majority: string
  readonly sample: CommandRecord
}

/** Shows in what an answer differs from that of the majority, in one column or in two. */
export function MajorityDiff({ run, majority, sample }: MajorityDiffProps) {
  const { t } = useTranslation('fold')
  const [layout, setLayout] = useState(lastLayout)
  const usual = useRunCommands(run, [majority]).get(majority)
  const [before, after] = [usual === undefined ? null : copyText(usual), copyText(sample)]
  const rows = useMemo(() => (before === null ? [] : diffTexts(before, after)), [before, after])
  const shown = rows.slice(0, MAX_ROWS)
  const choose = (chosen: string) => {
    lastLayout = chosen === 'beside' ? 'beside' : 'unified'
    setLayout(lastLayout)
  }
  return (
    <>
      <SegmentedControl
        className={classes.toggle ?? ''}
        size="xs"
        aria-label={t('diff.layout')}
        value={layout}
        onChange={choose}
        data={[
          { value: 'unified', label: t('diff.unified') },
          { value: 'beside', label: t('diff.beside') },
        ]}
      />
      <div className={classes.diff} {...{ role: 'group', 'aria-label': t('diff.label'), tabIndex: 0 }}>
        <p className={classes.legend}>{t(layout === 'unified' ? 'diff.legend' : 'diff.legendBeside')}</p>
        {layout === 'unified' ? <Unified rows={shown} /> : <Beside rows={shown} />}
        {rows.length > MAX_ROWS && <p className={classes.legend}>{t('diff.more')}</p>}
      </div>
    </>
  )
}

/** Names rows by their place, because a line may occur many times and none ever moves. */
function numbered<Item>(rows: readonly Item[]): readonly (readonly [number, Item])[] {
  return [...rows.entries()]
}

function Unified({ rows }: { readonly rows: readonly DiffRow[] }) {
  return numbered(rows).map(([number, row]) => <Line key={number} row={row} />)
}

/** Puts the majority to the left; a line that only one side has stands beside an empty one. */
function Beside({ rows }: { readonly rows: readonly DiffRow[] }) {
  return (
    <div className={classes.beside}>
      {numbered(pairRows(rows)).map(([number, { left, right }]) => (
        <div key={number} className={classes.pair} data-gap={left?.kind === 'gap' || undefined}>
          {left === null ? <div className={classes.line} data-kind="none" /> : <Line row={left} />}
          {left?.kind !== 'gap' &&
            (right === null ? <div className={classes.line} data-kind="none" /> : <Line row={right} />)}
        </div>
      ))}
    </div>
  )
}

function Line({ row }: { readonly row: DiffRow }) {
  const { t, i18n } = useTranslation('fold')
  if (row.kind === 'gap') {
    return (
      <div className={classes.gap}>
        {t('diff.gap', { count: row.count, number: plainNumber(row.count, i18n.language) })}
      </div>
    )
  }
  const names = { same: null, removed: t('diff.removed'), added: t('diff.added') }
  const name = names[row.kind]
  return (
    <div className={classes.line} data-kind={row.kind}>
      <span className={classes.sign} aria-hidden>
        {SIGNS[row.kind]}
      </span>
      {name !== null && <span className="wp-hidden">{name}</span>}
      <span>
        {numbered(row.parts).map(([number, part]) =>
          part.isChanged ? <mark key={number}>{part.text}</mark> : <span key={number}>{part.text}</span>,
        )}
      </span>
    </div>
  )
}
