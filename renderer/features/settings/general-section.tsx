import { Input, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Settings, Theme } from '../../../preload/contract/models/app/settings.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { LANGUAGES } from '../../lib/i18n/catalogues.ts'
import { useAction } from '../../lib/use-action.ts'
import { LANGUAGE_NAMES, THEMES } from '../shell/preference-menus.tsx'
import { SettingsSection } from './settings-section.tsx'
import { WholeNumberField } from './whole-number-field.tsx'

/** Saved as they are changed: there is nothing to forget. */
export function GeneralSection() {
  const { t } = useTranslation('settings')
  const settings = useAppState((state) => state.settings)
  const update = useAction((change: Partial<Settings>) => request('settings.update', change))
  const id = useId()
  return (
    <SettingsSection name="general">
      <OperatorName saved={settings.operatorName} onSave={(operatorName) => update.run({ operatorName })} />
      <div>
        <Input.Label id={`${id}-language`} labelElement="div" mb={4}>
          {t('general.language')}
        </Input.Label>
        <SegmentedControl<Language>
          fullWidth
          aria-labelledby={`${id}-language`}
          value={settings.language}
          onChange={(language) => update.run({ language })}
          data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        />
      </div>
      <div>
        <Input.Label id={`${id}-theme`} labelElement="div" mb={4}>
          {t('general.theme')}
        </Input.Label>
        <SegmentedControl<Theme>
          fullWidth
          aria-labelledby={`${id}-theme`}
          value={settings.theme}
          onChange={(theme) => update.run({ theme })}
          data={THEMES.map((theme) => ({ value: theme, label: t(`shell:themes.${theme}`) }))}
        />
      </div>
      <WholeNumberField
        label={t('general.timeout')}
        hint={t('general.timeoutHint')}
        invalid={t('general.timeoutInvalid')}
        min={COMMAND_TIMEOUT_S.min}
        max={COMMAND_TIMEOUT_S.max}
        saved={settings.defaultTimeoutS}
        onSave={(defaultTimeoutS) => update.run({ defaultTimeoutS })}
      />
    </SettingsSection>
  )
}

function OperatorName({ saved, onSave }: { readonly saved: string; readonly onSave: (name: string) => void }) {
  const { t } = useTranslation('settings')
  const [draft, setDraft] = useState(saved)
  const name = draft.trim()
  const error = name.length === 0 ? t('general.operatorMissing') : undefined
  const save = () => {
    if (!error && name !== saved) onSave(name)
  }
  return (
    <TextInput
      label={t('general.operator')}
      description={t('general.operatorHint')}
      value={draft}
      maxLength={64}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
      error={error}
    />
  )
}
