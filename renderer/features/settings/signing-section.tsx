import { Button, Group, PasswordInput, Text, TextInput } from '@mantine/core'
import { IconFileImport, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  KEY_NAME_MAX,
  KEY_PASSPHRASE,
  type OperatorKeyView,
  type SigningView,
} from '../../../preload/contract/models/signing.ts'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useRequest } from '../../lib/use-request.ts'
import { SettingsSection } from './settings-section.tsx'

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
  const make = useAction(async () => {
    put(await request('signing.make', { name: name.trim() }))
    setName('')
  })
  const load = useAction(async () => {
    put(await request('signing.load', { name: name.trim(), passphrase }))
    setPassphrase('')
  })
  const saveDevices = useAction(async () => setPath((await request('signing.saveDeviceKeys', {}))?.path ?? null))
  const saveAgent = useAction(async () => setPath((await request('signing.saveAgent', {}))?.path ?? null))
  const hasName = name.trim() !== ''
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
      <Group gap="sm">
        <Button
          leftSection={<IconKey size={16} aria-hidden />}
          disabled={!hasName}
          loading={make.isRunning}
          onClick={make.run}
        >
          {t('signing.make')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          disabled={!hasName || passphrase === ''}
          loading={load.isRunning}
          onClick={load.run}
        >
          {t('signing.load')}
        </Button>
        <Button
          variant="default"
          title={t('signing.saveAgentText')}
          loading={saveAgent.isRunning}
          onClick={saveAgent.run}
        >
          {t('signing.saveAgent')}
        </Button>
        <Button
          variant="default"
          title={t('signing.deviceKeysText')}
          loading={saveDevices.isRunning}
          onClick={saveDevices.run}
        >
          {t('signing.saveDeviceKeys')}
        </Button>
      </Group>
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

interface OperatorKeyProps {
  readonly operatorKey: OperatorKeyView
  readonly passphrase: string
  readonly onView: (view: SigningView | null) => void
  readonly onSaved: (path: string | null) => void
}

function OperatorKey({ operatorKey, passphrase, onView, onSaved }: OperatorKeyProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { id, name, madeAt, revokedAt, isCurrent, isAtHand } = operatorKey
  const use = useAction(async () => onView(await request('signing.use', { id })))
  const revoke = useAction(async () => onView(await request('signing.revoke', { id })))
  const savePublic = useAction(async () => onSaved((await request('signing.savePublic', { id }))?.path ?? null))
  const savePrivate = useAction(async () =>
    onSaved((await request('signing.savePrivate', { id, passphrase }))?.path ?? null),
  )
  const state = isCurrent ? 'current' : isAtHand ? 'kept' : 'away'
  const words =
    revokedAt === null ? t(`signing.state.${state}`) : t('signing.revokedAt', { time: format.dateTime(revokedAt) })
  return (
    <section aria-label={name}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {[id.slice(0, 8), t('signing.made', { time: format.dateTime(madeAt) }), words].join(' · ')}
      </Text>
      {revokedAt === null && (
        <Group gap="xs" mt={6}>
          {!isCurrent && isAtHand && (
            <Button size="compact-sm" variant="default" loading={use.isRunning} onClick={use.run}>
              {t('signing.use')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" loading={savePublic.isRunning} onClick={savePublic.run}>
            {t('signing.savePublic')}
          </Button>
          {isAtHand && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={passphrase.length < KEY_PASSPHRASE.min}
              loading={savePrivate.isRunning}
              onClick={savePrivate.run}
            >
              {t('signing.savePrivate')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" color="red" loading={revoke.isRunning} onClick={revoke.run}>
            {t('signing.revoke')}
          </Button>
        </Group>
      )}
    </section>
  )
}
