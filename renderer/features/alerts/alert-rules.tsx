import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { durationWords } from '../../components/words/time-words.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { useRequest } from '../../lib/use-request.ts'
import { conditionWords, ruleName } from './alert-words.ts'
import classes from './alerts-view.module.css'
import { draftOf, newDraft, type RuleDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'

interface Editing {
  readonly draft: RuleDraft
  readonly isNew: boolean
}

/** The rules by which alerts are raised. */
export function AlertRules() {
  const { t } = useTranslation('alerts')
  const { value: rules, change } = useRequest('alerts.rules', {})
  const setRules = (saved: readonly AlertRule[]) => change(() => saved)
  const [editing, setEditing] = useState<Editing | null>(null)
  const save = useAction(async (rule: AlertRule) => setRules(await request('alerts.saveRule', rule)))
  const remove = useAction(async (id: string) => setRules(await request('alerts.removeRule', { id })))
  if (rules === null) return <ViewSkeleton />
  return (
    <>
      <div className={classes.tools}>
        <Button
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEditing({ draft: newDraft(crypto.randomUUID()), isNew: true })}
        >
          {t('rule.new')}
        </Button>
      </div>
      <ul className={classes.list} aria-label={t('rulesLabel')}>
        {rules.map((rule) => {
          const name = ruleName(rule.name, t)
          return (
            <li key={rule.id} className={classes.alert}>
              <Switch
                size="xs"
                aria-label={t('rule.enabled', { name })}
                checked={rule.isEnabled}
                onChange={(event) => save.run({ ...rule, isEnabled: event.currentTarget.checked })}
              />
              <RuleText rule={rule} name={name} />
              <StateBadge kind="severity" state={rule.severity} />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('rule.editOne', { name })}
                onClick={() => setEditing({ draft: draftOf(rule, name), isNew: false })}
              >
                <IconPencil size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('rule.removeOne', { name })}
                onClick={() => remove.run(rule.id)}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      {editing && (
        <RuleForm start={editing.draft} isNew={editing.isNew} onSaved={setRules} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function RuleText({ rule, name }: { readonly rule: AlertRule; readonly name: string }) {
  const { t, i18n } = useTranslation('alerts')
  const time = durationWords(rule.durationS * 1000, i18n.language)
  return (
    <div className={classes.what}>
      <strong>{name}</strong>
      <div className={classes.sub}>
        {conditionWords(rule, t, i18n.language)}
        {rule.durationS > 0 && ` · ${t('rule.for', { time })}`}
        {rule.scope !== '' && <code className={classes.scope}>{rule.scope}</code>}
      </div>
    </div>
  )
}
