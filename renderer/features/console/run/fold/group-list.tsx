import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsoleActions } from '../../use-console-actions.ts'
import classes from './fold.module.css'
import type { ShownGroup } from './fold-state.ts'
import { FoldedGroup } from './folded-group.tsx'

/** Up to this many groups stand in the timeline; more scroll by themselves, and only those in sight are in the page. */
const PLAIN_MAX_GROUPS = 12
const HEAD_HEIGHT_PX = 38

interface GroupListProps {
  readonly groups: readonly ShownGroup[]
  /** Groups that are open until the operator closes them. */
  readonly open: ReadonlySet<string>
  /** Each group says which command it answers. */
  readonly hasSeveralCommands?: boolean
  readonly actions: ConsoleActions
}

/** What the operator opened or closed, by group; it stays while results come in. */
type Touched = ReadonlyMap<string, boolean>

/** Lists groups of answers in their order; the arrows go from head to head. */
export function GroupList(props: GroupListProps) {
  const { t } = useTranslation('fold')
  const { groups, open } = props
  const [openings, setOpenings] = useState<Touched>(new Map())
  const [diffs, setDiffs] = useState<Touched>(new Map())
  const list = useRef<HTMLDivElement>(null)
  const isLong = groups.length > PLAIN_MAX_GROUPS
  const virtualizer = useVirtualizer({
    count: isLong ? groups.length : 0,
    // A short list is not watched, because measuring it makes the page lay itself out while it is drawn.
    getScrollElement: () => (isLong ? list.current : null),
    getItemKey: (index) => groups[index]?.key ?? index,
    estimateSize: () => HEAD_HEIGHT_PX,
    overscan: 3,
  })
  const focusHead = (index: number) => {
    const find = () => list.current?.querySelector<HTMLElement>(`[data-head="${index}"]`)
    const head = find()
    if (head) return head.focus()
    virtualizer.scrollToIndex(index)
    requestAnimationFrame(() => find()?.focus())
  }
  const groupAt = (index: number) => {
    const shown = groups[index]
    if (shown === undefined) return null
    const { key } = shown
    const isOpen = openings.get(key) ?? open.has(key)
    const hasDiff = diffs.get(key) ?? false
    return (
      <FoldedGroup
        key={key}
        shown={shown}
        index={index}
        isOpen={isOpen}
        hasDiff={hasDiff}
        hasCommand={props.hasSeveralCommands === true}
        actions={props.actions}
        onOpen={(next) => setOpenings((before) => new Map(before).set(key, next))}
        onDiff={(next) => {
          setDiffs((before) => new Map(before).set(key, next))
          if (next) setOpenings((before) => new Map(before).set(key, true))
        }}
        onMove={(step) => focusHead(Math.min(groups.length - 1, Math.max(0, index + step)))}
      />
    )
  }
  if (!isLong) {
    return (
      <div ref={list} className={classes.list} {...listRole(t('groups'))}>
        {groups.map((_, index) => groupAt(index))}
      </div>
    )
  }
  return (
    <div ref={list} className={classes.longList} {...listRole(t('groups'))}>
      <div className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classes.row}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {groupAt(item.index)}
          </div>
        ))}
      </div>
    </div>
  )
}

function listRole(label: string) {
  return { role: 'group', 'aria-label': label } as const
}
