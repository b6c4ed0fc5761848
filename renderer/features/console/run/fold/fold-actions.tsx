import { Button, Tooltip } from '@mantine/core'
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { useAction } from '../../../../lib/use-action.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { hasActive } from '../run-state.ts'
import classes from './fold.module.css'
import { devicesOf, forEachBounded, openCommands, type RunLine } from './fold-state.ts'

interface FoldActionsProps {
  /** One run, or that of each command of a question. */
  readonly lines: readonly RunLine[]
  readonly actions: ConsoleActions
}

/** Offers what can be done with whole runs: stop waiting for them, or propose them again to the devices that did not do it. */
export function FoldActions({ lines, actions }: FoldActionsProps) {
  const { t } = useTranslation('fold')
  const cancel = useAction(async () => {
    const open = await Promise.all(lines.map(({ run, fold }) => openCommands(run, fold)))
    await forEachBounded(open.flat(), actions.cancelCommand)
  })
  return (
    <div className={classes.actions}>
      {(['failed', 'silent'] as const).map((kind) => (
        <AgainButton key={kind} kind={kind} lines={lines} actions={actions} />
      ))}
      {lines.some(({ run }) => hasActive(run)) && (
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

/** Makes a new proposal a command for exactly the devices of one kind; each is judged and approved anew. */
function AgainButton({ kind, lines, actions }: FoldActionsProps & { readonly kind: 'failed' | 'silent' }) {
  const { t, i18n } = useTranslation('fold')
  const parts = lines.map(({ run, fold }) => ({ run, ids: devicesOf(fold, kind) })).filter(({ ids }) => ids.length > 0)
  const again = useAction(async () => {
    for (const { run, ids } of parts)
      await actions.type(ids, run.command, run.timeoutS, { kind: 'turn', turnId: run.turnId })
  })
  if (parts.length === 0) return null
  const count = parts.reduce((sum, { ids }) => sum + ids.length, 0)
  return (
    <Tooltip label={t(`againHint.${kind}`)}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} aria-hidden />}
        loading={again.isRunning}
        onClick={() => again.run()}
      >
        {t(`again.${kind}`, { number: plainNumber(count, i18n.language) })}
      </Button>
    </Tooltip>
  )
}
