import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import { useDeviceWords } from '../../../components/words/use-device-words.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

interface ForgetDeviceProps {
  readonly device: DeviceRef
  readonly isOpened: boolean
  readonly onClose: () => void
}

/** Asks before a device is taken off the list; it is back with its next message. */
export function ForgetDevice({ device, isOpened, onClose }: ForgetDeviceProps) {
  const { t } = useTranslation('devices')
  const { connectionId, deviceId } = device
  const words = useDeviceWords(deviceId)
  const forget = useAction(async () => {
    await request('devices.forget', { connectionId, deviceId })
    onClose()
  })
  return (
    <Modal
      opened={isOpened}
      onClose={onClose}
      title={t('forget.title', { id: words })}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <Text size="sm">{t('forget.text')}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('forget.cancel')}
        </Button>
        <Button color="red" loading={forget.isRunning} onClick={() => forget.run()}>
          {t('forget.confirm')}
        </Button>
      </Group>
    </Modal>
  )
}
