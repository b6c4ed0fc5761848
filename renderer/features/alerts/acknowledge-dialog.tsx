import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertGroupRef } from '../../../preload/contract/models/devices/alert.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'

const NOTE_MAX_CHARS = 500

/** Alerts by id, all active ones, or those of a group. */
export type MeantAlerts = readonly string[] | 'all' | AlertGroupRef

/** Alerts with the device, or the group, that they are of. */
export interface Meant {
  readonly alerts: MeantAlerts
  readonly named: string
}

interface AcknowledgeDialogProps {
  readonly meant: Meant | null
  readonly onClose: () => void
}

/** Returns the alerts as main takes them. */
export function meantInput(meant: MeantAlerts): string[] | 'all' | AlertGroupRef {
  return typeof meant !== 'string' && 'map' in meant ? [...meant] : meant
}

/** Takes note of alerts, with what the next person should know. */
export function AcknowledgeDialog({ meant, onClose }: AcknowledgeDialogProps) {
  const { t } = useTranslation('alerts')
  const [note, setNote] = useState('')
  // The title stays while the dialog fades out.
  const [shown, setShown] = useState(meant)
  if (meant !== null && meant !== shown) setShown(meant)
  const acknowledge = useAction(async () => {
    if (meant === null) return
    await request('alerts.acknowledge', { alerts: meantInput(meant.alerts), note })
    setNote('')
    onClose()
  })
  return (
    <Modal
      opened={meant !== null}
      onClose={onClose}
      title={shown?.alerts === 'all' ? t('dialog.all') : t('dialog.one', { named: shown?.named ?? '' })}
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
