import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../../preload/contract/models/commands/command.ts'
import { RESULT_MAX_BYTES } from '../../../../preload/contract/models/limits.ts'
import { byteWords } from '../../../components/words/byte-words.ts'
import { sentences } from '../../../lib/i18n/i18n.ts'
import classes from '../proposal/card.module.css'
import { withheldReason } from '../rollout/rollout-state.ts'
import { answerLimitS, isDropped, refusalOf, silenceOf, unsentOf } from './run-state.ts'

interface StateTextProps {
  readonly record: CommandRecord
  readonly run: Run
}

/** Explains the state if the output alone does not. */
export function StateText(props: StateTextProps) {
  const { t } = useTranslation('console')
  const { text, isReasonTold } = useStateWords(props)
  const { reason } = props.record
  return (
    <>
      {text !== null && <p className={classes.stateText}>{text}</p>}
      {reason !== null && !isReasonTold && <p className={classes.stateText}>{t('result.reason', { reason })}</p>}
    </>
  )
}

function useStateWords({ record, run }: StateTextProps): { text: string | null; isReasonTold: boolean } {
  const { t, i18n } = useTranslation(['console', 'rollout'])
  const { state, reason } = record
  const told = (text: string | null) => ({ text, isReasonTold: true })
  const hasOutput = record.stdout !== '' || record.stderr !== ''
  const withheld = state === 'withheld' ? withheldReason(reason) : null
  if (withheld !== null) return told(t(`rollout:withheld.${withheld}`))
  const unsent = unsentOf(record)
  if (unsent !== null) return told(t(`unsent.${unsent}`))
  const values = {
    timeout: run.timeoutS,
    seconds: answerLimitS(run.timeoutS),
    size: byteWords(record.answerBytes ?? 0, i18n.language),
    limit: byteWords(RESULT_MAX_BYTES, i18n.language),
  }
  const general = t(`state.${state}.text`, values)
  const refusal = refusalOf(record)
  if (refusal !== null) return told(sentences([general, t(`refusal.${refusal}`, { code: reason })], i18n.language))
  const silence = silenceOf(record)
  if (silence !== null) return told(sentences([general, t(`silence.${silence}`)], i18n.language))
  if (state === 'succeeded')
    return { text: hasOutput || isDropped(record) ? null : t('result.noOutput'), isReasonTold: false }
  if (state !== 'failed') return { text: general, isReasonTold: false }
  if (hasOutput || isDropped(record)) return { text: null, isReasonTold: false }
  return { text: reason === null ? t('result.noReason') : general, isReasonTold: false }
}
