import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { AboutSection } from './about-section.tsx'
import { ApprovalsSection } from './approvals-section.tsx'
import { AssistantSection } from './assistant/assistant-section.tsx'
import { AuditSection } from './audit/audit-section.tsx'
import { DeliverySection } from './delivery/delivery-section.tsx'
import { DesktopSection } from './desktop-section.tsx'
import { GeneralSection } from './general-section.tsx'
import { SettingsNavigation } from './navigation/settings-navigation.tsx'
import { SecretsSection } from './secrets-section.tsx'
import classes from './settings-view.module.css'
import { SigningSection } from './signing/signing-section.tsx'
import { StorageSection } from './storage-section.tsx'

/** All settings on one page, with their sections beside it. */
export function SettingsView() {
  const { t } = useTranslation('shell')
  const sections = useRef<HTMLDivElement>(null)
  return (
    <Page title={t('views.settings')} isWide>
      <div className={classes.columns}>
        <SettingsNavigation sections={sections} />
        <div ref={sections}>
          <GeneralSection />
          <AssistantSection />
          <DeliverySection />
          <DesktopSection />
          <SecretsSection />
          <SigningSection />
          <ApprovalsSection />
          <AuditSection />
          <StorageSection />
          <AboutSection />
        </div>
      </div>
    </Page>
  )
}
