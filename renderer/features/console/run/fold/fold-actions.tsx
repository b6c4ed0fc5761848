import { Button, Tooltip } from '@mantine/core'
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/command.ts'
import type { RunFold } from '../../../../../preload/contract/models/folding.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { useAction } from '../../../../lib/use-action.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { hasActive } from '../run-state.ts'
import classes from './fold.module.css'
import { devicesOf, forEachBounded, openCommands } from './fold-state.ts'

interface FoldActionsProps {
  readonly run: Run
  readonly fold: RunFold
  readonly actions: ConsoleActions
}

/** Offers what can be done with a whole run: stop waiting for it, or propose it again to the devices that did not do it. */
export function FoldActions({ run, fold, actions }: FoldActionsProps) {
  const { t } = useTranslation('fold')
  const cancel = useAction(async () => forEachBounded(await openCommands(run, fold), actions.cancelCommand))
  return (
    <div className={classes.actions}>
      {(['failed', 'silent'] as const).map((kind) => (
        <AgainButton key={kind} kind={kind} run={run} fold={fold} actions={actions} />
      ))}
      {hasActive(run) && (
        <Tooltip label={t('cancelHint')}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlayerStop size={13} aria-hidden />}
            loading={cancel.isRunning}
            onClick={() => cancel.run()}
          >
            {t('cancelAll')}
          </Button>
        </Tooltip>
      )}
    </div>
  )
}

/** Makes a new proposal for exactly the devices of one kind; it is judged and approved anew. */
function AgainButton({ kind, run, fold, actions }: FoldActionsProps & { readonly kind: 'failed' | 'silent' }) {
  const { t, i18n } = useTranslation('fold')
  const ids = devicesOf(fold, kind)
  const again = useAction(() => actions.type(ids, run.command, run.timeoutS, { kind: 'turn', turnId: run.turnId }))
  if (ids.length === 0) return null
  return (
    <Tooltip label={t(`againHint.${kind}`)}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} aria-hidden />}
        loading={again.isRunning}
        onClick={() => again.run()}
      >
        {t(`again.${kind}`, { number: plainNumber(ids.length, i18n.language) })}
      </Button>
    </Tooltip>
  )
}
