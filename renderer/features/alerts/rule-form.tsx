import { Button, Checkbox, Group, Modal, NumberInput, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../preload/contract/errors.ts'
import type { AlertRule, AlertSeverity } from '../../../preload/contract/models/alert.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { METRICS, type RuleDraft, ruleOf } from './rule-draft.ts'

interface RuleFormProps {
  readonly start: RuleDraft
  readonly isNew: boolean
  readonly onSaved: (rules: readonly AlertRule[]) => void
  readonly onClose: () => void
}

const SEVERITIES: readonly AlertSeverity[] = ['info', 'warning', 'critical']

/** One rule being written. */
export function RuleForm({ start, isNew, onSaved, onClose }: RuleFormProps) {
  const { t } = useTranslation('alerts')
  const [draft, setDraft] = useState(start)
  const [scopeFault, setScopeFault] = useState<string | null>(null)
  const change = (part: Partial<RuleDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const rule = ruleOf(draft)
  const isWrong = (field: string): boolean => rule === field
  const save = useAction(
    async () => {
      if (typeof rule === 'string') return
      onSaved(await request('alerts.saveRule', rule))
      onClose()
    },
    (error) => {
      if (!(error instanceof AppError) || error.code !== 'FILTER_INVALID') return false
      setScopeFault(`${error.data.word}: ${t(`devices:filterFault.${error.data.reason}`)}`)
      return true
    },
  )
  const hasThreshold = draft.subject !== 'offline'
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isNew ? 'rule.new' : 'rule.edit')}
      closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('rule.name')}
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={t('rule.watches')}
          allowDeselect={false}
          value={draft.subject}
          data={[
            { value: 'offline', label: t('watches.offline') },
            ...METRICS.map((metric) => ({ value: metric, label: t(`metric.${metric}`) })),
            { value: 'data', label: t('watches.data') },
          ]}
          onChange={(subject) => subject !== null && change({ subject })}
        />
        {draft.subject === 'data' && (
          <TextInput
            label={t('rule.field')}
            placeholder="humidity"
            maxLength={64}
            value={draft.field}
            onChange={(event) => change({ field: event.currentTarget.value })}
          />
        )}
        {hasThreshold && (
          <Group grow align="flex-end">
            <SegmentedControl
              aria-label={t('rule.comparison')}
              value={draft.comparison}
              data={[
                { value: 'above', label: t('rule.above') },
                { value: 'below', label: t('rule.below') },
              ]}
              onChange={(comparison) => change({ comparison: comparison as AlertRule['comparison'] })}
            />
            <NumberInput
              label={t('rule.threshold')}
              value={draft.threshold}
              error={isWrong('threshold')}
              onChange={(threshold) => change({ threshold })}
            />
          </Group>
        )}
        <Group grow align="flex-start">
          <NumberInput
            label={t('rule.duration')}
            description={t('rule.durationHint')}
            allowDecimal={false}
            value={draft.durationS}
            error={isWrong('durationS')}
            onChange={(durationS) => change({ durationS })}
          />
          <NumberInput
            label={t('rule.cooldown')}
            description={t('rule.cooldownHint')}
            allowDecimal={false}
            value={draft.cooldownS}
            error={isWrong('cooldownS')}
            onChange={(cooldownS) => change({ cooldownS })}
          />
        </Group>
        <TextInput
          label={t('rule.scope')}
          description={t('rule.scopeHint')}
          placeholder="tag:roof"
          maxLength={500}
          value={draft.scope}
          error={scopeFault}
          onChange={(event) => {
            setScopeFault(null)
            change({ scope: event.currentTarget.value })
          }}
        />
        <SegmentedControl
          aria-label={t('rule.severity')}
          value={draft.severity}
          data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          onChange={(severity) => change({ severity: severity as AlertSeverity })}
        />
        <Checkbox
          label={t('rule.notify')}
          checked={draft.hasNotification}
          onChange={(event) => change({ hasNotification: event.currentTarget.checked })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button disabled={typeof rule === 'string'} loading={save.isRunning} onClick={() => save.run()}>
            {t('rule.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
