import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCopy, IconFileDiff, IconTarget } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/command.ts'
import { StateBadge } from '../../../../components/badges/state-badge.tsx'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { request } from '../../../../lib/api.ts'
import { showDone } from '../../../../lib/errors/show-error.tsx'
import { useNavigation } from '../../../../lib/navigation.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import cardClasses from '../../proposal/card.module.css'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { CommandResult, ResultBody } from '../command-result.tsx'
import { copyText } from '../run-state.ts'
import classes from './fold.module.css'
import { isComparable, type ShownGroup } from './fold-state.ts'
import { GroupDevices } from './group-devices.tsx'
import { GroupDiff } from './group-diff.tsx'

/** Ids named in the head of a group. */
const NAMED_DEVICES = 3

interface FoldedGroupProps {
  readonly shown: ShownGroup
  readonly index: number
  readonly isOpen: boolean
  readonly hasDiff: boolean
  /** Answer of the majority; null where there is none. */
  readonly majority: string | null
  readonly run: Run
  readonly actions: ConsoleActions
  readonly onOpen: (isOpen: boolean) => void
  readonly onDiff: (hasDiff: boolean) => void
  /** Takes the keyboard to another group, so many further down. */
  readonly onMove: (step: number) => void
}

/** Devices that gave the same answer: who, how many, and the answer once. */
export function FoldedGroup(props: FoldedGroupProps) {
  const { shown, index, isOpen, hasDiff, majority, run, actions } = props
  const { group, records, sample } = shown
  const { t } = useTranslation('fold')
  const { openConsole } = useNavigation()
  const canCompare = isComparable(shown, majority)
  const ids = records.map(({ deviceId }) => deviceId)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      ArrowDown: () => props.onMove(1),
      ArrowUp: () => props.onMove(-1),
      d: () => canCompare && props.onDiff(!hasDiff),
      x: () => openConsole(ids),
    }[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section className={classes.group} data-kind={group.kind}>
      <header className={classes.groupHead}>
        <UnstyledButton
          className={classes.opener}
          aria-expanded={isOpen}
          data-head={index}
          onClick={() => props.onOpen(!isOpen)}
          onKeyDown={onKeyDown}
        >
          <Chevron size={15} aria-hidden />
          <StateBadge kind="command" state={group.state} />
          <GroupWords shown={shown} />
        </UnstyledButton>
        <GroupActions ids={ids} />
      </header>
      {isOpen && (
        <div className={classes.body}>
          {canCompare && (
            <Button
              className={classes.diffToggle ?? ''}
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-pressed={hasDiff}
              leftSection={<IconFileDiff size={14} aria-hidden />}
              onClick={() => props.onDiff(!hasDiff)}
            >
              {t(hasDiff ? 'diff.hide' : 'diff.show')}
            </Button>
          )}
          {canCompare && hasDiff && majority !== null ? (
            <GroupDiff before={majority} after={copyText(sample)} />
          ) : records.length === 1 ? (
            <CommandResult record={sample} run={run} actions={actions} />
          ) : (
            group.kind !== 'waiting' && <ResultBody record={sample} run={run} />
          )}
          {records.length > 1 && <GroupDevices records={records} run={run} actions={actions} />}
        </div>
      )}
    </section>
  )
}

/** Says how many and who; with a search how many of them are found. */
function GroupWords({ shown: { group, records } }: { readonly shown: ShownGroup }) {
  const { t, i18n } = useTranslation('fold')
  const number = (value: number) => plainNumber(value, i18n.language)
  const all = group.deviceIds.length
  const named = records.slice(0, NAMED_DEVICES).map(({ deviceId }) => deviceId)
  return (
    <>
      <strong className={classes.size}>
        {records.length < all
          ? t('found', { count: all, found: number(records.length), all: number(all) })
          : t('devices', { count: all, number: number(all) })}
      </strong>
      {group.kind === 'majority' && <span className={cardClasses.tag}>{t('majority')}</span>}
      {group.isDoubtful && (
        <span className={cardClasses.tag} data-warn title={t('doubtfulHint')}>
          {t('doubtful')}
        </span>
      )}
      {group.exitCode !== null && group.exitCode !== 0 && (
        <span className={classes.quiet}>{t('console:result.exitCode', { code: group.exitCode })}</span>
      )}
      <span className={classes.names}>
        {named.join(', ')}
        {records.length > named.length && ' …'}
      </span>
    </>
  )
}

function GroupActions({ ids }: { readonly ids: readonly string[] }) {
  const { t, i18n } = useTranslation('fold')
  const { openConsole } = useNavigation()
  const copy = useAction(async () => {
    await request('app.copy', { text: ids.join('\n') })
    showDone(t('copied', { count: ids.length, number: plainNumber(ids.length, i18n.language) }))
  })
  return (
    <span className={classes.groupActions}>
      <Tooltip label={t('targetsHint')}>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('targets')} onClick={() => openConsole(ids)}>
          <IconTarget size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('copyIds')}>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('copyIds')} onClick={() => copy.run()}>
          <IconCopy size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  )
}
