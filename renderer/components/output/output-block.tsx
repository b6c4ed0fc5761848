import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainNumber } from '../words/formatters.ts'
import classes from './output-block.module.css'
import { type OutputLines, outputLines } from './output-lines.ts'

/** Rows shown before "show all"; a few more are shown at once rather than hidden behind a button. */
const PREVIEW_ROWS = 14
const PREVIEW_SLACK_ROWS = 4
/** Above this many rows only those in view are in the page. */
const PLAIN_MAX_ROWS = 500
const ROW_HEIGHT_PX = 19

interface OutputBlockProps {
  readonly text: string
  readonly label: string
  readonly isError?: boolean
  /** Long lines go on below, in a box of limited height, instead of running out of sight. */
  readonly isWrapped?: boolean
}

/** Shows the output of a machine: literal text, short at first, smooth at any length. */
export function OutputBlock({ text, label, isError = false, isWrapped = false }: OutputBlockProps) {
  const { t, i18n } = useTranslation('console')
  const [isExpanded, setIsExpanded] = useState(false)
  const lines = useMemo(() => outputLines(text), [text])
  const count = lines.rows.length
  const isLong = count > PREVIEW_ROWS + PREVIEW_SLACK_ROWS
  const number = plainNumber(count, i18n.language)
  return (
    <div className={classes.block} data-error={isError || undefined} data-wrapped={isWrapped || undefined}>
      {isLong && isExpanded && count > PLAIN_MAX_ROWS ? (
        <LongOutput lines={lines} label={label} />
      ) : (
        <pre className={classes.text} data-expanded={(isLong && isExpanded) || undefined} {...scrollable(label)}>
          {isLong && !isExpanded ? lines.rows.slice(0, PREVIEW_ROWS).join('\n') : lines.rows.join('\n')}
        </pre>
      )}
      {isLong && (
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isExpanded}
          onClick={() => setIsExpanded(!isExpanded)}
        >
          {isExpanded ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
          {isExpanded ? t('output.less') : t('output.all', { count, number })}
        </UnstyledButton>
      )}
    </div>
  )
}

/** Scrolled by the keyboard too, and named for who cannot see it. */
function scrollable(label: string) {
  return { role: 'group', 'aria-label': label, tabIndex: 0 } as const
}

function LongOutput({ lines, label }: { readonly lines: OutputLines; readonly label: string }) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: lines.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 20,
  })
  return (
    <div ref={scroller} className={classes.long} {...scrollable(label)}>
      <div className={classes.canvas} style={{ height: virtualizer.getTotalSize(), minWidth: `${lines.cells + 2}ch` }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div key={item.key} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
            {lines.rows[item.index]}
          </div>
        ))}
      </div>
    </div>
  )
}
