import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../preload/contract/models/command.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { OutputBlock } from '../../../components/output/output-block.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { durationWords, elapsedWords } from '../../../components/words/time-words.ts'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import classes from '../proposal/card.module.css'
import { withheldReason } from '../rollout/rollout-state.ts'
import { AnswerReadingBlock } from '../turn/answer-reading.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import { DroppedAnswers } from './dropped-answers.tsx'
import { ResultActions } from './result-actions.tsx'
import { ResultMarks } from './result-marks.tsx'
import { ResultNext } from './result-next.tsx'
import { answerLimitS, elapsedMs, hasOutcome, isActive, isDropped } from './run-state.ts'

interface CommandResultProps {
  readonly record: CommandRecord
  readonly run: Run
  readonly actions: ConsoleActions
}

/** One command on one device: how far it got, what the device said, and what is odd about the answer. */
export function CommandResult({ record, run, actions }: CommandResultProps) {
  const { t } = useTranslation('console')
  const isLate = record.marks.includes('late')
  return (
    <div className={classes.result}>
      <header className={classes.head}>
        <StateBadge kind="command" state={record.state} />
        {isLate && (
          <span className={classes.tag} data-warn title={t('mark.late')}>
            {t('late')}
          </span>
        )}
        <span className={classes.device}>
          <DeviceLabel deviceId={record.deviceId} />
        </span>
        <TimeText record={record} run={run} />
        {record.exitCode !== null && (
          <span className={classes.source}>{t('result.exitCode', { code: record.exitCode })}</span>
        )}
        <ResultActions record={record} run={run} actions={actions} />
      </header>
      <ResultBody record={record} run={run} deviceIds={[record.deviceId]} />
      <ResultNext record={record} run={run} actions={actions} />
    </div>
  )
}

interface ResultBodyProps extends Pick<CommandResultProps, 'record' | 'run'> {
  /** Devices for which this answer, or silence, stands. */
  readonly deviceIds: readonly string[]
}

/** Shows what a device said: in words where they are known, as it came, and what is odd about it. */
export function ResultBody({ record, run, deviceIds }: ResultBodyProps) {
  return (
    <>
      <StateText record={record} run={run} />
      {record.state === 'no-answer' && <DroppedAnswers deviceIds={deviceIds} run={run} />}
      {record.reading === undefined ? (
        <Outputs record={record} />
      ) : (
        <AnswerReadingBlock reading={record.reading}>
          <Outputs record={record} />
        </AnswerReadingBlock>
      )}
      <ResultMarks record={record} />
    </>
  )
}

/** Shows the output of the device, stream by stream. */
function Outputs({ record }: { readonly record: CommandRecord }) {
  const { t } = useTranslation('console')
  return (
    <>
      {record.stdout !== '' && <OutputBlock text={record.stdout} label={t('result.output')} />}
      {record.stderr !== '' && (
        <>
          <h4 className={classes.streamName}>{t('result.errorOutput')}</h4>
          <OutputBlock text={record.stderr} label={t('result.errorOutput')} isError />
        </>
      )}
    </>
  )
}

/** Tells how long a command took, or how much of its time has gone. */
export function TimeText({ record, run }: Pick<CommandResultProps, 'record' | 'run'>) {
  const { t, i18n } = useTranslation('console')
  const language = i18n.language
  const isRunning = isActive(record.state)
  const format = useCallback(
    (now: number) => elapsedWords(elapsedMs(record, run, now), language),
    [record, run, language],
  )
  const elapsed = useClockText(format, isRunning)
  if (isRunning) {
    const limit = elapsedWords(run.timeoutS * 1000, language)
    return (
      <span className={classes.source} title={t('result.limitHint', { limit, grace: answerLimitS(0) })}>
        {t('result.elapsed', { elapsed, limit })}
      </span>
    )
  }
  if (record.durationMs === null || !hasOutcome(record.state)) return null
  return (
    <span className={classes.source}>{t('result.took', { duration: durationWords(record.durationMs, language) })}</span>
  )
}

/** Explains the state if the output alone does not. */
function StateText({ record, run }: Pick<CommandResultProps, 'record' | 'run'>) {
  const { t } = useTranslation(['console', 'rollout'])
  const values = { timeout: run.timeoutS, seconds: answerLimitS(run.timeoutS) }
  const hasOutput = record.stdout !== '' || record.stderr !== ''
  const withheld = record.state === 'withheld' ? withheldReason(record.reason) : null
  if (withheld !== null) return <p className={classes.stateText}>{t(`rollout:withheld.${withheld}`)}</p>
  let text: string | null = t(`state.${record.state}.text`, values)
  if (record.state === 'succeeded') text = hasOutput || isDropped(record) ? null : t('result.noOutput')
  if (record.state === 'failed' && (hasOutput || isDropped(record))) text = null
  if (record.state === 'failed' && !hasOutput && record.reason === null && !isDropped(record))
    text = t('result.noReason')
  return (
    <>
      {text !== null && <p className={classes.stateText}>{text}</p>}
      {record.reason !== null && <p className={classes.stateText}>{t('result.reason', { reason: record.reason })}</p>}
    </>
  )
}
