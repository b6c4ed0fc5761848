import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../preload/contract/models/command.ts'
import classes from '../proposal/card.module.css'
import type { ConsoleActions } from '../use-console-actions.ts'
import { CommandResult } from './command-result.tsx'

interface RunCardProps {
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Shows what became of an approved command, device by device, live. */
export function RunCard({ run, actions }: RunCardProps) {
  const { t } = useTranslation('console')
  return (
    <section className={classes.run} aria-label={t('result.label')}>
      {run.commands.map((record) => (
        <CommandResult key={record.commandId} record={record} run={run} actions={actions} />
      ))}
    </section>
  )
}
