import { Button, Pill, TextInput } from '@mantine/core'
import { IconEar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { TesterState, TestFilter } from '../../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { ToldError } from '../../../components/told-error.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useForm } from '../../../lib/use-form.ts'
import classes from '../broker.module.css'
import { type Qos, QosSelect } from './qos-select.tsx'

interface SubscribeFormProps {
  readonly filters: readonly TestFilter[]
  readonly onTester: (tester: TesterState) => void
}

const START: { readonly filter: string; readonly qos: Qos } = { filter: 'test/topic', qos: 1 }

/** Subscribes the test session to one more topic filter, or ends a subscription. */
export function SubscribeForm({ filters, onTester }: SubscribeFormProps) {
  const { t } = useTranslation('broker')
  const form = useForm(START)
  const { filter, qos } = form.values
  const [refused, setRefused] = useState<AppError | null>(null)
  const error = form.errors.filter
  const subscribe = useAction(
    async () => onTester(await request('broker.subscribe', { filter: filter.trim(), qos })),
    (failure) => {
      if (!(failure instanceof AppError) || failure.code !== 'TOPIC_INVALID') return false
      setRefused(failure)
      form.setError('filter', failure.code)
      return true
    },
  )
  const unsubscribe = useAction(async (gone: string) => onTester(await request('broker.unsubscribe', { filter: gone })))
  return (
    <form
      className={`${classes.panel} ${classes.stack}`}
      aria-label={t('tester.subscribe')}
      onSubmit={(event) => {
        event.preventDefault()
        if (filter.trim() !== '') subscribe.run()
      }}
    >
      <div className={classes.row}>
        <TextInput
          className={classes.grow ?? ''}
          label={t('tester.filter')}
          placeholder="test/#"
          maxLength={1024}
          spellCheck={false}
          {...form.field('filter')}
          error={error !== undefined}
        />
        <QosSelect value={qos} onChange={(next) => form.set('qos', next)} />
        <Button
          type="submit"
          variant="default"
          loading={subscribe.isRunning}
          leftSection={<IconEar size={16} aria-hidden />}
        >
          {t('tester.subscribe')}
        </Button>
      </div>
      {error !== undefined && refused !== null && (
        <StateLine tone="bad">
          <ToldError failure={refused} />
        </StateLine>
      )}
      {filters.length > 0 && (
        <Pill.Group aria-label={t('tester.filters')}>
          {filters.map((subscribed) => (
            <Pill
              key={subscribed.filter}
              withRemoveButton
              onRemove={() => unsubscribe.run(subscribed.filter)}
              removeButtonProps={{ 'aria-label': t('tester.unsubscribe', { filter: subscribed.filter }) }}
            >
              <span className={classes.mono}>{subscribed.filter}</span> · QoS {subscribed.qos}
            </Pill>
          ))}
        </Pill.Group>
      )}
    </form>
  )
}
