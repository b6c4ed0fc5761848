import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/command.ts'
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
  /** Device with the answer of the majority; null where there is none. */
  readonly majority: string | null
  readonly run: Run
  readonly actions: ConsoleActions
}

/** What the operator opened or closed, by group; it stays while results come in. */
type Touched = ReadonlyMap<string, boolean>

/** Lists the groups of a run in their order; the arrows go from head to head. */
export function GroupList(props: GroupListProps) {
  const { t } = useTranslation('fold')
  const { groups, open } = props
  const [openings, setOpenings] = useState<Touched>(new Map())
  const [diffs, setDiffs] = useState<Touched>(new Map())
  const list = useRef<HTMLDivElement>(null)
  const isLong = groups.length > PLAIN_MAX_GROUPS
  const virtualizer = useVirtualizer({
    count: isLong ? groups.length : 0,
    getScrollElement: () => list.current,
    getItemKey: (index) => groups[index]?.group.id ?? index,
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
    const { id } = shown.group
    const isOpen = openings.get(id) ?? open.has(id)
    const hasDiff = diffs.get(id) ?? false
    return (
      <FoldedGroup
        key={id}
        shown={shown}
        index={index}
        isOpen={isOpen}
        hasDiff={hasDiff}
        majority={props.majority}
        run={props.run}
        actions={props.actions}
        onOpen={(next) => setOpenings((before) => new Map(before).set(id, next))}
        onDiff={(next) => {
          setDiffs((before) => new Map(before).set(id, next))
          if (next) setOpenings((before) => new Map(before).set(id, true))
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
