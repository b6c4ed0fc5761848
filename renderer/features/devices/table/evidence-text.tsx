import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceEvidence } from '../../../../preload/contract/models/devices/device.ts'
import { useClockText } from '../../../components/words/use-clock-text.ts'
import { evidenceWords } from './evidence-words.ts'

/** The evidence of a presence in words, kept current. */
export function EvidenceText({ evidence }: { readonly evidence: PresenceEvidence }) {
  const { t, i18n } = useTranslation('devices')
  const language = i18n.language
  const format = useCallback(
    (now: number) => {
      const { key, values } = evidenceWords(evidence, now, language)
      return t(key, values)
    },
    [evidence, language, t],
  )
  return <>{useClockText(format)}</>
}
