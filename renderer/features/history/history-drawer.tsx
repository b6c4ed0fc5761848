import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { HistoryDetail } from './history-detail.tsx'

interface HistoryDrawerProps {
  /** The exchange to show; null shows none. */
  readonly turnId: string | null
  readonly onClose: () => void
  /** Shows another exchange. */
  readonly onOpen: (turnId: string) => void
}

/** One exchange as it was, over the view that it was opened from. */
export function HistoryDrawer({ turnId, onClose, onOpen }: HistoryDrawerProps) {
  const { t } = useTranslation('history')
  return (
    <Drawer
      opened={turnId !== null}
      onClose={onClose}
      position="right"
      size="min(880px, 86vw)"
      title={t('detail.title')}
      closeButtonProps={{ 'aria-label': t('detail.close') }}
    >
      {turnId !== null && <HistoryDetail turnId={turnId} onLeave={onClose} onOpen={onOpen} />}
    </Drawer>
  )
}
