import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import classes from '../broker.module.css'
import { BuiltInCaKey } from './built-in-ca-key.tsx'
import { type BuiltInDraft, usesOwnCa } from './built-in-draft.ts'
import { GivenCertificateFields } from './given-certificate-fields.tsx'

interface BuiltInCertificateProps {
  readonly draft: BuiltInDraft
  readonly view: BuiltInView
  readonly computerName: string
  readonly onChange: (draft: BuiltInDraft) => void
  readonly onView: (view: BuiltInView) => void
  readonly errorAt: (field: string) => string | null
}

/** The certificate of the broker: of the app's own authority, whose key must be safe first, or the operator's. */
export function BuiltInCertificate(props: BuiltInCertificateProps) {
  const { draft, view, computerName, onChange, onView, errorAt } = props
  const { t } = useTranslation('broker')
  const isMemoryOnly = useAppState((state) => state.secrets.mode === 'memory')
  const isOwn = usesOwnCa(draft)
  return (
    <section className={`${classes.panel} ${classes.stack}`} aria-label={t('builtIn.certificate')}>
      <h2 className={classes.title}>{t('builtIn.certificate')}</h2>
      {draft.mode === 'tls' && <GivenCertificateFields draft={draft} onChange={onChange} errorAt={errorAt} />}
      {isOwn && (
        <>
          <TextInput
            label={t('builtIn.names')}
            description={t('builtIn.namesHint', { name: computerName })}
            value={draft.names}
            maxLength={2000}
            spellCheck={false}
            error={errorAt('names')}
            onChange={(event) => onChange({ ...draft, names: event.currentTarget.value })}
          />
          <BuiltInCaKey view={view} onView={onView} onReady={null} />
        </>
      )}
      {!isOwn && isMemoryOnly && <StateLine tone="warn">{t('builtIn.memoryOnly')}</StateLine>}
    </section>
  )
}
