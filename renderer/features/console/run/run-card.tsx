import { Button, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandState, Run } from '../../../../preload/contract/models/commands/command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import classes from '../proposal/card.module.css'
import { regionName } from '../proposal/region-name.ts'
import { RolloutBar } from '../rollout/rollout-bar.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import { CommandResult } from './command-result.tsx'
import foldClasses from './fold/fold.module.css'
import { FoldedRun } from './fold/folded-run.tsx'
import { deviceCount, hasActive, statesOf } from './run-state.ts'
import { ValuesPanel } from './values/values-panel.tsx'

interface RunCardProps {
  readonly run: Run
  /** The answers stand below the question, with those to its other commands. */
  readonly isAnsweredBelow?: boolean
  readonly actions: ConsoleActions
}

/** Shows what became of an approved command, live: the answer of one device, or those of several in groups. */
export function RunCard({ run, isAnsweredBelow = false, actions }: RunCardProps) {
  const { t } = useTranslation('console')
  const format = useFormat()
  return (
    <section
      className={classes.run}
      aria-label={regionName(t('result.label'), run.command, format.dateTime(run.approvedAt))}
    >
      <RunAnnouncement run={run} />
      <RolloutBar run={run} actions={actions} />
      {isAnsweredBelow ? <OwnAnswers run={run} actions={actions} /> : <Answers run={run} actions={actions} />}
    </section>
  )
}

function Answers({ run, actions }: RunCardProps) {
  if (deviceCount(run) > 1) return <FoldedRun run={run} actions={actions} />
  return run.commands.map((record) => (
    <CommandResult key={record.commandId} record={record} run={run} actions={actions} />
  ))
}

/** Offers the answers to one command of a question by themselves, to compare, save or explain them; its values stay. */
function OwnAnswers({ run, actions }: RunCardProps) {
  const { t } = useTranslation('console')
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const isSeveral = deviceCount(run) > 1
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  if (!isSeveral) return null
  return (
    <>
      {!isOpen && <ValuesPanel run={run} />}
      <Button
        className={foldClasses.devicesToggle ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        aria-controls={id}
        leftSection={<Chevron size={13} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'question.hideOwn' : 'question.showOwn')}
      </Button>
      <div id={id}>{isOpen && <FoldedRun run={run} actions={actions} />}</div>
    </>
  )
}

/** Reads out how a run goes: each state of one device, of several only how they ended. */
export function RunAnnouncement({ run }: { readonly run: Run }) {
  const { t } = useTranslation('console')
  const isSilent = deviceCount(run) > 1 && hasActive(run)
  const states = Object.entries(statesOf(run)) as [CommandState, number][]
  const words = states.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${t(`state.${state}.word`)}`)
  return <VisuallyHidden role="status">{isSilent ? '' : `${t('result.label')}: ${words.join(' · ')}`}</VisuallyHidden>
}
