import {
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../preload/contract/errors.ts'
import type { AlertRule, AlertSeverity } from '../../../preload/contract/models/devices/alert.ts'
import { VITAL_NAMES, vitalOf } from '../../../preload/contract/models/devices/vitals.ts'
import { durationWords } from '../../components/words/time-words.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { type Form, useForm } from '../../lib/use-form.ts'
import { MatchCount } from '../devices/filter/match-count.tsx'
import { readingName } from '../devices/table/reading-words.ts'
import { unitOf } from './alert-words.ts'
import { FLAG_IS, METRICS, type RuleDraft, ruleOf, withSubject } from './rule-draft.ts'
import { RulePreview } from './rule-preview.tsx'

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
  const form = useForm(start)
  const rule = ruleOf(form.values)
  const wrongField = typeof rule === 'string' ? rule : null
  const save = useAction(
    async () => {
      if (typeof rule === 'string') return
      onSaved(await request('alerts.saveRule', rule))
      onClose()
    },
    (error) => {
      if (!(error instanceof AppError) || error.code !== 'FILTER_INVALID') return false
      form.setError('scope', `${error.data.word}: ${t(`devices:filterFault.${error.data.reason}`)}`)
      return true
    },
  )
  return (
    <Modal
      opened
      // The whole form is seen in a window of 700 px.
      yOffset="2vh"
      onClose={onClose}
      title={t(isNew ? 'rule.new' : 'rule.edit')}
      closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
    >
      <Stack gap="sm">
        <TextInput data-autofocus withAsterisk label={t('rule.name')} maxLength={80} {...form.field('name')} />
        <ConditionFields form={form} wrongField={wrongField} />
        <TextInput
          label={t('rule.scope')}
          description={t('rule.scopeHint')}
          placeholder={t('rule.scopeExample')}
          maxLength={500}
          {...form.field('scope')}
        />
        {form.errors.scope === undefined && (
          <Text size="xs" c="dimmed">
            <MatchCount filter={form.values.scope} /> {typeof rule !== 'string' && <RulePreview rule={rule} />}
          </Text>
        )}
        <SegmentedControl<AlertSeverity>
          aria-label={t('rule.severity')}
          value={form.values.severity}
          data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          onChange={(severity) => form.set('severity', severity)}
        />
        <Checkbox label={t('rule.notify')} {...form.checkbox('hasNotification')} />
        <Group justify="flex-end" gap="xs" className="wp-form-foot">
          <Text size="xs" c="dimmed" mr="auto">
            {wrongField === 'name' && t('rule.nameMissing')}
          </Text>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button disabled={wrongField !== null} loading={save.isRunning} onClick={() => save.run()}>
            {t('rule.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

interface ConditionFieldsProps {
  readonly form: Form<RuleDraft>
  readonly wrongField: string | null
}

/** Chooses what is watched, when it counts as wrong, and how often that is said. */
function ConditionFields({ form, wrongField }: ConditionFieldsProps) {
  const { t, i18n } = useTranslation('alerts')
  const { subject, comparison, durationS, cooldownS } = form.values
  const isFlag = vitalOf(subject)?.unit === 'flag'
  return (
    <>
      <Select
        label={t('rule.watches')}
        allowDeselect={false}
        value={subject}
        data={[
          { value: 'offline', label: t('watches.offline') },
          ...METRICS.map((metric) => ({ value: metric, label: t(`metric.${metric}`) })),
          ...VITAL_NAMES.map((vital) => ({ value: vital, label: readingName(vital, i18n.language) })),
          { value: 'data', label: t('watches.data') },
        ]}
        onChange={(next) => next !== null && form.setAll(withSubject(form.values, next))}
      />
      {subject === 'data' && (
        <TextInput label={t('rule.field')} placeholder="humidity" maxLength={64} {...form.field('field')} />
      )}
      {isFlag && (
        <SegmentedControl<AlertRule['comparison']>
          aria-label={t('rule.comparison')}
          value={comparison}
          data={[
            { value: 'above', label: t('rule.isTrue') },
            { value: 'below', label: t('rule.isFalse') },
          ]}
          onChange={(next) => form.setAll({ ...form.values, ...FLAG_IS[next === 'above' ? 'yes' : 'no'] })}
        />
      )}
      {subject !== 'offline' && !isFlag && (
        <Group grow align="flex-end">
          <SegmentedControl<AlertRule['comparison']>
            aria-label={t('rule.comparison')}
            value={comparison}
            data={[
              { value: 'above', label: t('rule.above') },
              { value: 'below', label: t('rule.below') },
            ]}
            onChange={(next) => form.set('comparison', next)}
          />
          <NumberInput
            label={t('rule.threshold')}
            suffix={unitOf(subject)}
            {...form.field('threshold')}
            error={wrongField === 'threshold'}
          />
        </Group>
      )}
      <Group grow align="flex-end">
        <NumberInput
          label={t('rule.duration')}
          description={t('rule.durationHint', { time: secondsWords(durationS, i18n.language) })}
          suffix={t('rule.secondsSuffix')}
          allowDecimal={false}
          {...form.field('durationS')}
          error={wrongField === 'durationS'}
        />
        <NumberInput
          label={t('rule.cooldown')}
          description={t('rule.cooldownHint', { time: secondsWords(cooldownS, i18n.language) })}
          suffix={t('rule.secondsSuffix')}
          allowDecimal={false}
          {...form.field('cooldownS')}
          error={wrongField === 'cooldownS'}
        />
      </Group>
    </>
  )
}

/** Returns a typed number of seconds in words, e.g. "15m"; a dash until it is one. */
function secondsWords(seconds: number | string, language: string): string {
  return seconds === '' || !(Number(seconds) >= 0) ? '–' : durationWords(Number(seconds) * 1000, language)
}
