import { Button, Group, Stack, Text } from '@mantine/core'
import { IconFingerprint, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JoiningView, JoinView } from '../../../../preload/contract/models/devices/joining.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { JoinLine } from './join-line.tsx'

interface JoinListProps {
  readonly devices: readonly JoinView[]
  readonly onView: (view: JoiningView) => void
}

/** All devices on their way, a line each, with what can be done for all of them at once. */
export function JoinList({ devices, onView }: JoinListProps) {
  const { t } = useTranslation('joining')
  const inState = (state: JoinView['state']) => devices.filter((device) => device.state === state)
  const unknown = inState('host-key')
  const changed = unknown.filter(({ hostKey }) => hostKey?.isChanged === true)
  const ready = inState('ready')
  const idsOf = (some: readonly JoinView[]) => ({ ids: some.map(({ id }) => id) })
  const confirm = useAction(async () => onView(await request('joining.confirmHostKeys', idsOf(unknown))))
  const install = useAction(async () => onView(await request('joining.install', idsOf(ready))))
  return (
    <Stack gap="md">
      {unknown.length > 0 && (
        <div>
          <StateLine tone={changed.length > 0 ? 'bad' : 'warn'}>
            {t(changed.length > 0 ? 'hostKey.changed' : 'hostKey.text')}
          </StateLine>
          <Group mt="xs">
            <Button
              leftSection={<IconFingerprint size={16} aria-hidden />}
              {...(changed.length > 0 && { color: 'red' })}
              loading={confirm.isRunning}
              onClick={confirm.run}
            >
              {t('hostKey.confirm', { count: unknown.length })}
            </Button>
          </Group>
        </div>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('devices')}>
        {devices.map((device) => (
          <JoinLine key={device.id} device={device} isAlone={devices.length === 1} onView={onView} />
        ))}
      </Stack>
      {ready.length > 0 && (
        <div>
          <Text size="sm" mb="xs">
            {t('install.text')}
          </Text>
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={install.isRunning}
            onClick={install.run}
          >
            {t('install.run', { count: ready.length })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
