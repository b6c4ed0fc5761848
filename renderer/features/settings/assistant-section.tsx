import { Button, Group, Input, SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssistantKind, AssistantTest } from '../../../preload/contract/models/assistant.ts'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { showDone } from '../../lib/show-error.tsx'
import { useAction } from '../../lib/use-action.ts'
import {
  type AssistantDraft,
  type AssistantErrors,
  assistantDraftOf,
  assistantErrors,
  assistantInput,
  isAssistantDirty,
  refusedField,
} from './assistant-draft.ts'
import { AssistantTestResult } from './assistant-test-result.tsx'
import { ModelFields } from './model-fields.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Who answers a request in words: the offline phrasebook, or a model of the operator's choice. */
export function AssistantSection() {
  const { t } = useTranslation('settings')
  const saved = useAppState((state) => state.assistant)
  const [draft, setDraft] = useState(() => assistantDraftOf(saved))
  const [errors, setErrors] = useState<AssistantErrors>({})
  const [outcome, setOutcome] = useState<AssistantTest | null>(null)
  const id = useId()

  const change = (next: AssistantDraft) => {
    setDraft(next)
    setErrors({})
    setOutcome(null)
  }
  /** False after showing what is wrong. A test needs no model: it is where the names of the models come from. */
  const isAcceptable = (isTest: boolean): boolean => {
    const { model, ...others } = assistantErrors(draft)
    const found = isTest || !model ? others : { ...others, model }
    setErrors(found)
    return Object.keys(found).length === 0
  }
  const takeError = (error: unknown): boolean => {
    const refused = refusedField(error)
    if (refused) setErrors(refused)
    return refused !== null
  }
  const save = useAction(async () => {
    if (!isAcceptable(false)) return
    setDraft(assistantDraftOf(await request('assistant.save', assistantInput(draft, saved))))
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
          onChange={(kind) => change({ ...draft, kind })}
          data={[
            { value: 'phrasebook', label: t('assistant.phrasebook') },
            { value: 'model', label: t('assistant.modelKind') },
          ]}
        />
      </div>
      {draft.kind === 'phrasebook' ? (
        <StateLine tone="ok">{t('assistant.phrasebookText')}</StateLine>
      ) : (
        <ModelFields draft={draft} errors={errors} models={outcome?.models ?? []} onChange={change} />
      )}
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
