import { Button } from '@mantine/core'
import { IconGitCompare, IconRefresh } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../preload/contract/errors.ts'
import type { Turn } from '../../../preload/contract/models/commands/command.ts'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useEvent } from '../../lib/use-event.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'
import { TurnCard } from '../console/turn/turn-card.tsx'
import { type ConsoleActions, useConsoleActions } from '../console/use-console-actions.ts'
import classes from './history-view.module.css'
import { RunComparison } from './run-comparison.tsx'

interface HistoryDetailProps {
  readonly turnId: string
  /** Call when something of the exchange goes on in the console. */
  readonly onLeave: () => void
  /** Shows another exchange. */
  readonly onOpen: (turnId: string) => void
}

/** One exchange as it was, and what can be done with it: propose it again, compare it. */
export function HistoryDetail({ turnId, onLeave, onOpen }: HistoryDetailProps) {
  // The last exchange stays until the next one is there: going through the list would flicker.
  const { value: turn, change } = useRequest('history.turn', { turnId }, { keepsLast: true })
  useEvent('console.changed', (turns) => {
    const newer = turns.find(({ id }) => id === turn?.id)
    if (newer !== undefined) change(() => newer)
  })
  if (turn === null) return <ViewSkeleton />
  return <LoadedDetail key={turn.id} turn={turn} onLeave={onLeave} onOpen={onOpen} />
}

interface LoadedDetailProps extends Omit<HistoryDetailProps, 'turnId'> {
  readonly turn: Turn
}

function LoadedDetail({ turn, onLeave, onOpen }: LoadedDetailProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const [isComparing, setIsComparing] = useState(false)
  const { actions, isElsewhere } = useHistoryActions(turn, onLeave)
  const { run, proposal } = turn
  const again = useAction(async () => {
    if (run === null) return
    const deviceIds = proposal?.deviceIds ?? turn.deviceIds
    await actions.type(deviceIds, run.command, run.timeoutS, { kind: 'turn', turnId: turn.id })
  })
  return (
    <div className={classes.detail}>
      <div className={classes.detailHead}>
        <span className={classes.quiet}>{format.dateTime(turn.createdAt)}</span>
        <span className={classes.detailActions}>
          {/* A proposal that was never sent has its own buttons on its card. */}
          {run !== null && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                aria-pressed={isComparing}
                leftSection={<IconGitCompare size={14} aria-hidden />}
                onClick={() => setIsComparing(!isComparing)}
              >
                {t(isComparing ? 'detail.backToRun' : 'detail.compare')}
              </Button>
              <Button
                size="compact-sm"
                leftSection={<IconRefresh size={14} aria-hidden />}
                disabled={isElsewhere}
                loading={again.isRunning}
                onClick={() => again.run()}
              >
                {t('detail.again')}
              </Button>
            </>
          )}
        </span>
      </div>
      {isElsewhere && <p className={classes.quiet}>{t('detail.elsewhere')}</p>}
      {isComparing ? (
        <RunComparison turn={turn} onOpen={onOpen} />
      ) : (
        <TurnCard turn={turn} streamed={undefined} actions={actions} takesFocus={false} onDecided={() => undefined} />
      )}
    </div>
  )
}

const refuse = (): Promise<never> => Promise.reject(new AppError('CONNECTION_SWITCHED'))

/** Acts of the console; what makes a new exchange goes there, and is refused for devices of another broker. */
function useHistoryActions(turn: Turn, onLeave: () => void): { actions: ConsoleActions; isElsewhere: boolean } {
  const { go, openConsoleWith } = useNavigation()
  const activeId = useAppState((state) => state.connection.profileId)
  const isElsewhere = turn.connectionId !== activeId
  const events = useMemo(() => {
    const toConsole = () => {
      onLeave()
      go('console')
    }
    const onTypeInstead = ({ text }: Turn) => {
      onLeave()
      openConsoleWith(`!${text}`)
    }
    return { onSent: toConsole, onProposed: () => undefined, onTypeInstead, onPhrases: toConsole }
  }, [go, onLeave, openConsoleWith])
  const own = useConsoleActions(events)
  const actions = useMemo(
    () => (isElsewhere ? { ...own, type: refuse, ask: refuse, investigate: refuse } : own),
    [own, isElsewhere],
  )
  return { actions, isElsewhere }
}
