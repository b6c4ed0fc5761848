import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { TestPublishOutcome } from '../../../../preload/contract/models/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { errorText } from '../../../lib/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../broker.module.css'
import { type Qos, QosSelect } from './qos-select.tsx'

type FieldError = { readonly field: 'topic' | 'payload'; readonly text: string }

/** Publishes one message; topics that carry orders to devices are refused in main. */
export function PublishForm() {
  const { t } = useTranslation('broker')
  const [topic, setTopic] = useState('test/topic')
  const [payload, setPayload] = useState('')
  const [encoding, setEncoding] = useState<'text' | 'hex'>('text')
  const [qos, setQos] = useState<Qos>(1)
  const [isRetained, setIsRetained] = useState(false)
  const [outcome, setOutcome] = useState<TestPublishOutcome | null>(null)
  const [error, setError] = useState<FieldError | null>(null)
  const publish = useAction(
    async () => {
      setOutcome(null)
      setError(null)
      setOutcome(await request('broker.publish', { topic: topic.trim(), payload, encoding, qos, isRetained }))
    },
    (failure) => {
      const field = failure instanceof AppError ? failure.data.field : null
      if (field !== 'topic' && field !== 'payload') return false
      const { title, next } = errorText(failure)
      setError({ field, text: field === 'payload' ? t('tester.hexInvalid') : `${title}. ${next}` })
      return true
    },
  )
  const errorOf = (field: FieldError['field']) => (error?.field === field ? error.text : null)
  return (
    <form
      className={`${classes.panel} ${classes.stack}`}
      aria-label={t('tester.publish')}
      onSubmit={(event) => {
        event.preventDefault()
        if (topic.trim() !== '') publish.run()
      }}
    >
      <div className={classes.row}>
        <TextInput
          className={classes.grow ?? ''}
          label={t('tester.topic')}
          maxLength={1024}
          spellCheck={false}
          value={topic}
          error={errorOf('topic') !== null}
          onChange={(event) => {
            setTopic(event.currentTarget.value)
            setError(null)
          }}
        />
        <QosSelect value={qos} onChange={setQos} />
      </div>
      {errorOf('topic') !== null && <StateLine tone="bad">{errorOf('topic')}</StateLine>}
      <Textarea
        label={t('tester.payload')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={262_144}
        spellCheck={false}
        value={payload}
        error={errorOf('payload')}
        classNames={{ input: classes.mono ?? '' }}
        onChange={(event) => {
          setPayload(event.currentTarget.value)
          setError(null)
        }}
      />
      <div className={classes.between}>
        <div className={classes.inline}>
          <SegmentedControl<'text' | 'hex'>
            size="xs"
            aria-label={t('tester.encoding')}
            value={encoding}
            onChange={setEncoding}
            data={[
              { value: 'text', label: t('tester.text') },
              { value: 'hex', label: t('tester.hex') },
            ]}
          />
          <Checkbox
            label={t('tester.retain')}
            checked={isRetained}
            onChange={(event) => setIsRetained(event.currentTarget.checked)}
          />
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
      {isRetained && <p className={classes.why}>{t('tester.retainHint')}</p>}
      <div aria-live="polite">
        {outcome && (
          <StateLine tone={outcome.kind === 'refused' ? 'bad' : outcome.kind === 'acknowledged' ? 'ok' : 'warn'}>
            {t(`tester.outcomes.${outcome.kind}`)}
          </StateLine>
        )}
      </div>
    </form>
  )
}
