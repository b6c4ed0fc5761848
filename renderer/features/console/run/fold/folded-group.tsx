import { ActionIcon, Skeleton, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCopy, IconTarget } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../../../components/badges/state-badge.tsx'
import { DeviceLabel } from '../../../../components/words/device-label.tsx'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { request } from '../../../../lib/api.ts'
import { showDone } from '../../../../lib/errors/show-error.tsx'
import { useWays } from '../../../../lib/navigation.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import cardClasses from '../../proposal/card.module.css'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { CommandResult, ResultBody } from '../command-result.tsx'
import { ResultNext } from '../result-next.tsx'
import { useRunCommands } from '../use-run-request.ts'
import classes from './fold.module.css'
import { isComparable, type ShownGroup } from './fold-state.ts'
import { GroupDevices } from './group-devices.tsx'
import { MajorityDiff, MajorityDiffToggle } from './group-diff.tsx'

/** Devices named in the head of a group. */
const NAMED_DEVICES = 3

interface FoldedGroupProps {
  readonly shown: ShownGroup
  readonly index: number
  readonly isOpen: boolean
  readonly hasDiff: boolean
  /** Says which command it answers. */
  readonly hasCommand: boolean
  readonly actions: ConsoleActions
  readonly onOpen: (isOpen: boolean) => void
  readonly onDiff: (hasDiff: boolean) => void
  /** Takes the keyboard to another group, so many further down. */
  readonly onMove: (step: number) => void
}

/** Devices that gave the same answer: who, how many, and the answer once. */
export function FoldedGroup(props: FoldedGroupProps) {
  const { shown, index, isOpen, hasDiff } = props
  const { group, deviceIds, majority, run } = shown
  const { openConsole } = useWays()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      ArrowDown: () => props.onMove(1),
      ArrowUp: () => props.onMove(-1),
      d: () => isComparable(group, undefined, majority) && props.onDiff(!hasDiff),
      x: () => openConsole(deviceIds),
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
          {props.hasCommand && (
            <code className={classes.command} title={run.command}>
              {run.command}
            </code>
          )}
        </UnstyledButton>
        <GroupActions ids={deviceIds} />
      </header>
      {isOpen && <GroupBody {...props} />}
    </section>
  )
}

/** Shows the answer of a group, or in what it differs from that of the majority. */
function GroupBody({ shown, hasDiff, actions, onDiff }: FoldedGroupProps) {
  const { group, deviceIds, majority, run } = shown
  const sample = useRunCommands(run, deviceIds.slice(0, 1)).get(deviceIds[0])
  const canCompare = isComparable(group, sample, majority)
  const answer = () => {
    if (sample === undefined) return <Skeleton height={64} />
    if (canCompare && hasDiff && majority !== null)
      return <MajorityDiff run={run} majority={majority} sample={sample} />
    if (deviceIds.length === 1) return <CommandResult record={sample} run={run} actions={actions} isNamed />
    if (group.kind === 'waiting') return null
    return (
      <>
        <ResultBody record={sample} run={run} deviceIds={deviceIds} />
        <ResultNext record={sample} run={run} deviceIds={deviceIds} actions={actions} />
      </>
    )
  }
  return (
    <div className={classes.body}>
      {canCompare && <MajorityDiffToggle isOn={hasDiff} onChange={onDiff} />}
      {answer()}
      {deviceIds.length > 1 && <GroupDevices deviceIds={deviceIds} run={run} actions={actions} />}
    </div>
  )
}

/** Says how many and who; with a search how many of them are found. */
function GroupWords({ shown: { group, deviceIds } }: { readonly shown: ShownGroup }) {
  const { t, i18n } = useTranslation('fold')
  const number = (value: number) => plainNumber(value, i18n.language)
  const all = group.deviceIds.length
  const named = deviceIds.slice(0, NAMED_DEVICES)
  return (
    <>
      {all > 1 && (
        <strong className={classes.size}>
          {deviceIds.length < all
            ? t('found', { count: all, found: number(deviceIds.length), all: number(all) })
            : t('devices', { count: all, number: number(all) })}
        </strong>
      )}
      {group.kind === 'majority' && <span className={cardClasses.tag}>{t('majority')}</span>}
      {group.isDoubtful && (
        <span className={cardClasses.tag} data-warn title={t('doubtfulHint')}>
          {t('doubtful')}
        </span>
      )}
      {group.isDropped && (
        <span className={cardClasses.tag} title={t('console:mark.output-dropped')}>
          {t('dropped')}
        </span>
      )}
      {group.exitCode !== null && group.exitCode !== 0 && (
        <span className={classes.quiet}>{t('console:result.exitCode', { code: group.exitCode })}</span>
      )}
      <span className={classes.names} data-single={all === 1 || undefined}>
        {named.map((id, index) => (
          <Fragment key={id}>
            {index > 0 && ', '}
            <DeviceLabel deviceId={id} />
          </Fragment>
        ))}
        {deviceIds.length > named.length && ' …'}
      </span>
    </>
  )
}

function GroupActions({ ids }: { readonly ids: readonly string[] }) {
  const { t, i18n } = useTranslation('fold')
  const { openConsole } = useWays()
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
