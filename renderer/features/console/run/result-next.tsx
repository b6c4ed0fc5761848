import { Button, Group } from '@mantine/core'
import { IconStethoscope } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../preload/contract/models/commands/command.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import { BackWatchControl } from './back-watch.tsx'

interface ResultNextProps {
  readonly record: CommandRecord
  readonly run: Run
  /** Devices that answered the same; the next step is proposed for all of them. */
  readonly deviceIds: readonly string[]
  readonly actions: ConsoleActions
}

/** Offers what comes next: a look into a failure, or at what was restarted. Each makes a proposal and runs nothing itself. */
export function ResultNext({ record, run, deviceIds, actions }: ResultNextProps) {
  const { t, i18n } = useTranslation('console')
  // What a device said led to the command, so the proposal is marked as made from its output.
  const look = useAction((command: string) =>
    actions.type(deviceIds, command, run.timeoutS, { kind: 'note', turnId: run.turnId }),
  )
  const check = useAction((command: string) =>
    actions.type(deviceIds, command, run.timeoutS, { kind: 'turn', turnId: run.turnId }),
  )
  const next = record.reading?.nextRead
  const { aftermath } = record
  if (next === undefined && aftermath === undefined) return null
  return (
    <Group gap="xs" mt={6}>
      {next && (
        <LookButton
          label={localized(next.title, i18n.language)}
          command={next.command}
          isRunning={look.isRunning}
          onClick={() => look.run(next.command)}
        />
      )}
      {aftermath && (
        <>
          {deviceIds.length === 1 && <BackWatchControl record={record} kind={aftermath.kind} />}
          <LookButton
            label={t('after.check')}
            command={aftermath.check}
            isRunning={check.isRunning}
            onClick={() => check.run(aftermath.check)}
          />
        </>
      )}
    </Group>
  )
}

interface LookButtonProps {
  readonly label: string
  readonly command: string
  readonly isRunning: boolean
  readonly onClick: () => void
}

function LookButton({ label, command, isRunning, onClick }: LookButtonProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconStethoscope size={13} aria-hidden />}
      title={command}
      loading={isRunning}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
