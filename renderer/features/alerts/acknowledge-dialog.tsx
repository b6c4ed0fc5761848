import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'

const NOTE_MAX_CHARS = 500

interface AcknowledgeDialogProps {
  readonly ids: readonly string[] | 'all' | null
  readonly onClose: () => void
}

/** Takes note of alerts, with what the next person should know. */
export function AcknowledgeDialog({ ids, onClose }: AcknowledgeDialogProps) {
  const { t } = useTranslation('alerts')
  const [note, setNote] = useState('')
  const acknowledge = useAction(async () => {
    if (ids === null) return
    await request('alerts.acknowledge', { ids: ids === 'all' ? ids : [...ids], note })
    setNote('')
    onClose()
  })
  return (
    <Modal
      opened={ids !== null}
      onClose={onClose}
      title={t(ids === 'all' ? 'dialog.all' : 'dialog.one')}
      closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
    >
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={t('dialog.note')}
          description={t('dialog.noteHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={NOTE_MAX_CHARS}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button loading={acknowledge.isRunning} onClick={() => acknowledge.run()}>
            {t('acknowledge')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
