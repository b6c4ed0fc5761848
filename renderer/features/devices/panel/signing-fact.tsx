import { Button, Menu, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../../preload/contract/models/devices/device.ts'
import type { PolicyClass } from '../../../../preload/contract/models/safety/signing.ts'
import { request } from '../../../lib/api.ts'
import { useWays } from '../../../lib/navigation.tsx'
import { useAction } from '../../../lib/use-action.ts'

const AGENT = 'python3 -E /usr/local/lib/waypost/waypost_agent.py'
const TIMEOUT_S = 20
const LIMITS = ['change', 'read'] as const

/** Says what the signatures of a device prove, and takes the key that its installation printed. */
export function SigningFact({ detail }: { readonly detail: DeviceDetail }) {
  const { t } = useTranslation('devices')
  const { connectionId, deviceId, signing = 'unsigned', maxClass } = detail
  const load = useAction(() => request('signing.loadDeviceKey', { connectionId, deviceId }))
  const forget = useAction(() => request('signing.forgetDeviceKey', { connectionId, deviceId }))
  return (
    <>
      <Text size="sm">{t(`signing.${signing}Hint`)}</Text>
      {maxClass !== null && <PolicyFact deviceId={deviceId} maxClass={maxClass} isSigned={signing !== 'unsigned'} />}
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

interface PolicyFactProps {
  readonly deviceId: string
  readonly maxClass: PolicyClass
  readonly isSigned: boolean
}

/**
 * Says how far a device goes. A limit is a command for review like any other, which the operator signs; the agent refuses the
 * command that would lift it, because a program of its own kind is above both.
 */
function PolicyFact({ deviceId, maxClass, isSigned }: PolicyFactProps) {
  const { t } = useTranslation('devices')
  const { openConsole } = useWays()
  const propose = useAction(async (wanted: PolicyClass) => {
    const command = `${AGENT} policy --max-class ${wanted}`
    await request('console.type', { deviceIds: [deviceId], command, timeoutS: TIMEOUT_S, origin: { kind: 'typed' } })
    openConsole([deviceId])
  })
  return (
    <>
      <Text size="sm">{t(`policy.${maxClass}`)}</Text>
      {isSigned && maxClass === 'destructive' && (
        <Menu>
          <Menu.Target>
            <Button size="compact-xs" variant="default" loading={propose.isRunning}>
              {t('policy.limit')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {LIMITS.map((limit) => (
              <Menu.Item key={limit} onClick={() => propose.run(limit)}>
                {t(`policy.to.${limit}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
