import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../../preload/contract/models/devices/device.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../panel/device-panel.module.css'
import { EntryFields } from './entry-fields.tsx'

interface DeviceEntryFormProps {
  readonly detail: DeviceDetail
  readonly onDetail: (detail: DeviceDetail) => void
}

/** The operator's record of a device; what is typed stays while the device reports. */
export function DeviceEntryForm({ detail, onDetail }: DeviceEntryFormProps) {
  const { t } = useTranslation('devices')
  const { connectionId, deviceId, name, description, location, tags, notes } = detail
  const stored = { name, description, location, tags, notes }
  const [draft, setDraft] = useState<typeof stored | null>(null)
  const entry = draft ?? stored
  const save = useAction(async () => {
    onDetail(await request('devices.edit', { connectionId, deviceId, entry: { ...entry, tags: [...entry.tags] } }))
    setDraft(null)
  })
  return (
    <section className={classes.section} aria-label={t('panel.tab.record')}>
      <EntryFields entry={entry} onChange={setDraft} />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button size="xs" variant="default" disabled={draft === null} onClick={() => setDraft(null)}>
          {t('entry.revert')}
        </Button>
        <Button size="xs" disabled={draft === null} loading={save.isRunning} onClick={() => save.run()}>
          {t('entry.save')}
        </Button>
      </Group>
    </section>
  )
}
