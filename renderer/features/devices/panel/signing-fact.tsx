import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../../preload/contract/models/device.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

/** Says what the signatures of a device prove, and takes the key that its installation printed. */
export function SigningFact({ detail }: { readonly detail: DeviceDetail }) {
  const { t } = useTranslation('devices')
  const { connectionId, deviceId, signing = 'unsigned' } = detail
  const load = useAction(() => request('signing.loadDeviceKey', { connectionId, deviceId }))
  const forget = useAction(() => request('signing.forgetDeviceKey', { connectionId, deviceId }))
  return (
    <>
      <Text size="sm">{t(`signing.${signing}Hint`)}</Text>
      {signing === 'signed' && (
        <Button
          size="compact-xs"
          variant="default"
          title={t('signing.loadKeyHint')}
          loading={load.isRunning}
          onClick={load.run}
        >
          {t('signing.loadKey')}
        </Button>
      )}
      {signing === 'proven' && (
        <Button size="compact-xs" variant="default" loading={forget.isRunning} onClick={forget.run}>
          {t('signing.forgetKey')}
        </Button>
      )}
    </>
  )
}
