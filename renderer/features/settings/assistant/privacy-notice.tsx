import { useTranslation } from 'react-i18next'
import { StateLine } from '../../../components/state-line.tsx'
import { hostOf, isLocalAddress, providerOf } from './assistant-draft.ts'

/** Says what leaves the computer, and to whom, before anything does. */
export function PrivacyNotice({ baseUrl }: { readonly baseUrl: string }) {
  const { t } = useTranslation('settings')
  if (baseUrl.trim() === '') return null
  if (isLocalAddress(baseUrl)) return <StateLine tone="ok">{t('assistant.staysLocal')}</StateLine>
  const provider = providerOf(baseUrl)
  const isPlain = baseUrl.trim().toLowerCase().startsWith('http:')
  return (
    <>
      <StateLine tone="warn">{t('assistant.leaves', { host: hostOf(baseUrl) })}</StateLine>
      <StateLine tone="info">{t(`assistant.privacy.${provider ?? 'other'}`)}</StateLine>
      {isPlain && <StateLine tone="warn">{t('assistant.plain')}</StateLine>}
    </>
  )
}
