import { Autocomplete, Input, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssistantView } from '../../../../preload/contract/models/assistant/assistant.ts'
import { SecretField } from '../../../components/secret-field.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import type { Form } from '../../../lib/use-form.ts'
import {
  type AssistantDraft,
  type AssistantErrors,
  hostOf,
  isLocalAddress,
  movedKey,
  providerOf,
  withPreset,
} from './assistant-draft.ts'

/** The provider that has no name of its own. */
const CUSTOM_PRESET = 'custom'

interface ModelFieldsProps {
  readonly form: Form<AssistantDraft>
  /** Names that the endpoint listed in the last test. */
  readonly models: readonly string[]
}

/** Sets the address of the model and the form of its requests. */
export function ModelFields({ form, models }: ModelFieldsProps) {
  const { t } = useTranslation('settings')
  const { values: draft, errors } = form
  const errorOf = (field: keyof AssistantErrors) => (errors[field] ? t(`assistant.errors.${errors[field]}`) : undefined)
  return (
    <>
      <PresetField form={form} />
      <TextInput
        label={t('assistant.baseUrl')}
        description={t('assistant.baseUrlHint')}
        placeholder="http://127.0.0.1:11434/v1"
        spellCheck={false}
        {...form.field('baseUrl')}
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
        {...form.field('model')}
        error={errorOf('model')}
      />
      <KeyField form={form} />
      <ProfileField form={form} />
      <NumberInput
        label={t('assistant.timeout')}
        min={5}
        max={600}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        {...form.field('requestTimeoutS')}
        error={errorOf('requestTimeoutS')}
      />
      <Switch
        label={t('assistant.investigate')}
        description={t('assistant.investigateHint')}
        {...form.checkbox('canInvestigate')}
      />
      <PrivacyNotice baseUrl={draft.baseUrl} />
    </>
  )
}

function PresetField({ form }: Pick<ModelFieldsProps, 'form'>) {
  const { t } = useTranslation('settings')
  const presets = useAppState((state) => state.presets)
  const { presetId } = form.values
  return (
    <Select
      label={t('assistant.preset')}
      data={presets.map(({ id, name }) => ({
        value: id,
        label: id === CUSTOM_PRESET ? t('assistant.presetCustom') : name,
      }))}
      value={presets.some(({ id }) => id === presetId) ? presetId : null}
      allowDeselect={false}
      placeholder={t('assistant.presetNone')}
      onChange={(chosen) => {
        const preset = presets.find(({ id }) => id === chosen)
        if (preset) form.setAll(withPreset(form.getValues(), preset))
      }}
    />
  )
}

/** The key, and why the stored one is not for another address. */
function KeyField({ form }: Pick<ModelFieldsProps, 'form'>) {
  const { t } = useTranslation('settings')
  const saved = useAppState((state) => state.assistant)
  const move = movedKey(form.values, saved)
  return (
    <SecretField
      label={t('assistant.key')}
      description={move ? t(`assistant.keyElsewhere.${move}`, { host: hostOf(saved.baseUrl) }) : t('assistant.keyHint')}
      name="assistantKey"
      value={form.values.key}
      isStored={saved.hasKey && move === null}
      onChange={(key) => form.set('key', key)}
    />
  )
}

function ProfileField({ form }: Pick<ModelFieldsProps, 'form'>) {
  const { t } = useTranslation('settings')
  const id = useId()
  const { promptProfile } = form.values
  return (
    <div>
      <Input.Label id={id} labelElement="div" mb={4}>
        {t('assistant.profile')}
      </Input.Label>
      <SegmentedControl<AssistantView['promptProfile']>
        fullWidth
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
        value={promptProfile}
        onChange={(profile) => form.set('promptProfile', profile)}
        data={[
          { value: 'standard', label: t('assistant.profiles.standard') },
          { value: 'tiny', label: t('assistant.profiles.tiny') },
        ]}
      />
      <Input.Description id={`${id}-text`} mt={6}>
        {t(`assistant.profileText.${promptProfile}`)}
      </Input.Description>
    </div>
  )
}

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
