import { useTranslation } from 'react-i18next'
import type { TesterState } from '../../../../preload/contract/models/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from '../broker.module.css'
import { MessageList } from './message-list.tsx'
import { PublishForm } from './publish-form.tsx'
import { SubscribeForm } from './subscribe-form.tsx'
import { TopicCheckPanel } from './topic-check-panel.tsx'

interface TesterSectionProps {
  readonly tester: TesterState
  readonly onTester: (tester: TesterState) => void
}

/** Publish and subscribe by hand, on a connection of its own. */
export function TesterSection({ tester, onTester }: TesterSectionProps) {
  const { t, i18n } = useTranslation('broker')
  return (
    <div className={classes.stack}>
      <TopicCheckPanel />
      <SubscribeForm filters={tester.filters} onTester={onTester} />
      <PublishForm />
      {tester.failure && (
        <StateLine tone="warn">
          {t('tester.failed')} {localized(tester.failure.message, i18n.language)}{' '}
          {localized(tester.failure.fix, i18n.language)}
        </StateLine>
      )}
      <MessageList tester={tester} onTester={onTester} />
    </div>
  )
}
