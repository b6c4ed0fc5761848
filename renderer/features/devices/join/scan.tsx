import { Button, Group, Text } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JoiningView } from '../../../../preload/contract/models/devices/joining.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './join.module.css'

interface ScanProps {
  readonly networks: readonly string[]
  readonly scan: JoiningView['scan']
  readonly onView: (view: JoiningView) => void
  readonly onChoose: (address: string) => void
}

/** Looks for SSH servers in this computer's own networks, when the operator says so. */
export function Scan({ networks, scan, onView, onChoose }: ScanProps) {
  const { t } = useTranslation('joining')
  const start = useAction(async (network: string) => onView(await request('joining.scan', { network })))
  const stop = useAction(async () => onView(await request('joining.stopScan', {})))
  if (networks.length === 0) return null
  return (
    <div>
      <Group gap="xs">
        {networks.map((network) => (
          <Button
            key={network}
            size="compact-sm"
            variant="default"
            leftSection={<IconRadar2 size={14} aria-hidden />}
            disabled={scan.isRunning}
            onClick={() => start.run(network)}
          >
            {t('scan.start', { network })}
          </Button>
        ))}
        {scan.isRunning && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={stop.run}>
            {t('scan.stop')}
          </Button>
        )}
        {scan.total > 0 && (
          <Text size="xs" c="dimmed" role="status">
            {t('scan.progress', { tried: scan.tried, total: scan.total, found: scan.hosts.length })}
          </Text>
        )}
      </Group>
      {scan.hosts.length > 0 && (
        <ul className={classes.hosts} aria-label={t('scan.hosts')}>
          {scan.hosts.map(({ address, name, software }) => (
            <li key={address}>
              <Button size="compact-sm" variant="light" onClick={() => onChoose(address)}>
                {address}
              </Button>
              <Text size="xs" c="dimmed">
                {[name, software].filter((text) => text !== null).join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
