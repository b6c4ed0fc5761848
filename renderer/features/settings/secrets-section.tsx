import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../components/facts.tsx'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { SettingsSection } from './settings-section.tsx'

export function SecretsSection() {
  const { t } = useTranslation('settings')
  const { mode, backend, problem } = useAppState((state) => state.secrets)
  const allow = useAction(() => request('secrets.allowWeak', {}))
  return (
    <SettingsSection name="secrets">
      <StateLine tone={mode === 'encrypted' ? 'ok' : 'warn'}>{t(`secrets.mode.${mode}`)}</StateLine>
      {problem && <StateLine tone="bad">{t(`secrets.problem.${problem}`)}</StateLine>}
      <Facts facts={[[t('secrets.backend'), t(`secrets.backends.${backend}`, { defaultValue: backend })]]} />
      {mode === 'memory' && (
        <Button variant="default" w="fit-content" loading={allow.isRunning} onClick={allow.run}>
          {t('shell:secretsBanner.allow')}
        </Button>
      )}
    </SettingsSection>
  )
}
