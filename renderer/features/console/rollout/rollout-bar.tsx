import { Button } from '@mantine/core'
import {
  IconClockPause,
  IconEye,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconProgress,
  IconRefresh,
  IconUnlink,
} from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandState, Run } from '../../../../preload/contract/models/commands/command.ts'
import type { RolloutAct, RolloutState } from '../../../../preload/contract/models/commands/rollout.ts'
import { plainNumber } from '../../../components/words/formatters.ts'
import { clockWords, elapsedWords } from '../../../components/words/time-words.ts'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { MoreDevices } from '../composer/more-devices.tsx'
import { useRunRequest } from '../run/use-run-request.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import classes from './rollout.module.css'
import { actsOf, unsentOf } from './rollout-state.ts'

interface RolloutBarProps {
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Says how far a run has been spread and what it waits for, and lets the operator steer it. */
export function RolloutBar({ run, actions }: RolloutBarProps) {
  const { rollout } = run
  const { awaited, left, forgotten, withheld } = useUnsent(run)
  const isShown = rollout !== undefined || awaited.length + forgotten.length + withheld.length > 0
  if (!isShown) return null
  return (
    <div className={classes.bar} data-phase={rollout?.phase}>
      {rollout !== undefined && <RolloutLine run={run} rollout={rollout} left={left} />}
      {awaited.length > 0 && <WaitLine run={run} awaited={awaited} />}
      {forgotten.length > 0 && <ForgottenLine run={run} forgotten={forgotten} />}
      {withheld.length > 0 && <WithheldLine run={run} withheld={withheld} actions={actions} />}
    </div>
  )
}

/**
 * Sorts what was not sent; asks main for the devices where the run came without its commands. Those that are merely not sent
 * yet are counted, because a run begins with thousands of them.
 */
function useUnsent(run: Run) {
  const { states, turnId, wait } = run
  const wanted: CommandState[] = wait === undefined ? ['withheld'] : ['withheld', 'approved']
  const hasUnsent = wanted.some((state) => (states?.[state] ?? 0) > 0)
  const input = hasUnsent ? { turnId, states: wanted } : null
  const { value } = useRunRequest('console.devicesInState', input, run)
  const commands = states === undefined ? run.commands : hasUnsent ? value : null
  return useMemo(() => unsentOf(run, commands ?? []), [run, commands])
}

const ICONS = {
  running: IconProgress,
  looking: IconEye,
  paused: IconPlayerPause,
  stopped: IconPlayerStop,
  done: IconProgress,
} as const

interface RolloutLineProps {
  readonly run: Run
  readonly rollout: RolloutState
  readonly left: number
}

function RolloutLine({ run, rollout, left }: RolloutLineProps) {
  const { t, i18n } = useTranslation('rollout')
  const Icon = ICONS[rollout.phase]
  const number = (value: number) => plainNumber(value, i18n.language)
  const { phase, reason, sent, total } = rollout
  return (
    <div className={classes.line}>
      <Icon size={16} aria-hidden />
      <strong className={classes.phase} role="status">
        {t(`phase.${phase}`, { sent: number(sent), total: number(total) })}
      </strong>
      {reason !== null && <span className={classes.why}>{t(`reason.${reason}`)}</span>}
      {phase === 'looking' && <span className={classes.why}>{t('lookHint')}</span>}
      {phase === 'running' && rollout.nextAt !== null && <NextWave at={rollout.nextAt} />}
      <span className={classes.acts}>
        {actsOf(rollout).map((act) => (
          <ActButton key={act} turnId={run.turnId} act={act} left={number(left)} />
        ))}
      </span>
    </div>
  )
}

function NextWave({ at }: { readonly at: number }) {
  const { t, i18n } = useTranslation('rollout')
  const format = useCallback((now: number) => elapsedWords(at - now, i18n.language), [at, i18n.language])
  return <span className={classes.why}>{t('nextWave', { time: useClockText(format) })}</span>
}

const ACT_ICONS: Readonly<Record<RolloutAct, typeof IconPlayerPlay>> = {
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  'go-on': IconPlayerPlay,
  stop: IconPlayerStop,
  'stop-waiting': IconPlayerStop,
}

function ActButton({
  turnId,
  act,
  left,
}: {
  readonly turnId: string
  readonly act: RolloutAct
  readonly left: string
}) {
  const { t } = useTranslation('rollout')
  const steer = useAction(() => request('console.steer', { turnId, act }))
  const Icon = ACT_ICONS[act]
  return (
    <Button
      size="compact-xs"
      variant={act === 'go-on' || act === 'resume' ? 'filled' : 'default'}
      leftSection={<Icon size={13} aria-hidden />}
      title={t(`actHint.${act}`)}
      loading={steer.isRunning}
      onClick={() => steer.run()}
    >
      {t(`act.${act}`, { left })}
    </Button>
  )
}

/** Lists devices that a command still waits for. */
function WaitLine({ run, awaited }: { readonly run: Run; readonly awaited: readonly string[] }) {
  const { t, i18n } = useTranslation('rollout')
  const count = awaited.length
  const until = clockWords(run.wait?.until ?? run.approvedAt, Date.now(), i18n.language)
  return (
    <div className={classes.line}>
      <IconClockPause size={16} aria-hidden />
      <strong className={classes.phase}>
        {t('waiting', { count, number: plainNumber(count, i18n.language), until })}
      </strong>
      <span className={classes.ids}>{awaited.slice(0, 3).join(', ')}</span>
      <MoreDevices connectionId={run.connectionId} deviceIds={awaited} shown={3} />
      <span className={classes.why}>{t('waitingEnds')}</span>
      <span className={classes.acts}>
        <ActButton turnId={run.turnId} act="stop-waiting" left="" />
      </span>
    </div>
  )
}

/** Names devices that the rollout left out, because the console was made to forget them. */
function ForgottenLine({ run, forgotten }: { readonly run: Run; readonly forgotten: readonly string[] }) {
  const { t, i18n } = useTranslation('rollout')
  const count = forgotten.length
  return (
    <div className={classes.line}>
      <IconUnlink size={16} aria-hidden />
      <span className={classes.why}>{t('forgotten', { count, number: plainNumber(count, i18n.language) })}</span>
      <span className={classes.ids}>{forgotten.slice(0, 3).join(', ')}</span>
      <MoreDevices connectionId={run.connectionId} deviceIds={forgotten} shown={3} />
    </div>
  )
}

interface WithheldLineProps extends RolloutBarProps {
  readonly withheld: readonly string[]
}

/** Counts devices that were never sent the command, and proposes it again for exactly these. */
function WithheldLine({ run, withheld, actions }: WithheldLineProps) {
  const { t, i18n } = useTranslation('rollout')
  const number = plainNumber(withheld.length, i18n.language)
  const again = useAction(() => actions.type(withheld, run.command, run.timeoutS, { kind: 'turn', turnId: run.turnId }))
  return (
    <div className={classes.line}>
      <span className={classes.why}>{t('notSent', { count: withheld.length, number })}</span>
      <span className={classes.acts}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={13} aria-hidden />}
          title={t('againHint')}
          loading={again.isRunning}
          onClick={() => again.run()}
        >
          {t('again', { count: withheld.length, number })}
        </Button>
      </span>
    </div>
  )
}
