import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../preload/contract/models/command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import classes from '../proposal/card.module.css'
import { regionName } from '../proposal/region-name.ts'
import { RolloutBar } from '../rollout/rollout-bar.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import { CommandResult } from './command-result.tsx'
import { FoldedRun } from './fold/folded-run.tsx'
import { RunAnnouncement } from './run-announcement.tsx'
import { deviceCount } from './run-state.ts'

interface RunCardProps {
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Shows what became of an approved command, live: the answer of one device, or those of several in groups. */
export function RunCard({ run, actions }: RunCardProps) {
  const { t } = useTranslation('console')
  const format = useFormat()
  return (
    <section
      className={classes.run}
      aria-label={regionName(t('result.label'), run.command, format.dateTime(run.approvedAt))}
    >
      <RunAnnouncement run={run} />
      <RolloutBar run={run} actions={actions} />
      {deviceCount(run) > 1 ? (
        <FoldedRun run={run} actions={actions} />
      ) : (
        run.commands.map((record) => (
          <CommandResult key={record.commandId} record={record} run={run} actions={actions} />
        ))
      )}
    </section>
  )
}
