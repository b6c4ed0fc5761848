import { ActionIcon, SegmentedControl, Text, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import classes from './broker-log.module.css'

const COMMANDS = {
  debian: {
    status: 'systemctl status mosquitto',
    log: 'sudo journalctl -u mosquitto -n 100 --no-pager; sudo tail -n 100 /var/log/mosquitto/mosquitto.log',
    config: 'sudo cat /etc/mosquitto/mosquitto.conf /etc/mosquitto/conf.d/*.conf',
    try: 'sudo systemctl stop mosquitto; sudo -u mosquitto mosquitto -v -c /etc/mosquitto/mosquitto.conf',
    ports: 'sudo ss -ltnp',
  },
  docker: {
    status: 'docker compose ps',
    log: 'docker compose logs --tail 100 mosquitto',
    config: 'docker compose exec mosquitto cat /mosquitto/config/mosquitto.conf',
    try: 'docker compose run --rm mosquitto mosquitto -v -c /mosquitto/config/mosquitto.conf',
    ports: 'docker compose port mosquitto 1883; ss -ltn',
  },
  windows: {
    status: 'Get-Service mosquitto',
    log: 'Get-Content "C:\\Program Files\\mosquitto\\mosquitto.log" -Tail 100',
    config: 'Get-Content "C:\\Program Files\\mosquitto\\mosquitto.conf"',
    try: '& "C:\\Program Files\\mosquitto\\mosquitto.exe" -v -c "C:\\Program Files\\mosquitto\\mosquitto.conf"',
    ports: 'Get-NetTCPConnection -State Listen | Sort-Object LocalPort',
  },
} as const
type Platform = keyof typeof COMMANDS

const PLATFORMS: readonly Platform[] = ['debian', 'docker', 'windows']
const KINDS = ['status', 'log', 'config', 'try', 'ports'] as const

/** Lists commands to run at the broker to see its state, its log, its configuration and its ports. */
export function LogCommands() {
  const { t } = useTranslation('broker-log')
  const [platform, setPlatform] = useState<Platform>('debian')
  const copy = useAction((text: string) => request('app.copy', { text }))
  return (
    <section aria-label={t('commands.title')}>
      <div className={classes.commandsHead}>
        <Text size="sm" fw={600}>
          {t('commands.title')}
        </Text>
        <SegmentedControl<Platform>
          size="xs"
          aria-label={t('commands.platform')}
          value={platform}
          onChange={setPlatform}
          data={PLATFORMS.map((value) => ({ value, label: t(`commands.platforms.${value}`) }))}
        />
      </div>
      <dl className={classes.commands}>
        {KINDS.map((kind) => (
          <div key={kind} className={classes.command}>
            <dt>{t(`commands.kinds.${kind}`)}</dt>
            <dd>
              <code>{COMMANDS[platform][kind]}</code>
              <Tooltip label={t('commands.copy')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('commands.copyOne', { what: t(`commands.kinds.${kind}`) })}
                  onClick={() => copy.run(COMMANDS[platform][kind])}
                >
                  <IconCopy size={15} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
