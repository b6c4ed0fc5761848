import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { TestPublishOutcome } from '../../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { ToldError } from '../../../components/told-error.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useForm } from '../../../lib/use-form.ts'
import classes from '../broker.module.css'
import { type Qos, QosSelect } from './qos-select.tsx'

interface Message {
  readonly topic: string
  readonly payload: string
  readonly encoding: 'text' | 'hex'
  readonly qos: Qos
  readonly isRetained: boolean
}

const START: Message = { topic: 'test/topic', payload: '', encoding: 'text', qos: 1, isRetained: false }

/** The message as it is typed, and what became of the last one. */
function usePublish() {
  const { t } = useTranslation('broker')
  const form = useForm(START)
  const { values } = form
  const [refused, setRefused] = useState<AppError | null>(null)
  const [outcome, setOutcome] = useState<TestPublishOutcome | null>(null)
  const publish = useAction(
    async () => {
      setOutcome(null)
      form.setErrors({})
      setOutcome(await request('broker.publish', { ...values, topic: values.topic.trim() }))
    },
    (failure) => {
      if (!(failure instanceof AppError)) return false
      const { field } = failure.data
      if (field !== 'topic' && field !== 'payload') return false
      setRefused(failure)
      form.setError(field, field === 'payload' ? t('tester.hexInvalid') : failure.code)
      return true
    },
  )
  return { form, refused, outcome, publish }
}

/** Publishes one message; topics that carry orders to devices are refused in main. */
export function PublishForm() {
  const { t } = useTranslation('broker')
  const { form, refused, outcome, publish } = usePublish()
  const { values, errors } = form
  return (
    <form
      className={`${classes.panel} ${classes.stack}`}
      aria-label={t('tester.publish')}
      onSubmit={(event) => {
        event.preventDefault()
        if (values.topic.trim() !== '') publish.run()
      }}
    >
      <div className={classes.row}>
        <TextInput
          className={classes.grow ?? ''}
          label={t('tester.topic')}
          maxLength={1024}
          spellCheck={false}
          {...form.field('topic')}
          error={errors.topic !== undefined}
        />
        <QosSelect value={values.qos} onChange={(qos) => form.set('qos', qos)} />
      </div>
      {errors.topic !== undefined && refused !== null && (
        <StateLine tone="bad">
          <ToldError failure={refused} />
        </StateLine>
      )}
      <Textarea
        label={t('tester.payload')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={262_144}
        spellCheck={false}
        classNames={{ input: classes.mono ?? '' }}
        {...form.field('payload')}
      />
      <div className={classes.between}>
        <div className={classes.inline}>
          <SegmentedControl<Message['encoding']>
            size="xs"
            aria-label={t('tester.encoding')}
            value={values.encoding}
            onChange={(encoding) => form.set('encoding', encoding)}
            data={[
              { value: 'text', label: t('tester.text') },
              { value: 'hex', label: t('tester.hex') },
            ]}
          />
          <Checkbox label={t('tester.retain')} {...form.checkbox('isRetained')} />
        </div>
        <Button
          type="submit"
          variant="default"
          loading={publish.isRunning}
          leftSection={<IconSend size={16} aria-hidden />}
        >
          {t('tester.publish')}
        </Button>
      </div>
      {values.isRetained && <p className={classes.why}>{t('tester.retainHint')}</p>}
      <PublishOutcome outcome={outcome} />
    </form>
  )
}

function PublishOutcome({ outcome }: { readonly outcome: TestPublishOutcome | null }) {
  const { t } = useTranslation('broker')
  return (
    <div aria-live="polite">
      {outcome && (
        <StateLine tone={outcome.kind === 'refused' ? 'bad' : outcome.kind === 'acknowledged' ? 'ok' : 'warn'}>
          {t(`tester.outcomes.${outcome.kind}`)}
        </StateLine>
      )}
    </div>
  )
}
