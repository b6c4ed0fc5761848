import { PasswordInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KEY_NAME_MAX, KEY_PASSPHRASE, type SigningView } from '../../../../preload/contract/models/safety/signing.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { useRequest } from '../../../lib/use-request.ts'
import { SettingsSection } from '../settings-section.tsx'
import { OperatorKey } from './operator-key.tsx'
import { SigningActions } from './signing-actions.tsx'

/** The keys with which commands are signed: made, chosen, saved, loaded, removed. */
export function SigningSection() {
  const { t } = useTranslation('settings')
  const { value: view, change } = useRequest('signing.view', {})
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [path, setPath] = useState<string | null>(null)
  const put = (next: SigningView | null): void => {
    if (next !== null) change(() => next)
  }
  return (
    <SettingsSection name="signing">
      {view && (
        <StateLine tone={view.isSigning ? 'ok' : 'info'}>
          {t(view.isSigning ? 'signing.isSigning' : 'signing.notSigning')}
        </StateLine>
      )}
      {view?.isForgetful && <StateLine tone="warn">{t('signing.forgetful')}</StateLine>}
      {view?.keys.map((key) => (
        <OperatorKey key={key.id} operatorKey={key} passphrase={passphrase} onView={put} onSaved={setPath} />
      ))}
      <TextInput
        label={t('signing.name')}
        placeholder={t('signing.namePlaceholder')}
        value={name}
        maxLength={KEY_NAME_MAX}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signing.passphrase')}
        description={t('signing.passphraseText', { min: KEY_PASSPHRASE.min })}
        name="signing-passphrase"
        autoComplete="off"
        value={passphrase}
        maxLength={KEY_PASSPHRASE.max}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('shell:secret.toggle') }}
      />
      <SigningActions
        name={name.trim()}
        passphrase={passphrase}
        onView={put}
        onMade={() => setName('')}
        onLoaded={() => setPassphrase('')}
        onSaved={setPath}
      />
      {path !== null && (
        <Text size="sm" role="status">
          {t('signing.saved', { path })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('signing.trustText')}
      </Text>
    </SettingsSection>
  )
}
