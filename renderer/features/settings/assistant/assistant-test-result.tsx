import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AssistantTest } from '../../../../preload/contract/models/assistant/assistant.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { useFormat } from '../../../lib/use-format.ts'

const CHECKS = [
  { name: 'isReachable', key: 'reachable' },
  { name: 'isKeyAccepted', key: 'keyAccepted' },
  { name: 'isModelKnown', key: 'modelKnown' },
] as const

/** The outcome of the assistant's test in words, up to the first thing that did not work. */
export function AssistantTestResult({ outcome, model }: { readonly outcome: AssistantTest; readonly model: string }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const firstFailed = CHECKS.findIndex(({ name }) => !outcome[name])
  const shown = firstFailed === -1 ? CHECKS : CHECKS.slice(0, firstFailed + 1)
  return (
    <Stack gap={4} role="status">
      {shown.map(({ name, key }) => (
        <StateLine key={key} tone={outcome[name] ? 'ok' : 'bad'}>
          {t(`assistant.checks.${key}.${outcome[name] ? 'yes' : 'no'}`, { model })}
        </StateLine>
      ))}
      {outcome.reason && <StateLine tone="bad">{t(`errors:reasons.${outcome.reason}`)}</StateLine>}
      {firstFailed === -1 && !outcome.reason && (
        <StateLine tone={outcome.answerFormat ? 'ok' : 'bad'}>
          {t(`assistant.checks.format.${outcome.answerFormat ?? 'none'}`)}
        </StateLine>
      )}
      {outcome.firstTokenMs !== null && (
        <StateLine tone="ok">{t('assistant.checks.firstToken', { time: format.ms(outcome.firstTokenMs) })}</StateLine>
      )}
    </Stack>
  )
}
