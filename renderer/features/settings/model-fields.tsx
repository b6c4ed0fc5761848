import { Autocomplete, Input, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssistantView } from '../../../preload/contract/models/assistant.ts'
import { SecretField } from '../../components/secret-field.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { type AssistantDraft, type AssistantErrors, hostOf, movedKey, withPreset } from './assistant-draft.ts'
import { NetworkFields } from './network-fields.tsx'
import { PrivacyNotice } from './privacy-notice.tsx'

interface ModelFieldsProps {
  readonly draft: AssistantDraft
  readonly errors: AssistantErrors
  /** Names that the endpoint listed in the last test. */
  readonly models: readonly string[]
  readonly onChange: (draft: AssistantDraft) => void
}

/** Where the model is and how it is asked. */
export function ModelFields({ draft, errors, models, onChange }: ModelFieldsProps) {
  const { t } = useTranslation('settings')
  const presets = useAppState((state) => state.presets)
  const saved = useAppState((state) => state.assistant)
  const id = useId()
  const errorOf = (field: keyof AssistantErrors) => (errors[field] ? t(`assistant.errors.${errors[field]}`) : undefined)
  const move = movedKey(draft, saved)
  return (
    <>
      <Select
        label={t('assistant.preset')}
        data={presets.map(({ id: value, name }) => ({ value, label: name }))}
        value={presets.some(({ id: known }) => known === draft.presetId) ? draft.presetId : null}
        allowDeselect={false}
        placeholder={t('assistant.presetNone')}
        onChange={(chosen) => {
          const preset = presets.find(({ id: known }) => known === chosen)
          if (preset) onChange(withPreset(draft, preset))
        }}
      />
      <TextInput
        label={t('assistant.baseUrl')}
        description={t('assistant.baseUrlHint')}
        placeholder="http://127.0.0.1:11434/v1"
        spellCheck={false}
        value={draft.baseUrl}
        onChange={(event) => onChange({ ...draft, baseUrl: event.currentTarget.value })}
        error={errorOf('baseUrl')}
      />
      <Autocomplete
        label={t('assistant.model')}
        description={
          models.length > 0 ? t('assistant.modelListed', { count: models.length }) : t('assistant.modelHint')
        }
        data={[...new Set(models)]}
        limit={50}
        spellCheck={false}
        value={draft.model}
        onChange={(model) => onChange({ ...draft, model })}
        error={errorOf('model')}
      />
      <SecretField
        label={t('assistant.key')}
        description={
          move ? t(`assistant.keyElsewhere.${move}`, { host: hostOf(saved.baseUrl) }) : t('assistant.keyHint')
        }
        name="assistantKey"
        value={draft.key}
        isStored={saved.hasKey && move === null}
        onChange={(key) => onChange({ ...draft, key })}
      />
      <div>
        <Input.Label id={`${id}-profile`} labelElement="div" mb={4}>
          {t('assistant.profile')}
        </Input.Label>
        <SegmentedControl<AssistantView['promptProfile']>
          fullWidth
          aria-labelledby={`${id}-profile`}
          aria-describedby={`${id}-profile-text`}
          value={draft.promptProfile}
          onChange={(promptProfile) => onChange({ ...draft, promptProfile })}
          data={[
            { value: 'standard', label: t('assistant.profiles.standard') },
            { value: 'tiny', label: t('assistant.profiles.tiny') },
          ]}
        />
        <Input.Description id={`${id}-profile-text`} mt={6}>
          {t(`assistant.profileText.${draft.promptProfile}`)}
        </Input.Description>
      </div>
      <NumberInput
        label={t('assistant.timeout')}
        min={5}
        max={600}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        value={draft.requestTimeoutS}
        onChange={(requestTimeoutS) => onChange({ ...draft, requestTimeoutS })}
        error={errorOf('requestTimeoutS')}
      />
      <NetworkFields draft={draft} errors={errors} onChange={onChange} />
      <Switch
        label={t('assistant.investigate')}
        description={t('assistant.investigateHint')}
        checked={draft.canInvestigate}
        onChange={(event) => onChange({ ...draft, canInvestigate: event.currentTarget.checked })}
      />
      <PrivacyNotice baseUrl={draft.baseUrl} />
    </>
  )
}
