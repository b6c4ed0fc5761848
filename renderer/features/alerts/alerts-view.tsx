import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlertList } from './alert-list.tsx'
import { AlertRules } from './alert-rules.tsx'
import classes from './alerts-view.module.css'

/** Shows what needs attention, and by which rules. */
export function AlertsView() {
  const { t } = useTranslation('alerts')
  return (
    <section className={classes.view} aria-label={t('title')}>
      <Tabs
        defaultValue="alerts"
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List className={classes.tabList ?? ''}>
          <Tabs.Tab value="alerts">{t('title')}</Tabs.Tab>
          <Tabs.Tab value="rules">{t('rules')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="alerts">
          <AlertList />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <AlertRules />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}
