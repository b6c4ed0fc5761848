import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BrokerLogPanel } from './broker-log-panel.tsx'

/** The panel in a dialog, from wherever a connection does not come about. */
export function BrokerLogDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('broker-log')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="46rem"
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <BrokerLogPanel />
    </Modal>
  )
}
