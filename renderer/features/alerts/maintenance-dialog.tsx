import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Maintenance } from '../../../preload/contract/models/devices/alert.ts'
import { spanWords } from '../../components/words/time-words.ts'
import { useDeviceWords } from '../../components/words/use-device-words.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { MatchCount } from '../devices/filter/match-count.tsx'

const HOUR_MS = 3_600_000
const LENGTHS_MS = [
  HOUR_MS / 2,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  24 * HOUR_MS,
  72 * HOUR_MS,
  168 * HOUR_MS,
]

interface MaintenanceDialogProps {
  /** The one device that it is for; null asks for a filter. */
  readonly deviceId: string | null
  readonly onBegun: (all: readonly Maintenance[]) => void
  readonly onClose: () => void
}

/** Asks which devices raise no alerts, and for how long. */
export function MaintenanceDialog({ deviceId, onBegun, onClose }: MaintenanceDialogProps) {
  const { t, i18n } = useTranslation('alerts')
  const words = useDeviceWords(deviceId ?? '')
  const [filter, setFilter] = useState('')
  const [lengthMs, setLengthMs] = useState(2 * HOUR_MS)
  const [note, setNote] = useState('')
  const begin = useAction(async () => {
    onBegun(await request('alerts.beginMaintenance', { deviceId, filter, lengthMs, note }))
    onClose()
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={deviceId === null ? t('maintenance.title') : t('maintenance.beginOne', { id: words })}
      closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t(deviceId === null ? 'maintenance.explanation' : 'maintenance.explanationOne')}</Text>
        {deviceId === null && (
          <>
            <TextInput
              data-autofocus
              label={t('rule.scope')}
              description={t('rule.scopeHint')}
              placeholder={t('rule.scopeExample')}
              maxLength={500}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <Text size="xs" c="dimmed">
              <MatchCount filter={filter} />
            </Text>
          </>
        )}
        <Select
          label={t('maintenance.length')}
          allowDeselect={false}
          value={String(lengthMs)}
          data={LENGTHS_MS.map((ms) => ({ value: String(ms), label: spanWords(ms, i18n.language) }))}
          onChange={(next) => next !== null && setLengthMs(Number(next))}
        />
        <TextInput
          label={t('dialog.note')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button loading={begin.isRunning} onClick={() => begin.run()}>
            {t('maintenance.start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
