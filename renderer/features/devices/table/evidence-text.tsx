import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceRow } from '../../../../preload/contract/models/devices/device.ts'
import { clockWords } from '../../../components/words/time-words.ts'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import { sentences } from '../../../lib/i18n/i18n.ts'
import { evidenceWords, shortEvidence } from './evidence-words.ts'

interface EvidenceTextProps {
  readonly device: Pick<DeviceRow, 'evidence' | 'lastKnownAt'>
  /** True where there is room for the first statement alone, behind the badge of its presence. */
  readonly isShort?: boolean
}

/** The evidence of a presence in words, kept current; where it is not current, since when nothing was heard stands before it. */
export function EvidenceText({ device: { evidence, lastKnownAt }, isShort = false }: EvidenceTextProps) {
  const { t, i18n } = useTranslation('devices')
  const language = i18n.language
  const format = useCallback(
    (now: number) => {
      const { key, values } = isShort ? shortEvidence(evidence, now, language) : evidenceWords(evidence, now, language)
      // A badge beside it says so already.
      if (isShort && evidence.kind === 'never' && lastKnownAt === undefined) return ''
      if (lastKnownAt === undefined) return t(key, values)
      const time = clockWords(lastKnownAt, now, language)
      // Goes on after the state, which is told as past: "Was online until 11:48".
      if (isShort) return t('unheard.until', { time })
      const since = t('unheard.since', { time })
      return sentences([since, evidence.kind === 'never' ? null : t(key, values)], language)
    },
    [evidence, lastKnownAt, isShort, language, t],
  )
  return <>{useClockText(format)}</>
}
