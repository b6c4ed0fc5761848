import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconDeviceFloppy, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../preload/contract/models/commands/command.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../proposal/card.module.css'
import type { ConsoleActions } from '../use-console-actions.ts'
import { copyText, isActive, isDropped } from './run-state.ts'
import { useSaveOutput } from './use-save-output.ts'

const COPIED_SHOWN_MS = 1600

interface ResultActionsProps {
  readonly record: CommandRecord
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Offers what can be done with a command under way, or with its answer. */
export function ResultActions({ record, run, actions }: ResultActionsProps) {
  const { t } = useTranslation('console')
  const cancel = useAction(() => actions.cancelCommand(record.commandId))
  const again = useAction(() =>
    actions.type([record.deviceId], run.command, run.timeoutS, { kind: 'turn', turnId: run.turnId }),
  )
  const save = useSaveOutput(record.commandId)
  if (isActive(record.state)) {
    return (
      <span className={classes.actions}>
        <Tooltip label={t('result.cancelHint')}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlayerStop size={13} aria-hidden />}
            loading={cancel.isRunning}
            onClick={() => cancel.run()}
          >
            {t('result.cancel')}
          </Button>
        </Tooltip>
      </span>
    )
  }
  const text = copyText(record)
  return (
    <span className={classes.actions}>
      {text !== '' && <CopyAction text={text} />}
      {record.outputBytes > 0 && !isDropped(record) && (
        <Tooltip label={t('result.saveHint')}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('result.save')}
            loading={save.isRunning}
            onClick={() => save.run()}
          >
            <IconDeviceFloppy size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} aria-hidden />}
        loading={again.isRunning}
        onClick={() => again.run()}
      >
        {t('result.again')}
      </Button>
    </span>
  )
}

function CopyAction({ text }: { readonly text: string }) {
  const { t } = useTranslation('console')
  const [isCopied, setIsCopied] = useState(false)
  const copy = useAction(async () => {
    await request('app.copy', { text })
    setIsCopied(true)
  })
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), COPIED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const label = t(isCopied ? 'result.copied' : 'result.copy')
  return (
    <Tooltip label={t('result.copyHint')}>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={() => copy.run()}>
        {isCopied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
