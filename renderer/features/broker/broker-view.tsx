import { Tabs } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { type BrokerTab, useNavigation } from '../../lib/navigation.tsx'
import { AccountsSection } from './accounts/accounts-section.tsx'
import { BuiltInSection } from './built-in/built-in-section.tsx'
import { CertificatesSection } from './certificates-section.tsx'
import { HealthSection } from './health-section.tsx'
import { LogSection } from './log-section.tsx'
import { TesterSection } from './tester/tester-section.tsx'
import { useBroker } from './use-broker.ts'

const TABS: readonly BrokerTab[] = ['health', 'tester', 'accounts', 'certificates', 'log', 'builtIn']

/** The broker behind the active connection, the means to test it, and the broker that is built in. */
export function BrokerView() {
  const { t } = useTranslation('broker')
  const broker = useBroker()
  const { brokerTarget } = useNavigation()
  const [tab, setTab] = useState<string | null>(brokerTarget?.tab ?? 'health')
  useEffect(() => {
    if (brokerTarget) setTab(brokerTarget.tab)
  }, [brokerTarget])
  if (broker === null) return <ViewSkeleton />
  const { snapshot, merge } = broker
  return (
    <Page title={t('shell:views.broker')}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="health">
          <HealthSection health={snapshot.health} series={snapshot.series} onSetUp={() => setTab('builtIn')} />
        </Tabs.Panel>
        <Tabs.Panel value="tester" keepMounted>
          <TesterSection tester={snapshot.tester} onTester={(tester) => merge({ tester })} />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <AccountsSection />
        </Tabs.Panel>
        <Tabs.Panel value="certificates">
          <CertificatesSection />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <LogSection
            log={snapshot.log}
            hasBuiltIn={snapshot.builtIn.choice !== null}
            onLog={(log) => merge({ log })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="builtIn" keepMounted>
          <BuiltInSection snapshot={snapshot} onBuiltIn={(builtIn) => merge({ builtIn })} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
