import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  /** The verb of what will happen. */
  readonly confirmLabel: string
  readonly isBusy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something is lost. Cancel has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation('shell')
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onCancel}
      title={props.title}
      size="sm"
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{props.text}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={props.onCancel}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={props.isBusy ?? false} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
