import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicCheck } from '../../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import classes from '../broker.module.css'

/** One click: publishes to `test/topic` and waits for the message to come back. */
export function TopicCheckPanel() {
  const { t } = useTranslation('broker')
  const format = useFormat()
  const [outcome, setOutcome] = useState<TopicCheck | null>(null)
  const check = useAction(async () => {
    setOutcome(null)
    setOutcome(await request('broker.checkTopic', {}))
  })
  return (
    <section className={classes.panel} aria-label={t('check.title')}>
      <div className={classes.between}>
        <div>
          <h2 className={classes.title}>{t('check.title')}</h2>
          <p className={classes.text}>{t('check.text')}</p>
        </div>
        <Button
          variant="default"
          loading={check.isRunning}
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={check.run}
        >
          {t('check.run')}
        </Button>
      </div>
      <div aria-live="polite">
        {outcome !== null && (
          <StateLine tone={outcome.kind === 'received' ? 'ok' : 'bad'}>
            {outcome.kind === 'received'
              ? t('check.received', { ms: format.number(outcome.roundTripMs) })
              : t(`check.failed.${outcome.kind}`)}
          </StateLine>
        )}
      </div>
    </section>
  )
}
