import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DEVICE_ID } from '../../../../preload/contract/models/limits.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useForm } from '../../../lib/use-form.ts'
import { EMPTY_ENTRY, EntryFields } from './entry-fields.tsx'

const NOTHING_TYPED = { deviceId: '', entry: EMPTY_ENTRY }

/** A device that was not heard yet, by hand. */
export function AddDevice({ isOpened, onClose }: { readonly isOpened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  const form = useForm(NOTHING_TYPED)
  const { deviceId, entry } = form.values
  const isValid = DEVICE_ID.test(deviceId)
  const add = useAction(async () => {
    await request('devices.add', { deviceId, entry: { ...entry, tags: [...entry.tags] } })
    form.reset(NOTHING_TYPED)
    onClose()
  })
  return (
    <Modal
      opened={isOpened}
      onClose={onClose}
      title={t('add.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <Stack gap="sm">
        <TextInput
          size="xs"
          data-autofocus
          required
          label={t('add.id')}
          description={t('add.idHint')}
          maxLength={64}
          spellCheck={false}
          value={deviceId}
          error={deviceId !== '' && !isValid ? t('add.idInvalid') : undefined}
          onChange={(event) => form.set('deviceId', event.currentTarget.value.trim())}
        />
        <EntryFields entry={entry} onChange={(next) => form.set('entry', next)} />
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="default" onClick={onClose}>
            {t('forget.cancel')}
          </Button>
          <Button disabled={!isValid} loading={add.isRunning} onClick={() => add.run()}>
            {t('add.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
