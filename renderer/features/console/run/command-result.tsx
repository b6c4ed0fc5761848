import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../preload/contract/models/commands/command.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { OutputBlock } from '../../../components/output/output-block.tsx'
import { DeviceLabel } from '../../../components/words/device-label.tsx'
import { durationWords, elapsedWords } from '../../../components/words/time-words.ts'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import classes from '../proposal/card.module.css'
import { AnswerReadingBlock } from '../turn/answer-reading.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import { DroppedAnswers } from './dropped-answers.tsx'
import { ResultActions } from './result-actions.tsx'
import { ResultMarks } from './result-marks.tsx'
import { ResultNext } from './result-next.tsx'
import { answerLimitS, elapsedMs, hasOutcome, isActive, silenceOf } from './run-state.ts'
import { StateText } from './state-text.tsx'

interface CommandResultProps {
  readonly record: CommandRecord
  readonly run: Run
  readonly actions: ConsoleActions
  /** The device and what became of its command stand above already. */
  readonly isNamed?: boolean
}

/** One command on one device: how far it got, what the device said, and what is odd about the answer. */
export function CommandResult({ record, run, actions, isNamed = false }: CommandResultProps) {
  const { t } = useTranslation('console')
  const isLate = record.marks.includes('late')
  const mayRun = silenceOf(record) === 'may-run-later'
  return (
    <div className={classes.result}>
      <header className={classes.head}>
        {!isNamed && <StateBadge kind="command" state={record.state} />}
        {isLate && (
          <span className={classes.tag} data-warn title={t('mark.late')}>
            {t('late')}
          </span>
        )}
        {mayRun && (
          <span className={classes.tag} data-warn>
            {t('mayRun')}
          </span>
        )}
        {!isNamed && (
          <span className={classes.device}>
            <DeviceLabel deviceId={record.deviceId} />
          </span>
        )}
        <TimeText record={record} run={run} />
        {record.exitCode !== null && (
          <span className={classes.source}>{t('result.exitCode', { code: record.exitCode })}</span>
        )}
        <ResultActions record={record} run={run} actions={actions} />
      </header>
      <ResultBody record={record} run={run} deviceIds={[record.deviceId]} />
      <ResultNext record={record} run={run} deviceIds={[record.deviceId]} actions={actions} />
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
    (now: number) => {
      const elapsed = elapsedMs(record, run, now)
      const words = (ms: number) => elapsedWords(ms, language)
      const [timeout, limit] = [run.timeoutS * 1000, answerLimitS(run.timeoutS) * 1000]
      if (elapsed <= timeout) return t('result.elapsed', { elapsed: words(elapsed), limit: words(timeout) })
      if (elapsed <= limit) return t('result.elapsedOver', { elapsed: words(elapsed), limit: words(limit) })
      // The wait is counted anew where another command was before it, or where the device began late.
      return record.state === 'running' ? words(elapsed) : t('result.elapsedLate', { elapsed: words(elapsed) })
    },
    [record, run, language, t],
  )
  const elapsed = useClockText(format, isRunning)
  if (isRunning) {
    const limit = elapsedWords(run.timeoutS * 1000, language)
    return (
      <span className={classes.source} title={t('result.limitHint', { limit, grace: answerLimitS(0) })}>
        {elapsed}
      </span>
    )
  }
  if (record.durationMs === null || !hasOutcome(record.state)) return null
  return (
    <span className={classes.source}>{t('result.took', { duration: durationWords(record.durationMs, language) })}</span>
  )
}
