import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { AboutSection } from './about-section.tsx'
import { ApprovalsSection } from './approvals-section.tsx'
import { AssistantSection } from './assistant/assistant-section.tsx'
import { AuditSection } from './audit/audit-section.tsx'
import { DeliverySection } from './delivery/delivery-section.tsx'
import { DesktopSection } from './desktop-section.tsx'
import { GeneralSection } from './general-section.tsx'
import { SecretsSection } from './secrets-section.tsx'
import { SigningSection } from './signing/signing-section.tsx'
import { StorageSection } from './storage-section.tsx'

export function SettingsView() {
  const { t } = useTranslation('shell')
  return (
    <Page title={t('views.settings')}>
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
    </Page>
  )
}
