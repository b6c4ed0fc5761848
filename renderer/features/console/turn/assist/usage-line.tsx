import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskUsage } from '../../../../../preload/contract/models/assistant/assistant.ts'
import { numberFormat } from '../../../../components/words/formatters.ts'
import { durationWords } from '../../../../components/words/time-words.ts'
import classes from './assist.module.css'
import { SentDialog } from './sent-dialog.tsx'

interface UsageLineProps {
  readonly turnId: string
  readonly usage: AskUsage
}

/** Who was asked where, what it cost, and the way to see what left this computer. */
export function UsageLine({ turnId, usage }: UsageLineProps) {
  const { t, i18n } = useTranslation('assist')
  const [isOpen, setIsOpen] = useState(false)
  const count = numberFormat(i18n.language, 'plain', {})
  const time = (ms: number) => durationWords(ms, i18n.language)
  const { model, host, inputTokens, outputTokens, isEstimated, firstTokenMs, totalMs } = usage
  const hint = firstTokenMs === null ? undefined : t('usage.firstToken', { time: time(firstTokenMs) })
  return (
    <div className={classes.usage}>
      <span title={hint}>
        {t(isEstimated ? 'usage.lineEstimated' : 'usage.line', {
          model,
          host,
          input: count.format(inputTokens),
          output: count.format(outputTokens),
          time: time(totalMs),
        })}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={() => setIsOpen(true)}>
        {t('usage.what')}
      </Button>
      {isOpen && <SentDialog turnId={turnId} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
