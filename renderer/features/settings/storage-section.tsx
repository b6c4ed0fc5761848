import { useTranslation } from 'react-i18next'
import { OUTPUTS_MIB, type Settings, TELEMETRY_MIB } from '../../../preload/contract/models/app/settings.ts'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { SettingsSection } from './settings-section.tsx'
import { WholeNumberField } from './whole-number-field.tsx'

/** Sets how much disk the readings of devices and the outputs of commands may take. */
export function StorageSection() {
  const { t } = useTranslation('settings')
  const saved = useAppState((state) => state.settings.telemetryMiB)
  const savedOutputs = useAppState((state) => state.settings.outputsMiB)
  const update = useAction((change: Partial<Settings>) => request('settings.update', change))
  return (
    <SettingsSection name="storage">
      <WholeNumberField
        label={t('storage.telemetry')}
        hint={t('storage.telemetryHint')}
        invalid={t('storage.telemetryInvalid')}
        {...TELEMETRY_MIB}
        saved={saved}
        onSave={(telemetryMiB) => update.run({ telemetryMiB })}
      />
      <WholeNumberField
        label={t('storage.outputs')}
        hint={t('storage.outputsHint')}
        invalid={t('storage.outputsInvalid')}
        {...OUTPUTS_MIB}
        saved={savedOutputs}
        onSave={(outputsMiB) => update.run({ outputsMiB })}
      />
    </SettingsSection>
  )
}
