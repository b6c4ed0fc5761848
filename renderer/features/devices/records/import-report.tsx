import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../../../preload/contract/models/devices/device.ts'

/** Reports an import; closed at once where there is nothing to look at. */
export function ImportReport({
  outcome,
  onClose,
}: {
  readonly outcome: ImportOutcome | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation('devices')
  return (
    <Modal
      opened={outcome !== null}
      onClose={onClose}
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      {outcome && (
        <Stack gap="sm">
          <Text size="sm">{t('import.counts', { added: outcome.added, updated: outcome.updated })}</Text>
          {outcome.skippedCount > 0 && (
            <>
              <Text size="sm">{t('import.skipped', { count: outcome.skippedCount })}</Text>
              <List size="sm">
                {outcome.skipped.map(({ line, reason }) => (
                  <List.Item key={line}>{t(`import.fault.${reason}`, { line })}</List.Item>
                ))}
              </List>
            </>
          )}
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('import.close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
