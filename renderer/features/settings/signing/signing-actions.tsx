import { Button, Group, Text } from '@mantine/core'
import { IconFileImport, IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SigningView } from '../../../../preload/contract/models/safety/signing.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

interface SigningActionsProps {
  /** Of a key to make or load. */
  readonly name: string
  /** Of a file to load. */
  readonly passphrase: string
  readonly onView: (view: SigningView | null) => void
  readonly onMade: () => void
  readonly onLoaded: () => void
  /** Called with where a file was saved; null for nowhere. */
  readonly onSaved: (path: string | null) => void
}

/** Makes a key or loads one, and saves what devices and other operators need. */
export function SigningActions({ name, passphrase, onView, onMade, onLoaded, onSaved }: SigningActionsProps) {
  const { t } = useTranslation('settings')
  const make = useAction(async () => {
    onView(await request('signing.make', { name }))
    onMade()
  })
  const load = useAction(async () => {
    onView(await request('signing.load', { name, passphrase }))
    onLoaded()
  })
  const saveDevices = useAction(async () => onSaved((await request('signing.saveDeviceKeys', {}))?.path ?? null))
  const saveAgent = useAction(async () => onSaved((await request('signing.saveAgent', {}))?.path ?? null))
  const hasName = name !== ''
  return (
    <Group gap="sm">
      <Button
        leftSection={<IconKey size={16} aria-hidden />}
        disabled={!hasName}
        loading={make.isRunning}
        onClick={make.run}
      >
        {t('signing.make')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        disabled={!hasName || passphrase === ''}
        loading={load.isRunning}
        onClick={load.run}
      >
        {t('signing.load')}
      </Button>
      <Button
        variant="default"
        title={t('signing.saveAgentText')}
        loading={saveAgent.isRunning}
        onClick={saveAgent.run}
      >
        {t('signing.saveAgent')}
      </Button>
      <Button
        variant="default"
        title={t('signing.deviceKeysText')}
        loading={saveDevices.isRunning}
        onClick={saveDevices.run}
      >
        {t('signing.saveDeviceKeys')}
      </Button>
      {(!hasName || passphrase === '') && (
        <Text size="xs" c="dimmed">
          {t(hasName ? 'signing.needsPassphrase' : 'signing.needsName')}
        </Text>
      )}
    </Group>
  )
}
