import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { SettingsSection } from './settings-section.tsx'

/** Lets reads run without a question, when the operator says so, and only for this session. */
export function ApprovalsSection() {
  const { t } = useTranslation('settings')
  const { hasUnaskedReads } = useAppState((state) => state.safety)
  const hasConnection = useAppState((state) => state.connection.profileId !== null)
  const change = useAction((isOn: boolean) => request('safety.setUnaskedReads', { isOn }))
  return (
    <SettingsSection name="approvals">
      <Switch
        label={t('approvals.reads')}
        description={hasConnection ? t('approvals.readsHint') : t('approvals.noConnection')}
        checked={hasUnaskedReads}
        disabled={change.isRunning || (!hasConnection && !hasUnaskedReads)}
        onChange={(event) => change.run(event.currentTarget.checked)}
      />
    </SettingsSection>
  )
}
