import { Button, Group, Input, SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssistantKind, AssistantTest } from '../../../../preload/contract/models/assistant/assistant.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useForm } from '../../../lib/use-form.ts'
import { SettingsSection } from '../settings-section.tsx'
import { assistantDraftOf, assistantErrors, assistantInput, isAssistantDirty, refusedField } from './assistant-draft.ts'
import { AssistantTestResult } from './assistant-test-result.tsx'
import { ModelFields } from './model-fields.tsx'
import { NetworkFields } from './network-fields.tsx'

/** Chooses who answers a request in words: the offline phrasebook, or a model. */
export function AssistantSection() {
  const { t } = useTranslation('settings')
  const saved = useAppState((state) => state.assistant)
  const [outcome, setOutcome] = useState<AssistantTest | null>(null)
  const form = useForm(
    () => assistantDraftOf(saved),
    () => setOutcome(null),
  )
  const draft = form.values
  const id = useId()

  /** False after showing what is wrong. A test needs no model: it is where the names of the models come from. */
  const isAcceptable = (isTest: boolean): boolean => {
    const { model, ...others } = assistantErrors(draft)
    const found = isTest || !model ? others : { ...others, model }
    form.setErrors(found)
    return Object.keys(found).length === 0
  }
  const takeError = (error: unknown): boolean => {
    const refused = refusedField(error)
    if (refused) form.setErrors(refused)
    return refused !== null
  }
  const save = useAction(async () => {
    if (!isAcceptable(false)) return
    form.reset(assistantDraftOf(await request('assistant.save', assistantInput(draft, saved))))
    showDone(t('assistant.saved'))
  }, takeError)
  const test = useAction(async () => {
    if (!isAcceptable(true)) return
    setOutcome(null)
    setOutcome(await request('assistant.test', assistantInput(draft, saved)))
  }, takeError)

  return (
    <SettingsSection name="assistant">
      <div>
        <Input.Label id={`${id}-kind`} labelElement="div" mb={4}>
          {t('assistant.kind')}
        </Input.Label>
        <SegmentedControl<AssistantKind>
          fullWidth
          aria-labelledby={`${id}-kind`}
          value={draft.kind}
          onChange={(kind) => form.setAll({ ...draft, kind })}
          data={[
            { value: 'phrasebook', label: t('assistant.phrasebook') },
            { value: 'model', label: t('assistant.modelKind') },
          ]}
        />
      </div>
      {draft.kind === 'phrasebook' ? (
        <StateLine tone="ok">{t('assistant.phrasebookText')}</StateLine>
      ) : (
        <ModelFields form={form} models={outcome?.models ?? []} />
      )}
      <NetworkFields form={form} />
      {outcome && draft.kind === 'model' && <AssistantTestResult outcome={outcome} model={draft.model} />}
      <Group gap="xs">
        <Button loading={save.isRunning} disabled={!isAssistantDirty(draft, saved)} onClick={save.run}>
          {t('assistant.save')}
        </Button>
        {draft.kind === 'model' && (
          <Button variant="default" loading={test.isRunning} onClick={test.run}>
            {t('assistant.test')}
          </Button>
        )}
      </Group>
    </SettingsSection>
  )
}
