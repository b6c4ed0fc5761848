import { Button, Tooltip } from '@mantine/core'
import { IconListSearch, IconTool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../proposal/card.module.css'
import { runsOf } from '../turn/turns-state.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import { canFix, canSummarise, isOutdated, isSummarised } from './run-state.ts'

interface RunAssistProps {
  readonly turn: Turn
  readonly actions: ConsoleActions
}

/** Offers what the assistant can do with the results of a run. */
export function RunAssist({ turn, actions }: RunAssistProps) {
  const { t } = useTranslation('assist')
  const hasModel = useAppState((state) => state.assistant.kind === 'model')
  const summarise = useAction(() => actions.summarise(turn.id))
  const fix = useAction(() => actions.fix(turn.id))
  const hasSummary = canSummarise(turn, hasModel) && !isSummarised(turn)
  const isAgain =
    turn.assist?.notes?.some((note) => note.kind === 'summary' && isOutdated(note, runsOf([turn]))) ?? false
  const hasFix = canFix(turn, hasModel)
  if (!hasSummary && !hasFix) return null
  return (
    <div className={classes.foot}>
      {hasSummary && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconListSearch size={13} aria-hidden />}
          loading={summarise.isRunning}
          onClick={() => summarise.run()}
        >
          {t(isAgain ? 'outdated.again' : 'summary.action')}
        </Button>
      )}
      {hasFix && (
        <Tooltip label={t('fix.hint')}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconTool size={13} aria-hidden />}
            loading={fix.isRunning}
            onClick={() => fix.run()}
          >
            {t('fix.action')}
          </Button>
        </Tooltip>
      )}
    </div>
  )
}
