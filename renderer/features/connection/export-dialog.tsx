import { Alert, Button, Group, Modal, Radio, Stack, Switch, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  PROFILE_FILE_FORMATS,
  type ProfileFileFormat,
  type ProfileView,
} from '../../../preload/contract/models/broker/connection.ts'
import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'

interface ExportDialogProps {
  readonly profile: ProfileView
  readonly onClose: () => void
}

/** Writes a connection to a file, in main. A password goes along only when it is asked for. */
export function ExportDialog({ profile, onClose }: ExportDialogProps) {
  const { t } = useTranslation('connection')
  const [format, setFormat] = useState<ProfileFileFormat>('waypost')
  const [hasPassword, setHasPassword] = useState(false)
  const [deviceId, setDeviceId] = useState('rpi_001')
  const canHavePassword = format !== 'waypost' && profile.secrets.password
  const isIdWrong = format === 'executor' && !DEVICE_ID.test(deviceId)
  const run = useAction(async () => {
    const saved = await request('profiles.export', {
      profileId: profile.id,
      format,
      hasPassword: canHavePassword && hasPassword,
      deviceId: format === 'executor' ? deviceId : 'rpi_001',
    })
    if (saved === null) return
    onClose()
    notifications.show({ title: t('export.done'), message: saved.path })
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('export.title', { name: profile.name })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="md">
        <Radio.Group<ProfileFileFormat> label={t('export.format')} value={format} onChange={setFormat}>
          <Stack gap="xs" mt="xs">
            {PROFILE_FILE_FORMATS.map((value) => (
              <Radio key={value} value={value} label={t(`export.formats.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {format === 'executor' && (
          <TextInput
            label={t('export.deviceId')}
            value={deviceId}
            onChange={(event) => setDeviceId(event.currentTarget.value)}
            error={isIdWrong ? t('export.deviceIdWrong') : null}
            spellCheck={false}
          />
        )}
        {canHavePassword && (
          <Switch
            label={t('export.withPassword')}
            checked={hasPassword}
            onChange={(event) => setHasPassword(event.currentTarget.checked)}
          />
        )}
        {canHavePassword && hasPassword && (
          <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {t('export.passwordWarning')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('export.cancel')}
          </Button>
          <Button loading={run.isRunning} disabled={isIdWrong} onClick={run.run}>
            {t('export.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
