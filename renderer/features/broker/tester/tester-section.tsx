import { useTranslation } from 'react-i18next'
import type { TesterState } from '../../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { localized, sentences } from '../../../lib/i18n/i18n.ts'
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
  const { failure } = tester
  return (
    <div className={classes.stack}>
      {failure && (
        <StateLine tone="warn">
          {sentences(
            [t('tester.failed'), localized(failure.message, i18n.language), localized(failure.fix, i18n.language)],
            i18n.language,
          )}
        </StateLine>
      )}
      <MessageList tester={tester} onTester={onTester} />
      <SubscribeForm filters={tester.filters} onTester={onTester} />
      <PublishForm />
      <TopicCheckPanel />
    </div>
  )
}
