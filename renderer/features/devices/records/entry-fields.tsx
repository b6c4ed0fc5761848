import { Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceEntry } from '../../../../preload/contract/models/devices/device.ts'

/** The same limits as main's. */
const LIMITS = { name: 64, description: 300, location: 120, notes: 4000, tag: 32, tags: 20 } as const

export const EMPTY_ENTRY: DeviceEntry = { name: '', description: '', location: '', tags: [], notes: '' }

interface EntryFieldsProps {
  readonly entry: DeviceEntry
  readonly onChange: (entry: DeviceEntry) => void
}

/** Edits what the operator writes about a device. */
export function EntryFields({ entry, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('devices')
  return (
    <Stack gap="sm">
      <TextInput
        size="xs"
        label={t('entry.name')}
        maxLength={LIMITS.name}
        value={entry.name}
        onChange={(event) => onChange({ ...entry, name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('entry.location')}
        maxLength={LIMITS.location}
        value={entry.location}
        onChange={(event) => onChange({ ...entry, location: event.currentTarget.value })}
      />
      <TagsInput
        size="xs"
        label={t('entry.tags')}
        description={t('entry.tagsHint')}
        maxTags={LIMITS.tags}
        splitChars={[',', ' ', '，']}
        value={[...entry.tags]}
        onChange={(tags) => onChange({ ...entry, tags: tags.map((tag) => tag.slice(0, LIMITS.tag)) })}
      />
      <TextInput
        size="xs"
        label={t('entry.description')}
        maxLength={LIMITS.description}
        value={entry.description}
        onChange={(event) => onChange({ ...entry, description: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label={t('entry.notes')}
        minRows={3}
        autosize
        maxRows={10}
        maxLength={LIMITS.notes}
        value={entry.notes}
        onChange={(event) => onChange({ ...entry, notes: event.currentTarget.value })}
      />
    </Stack>
  )
}
