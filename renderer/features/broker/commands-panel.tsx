import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { showDone } from '../../lib/show-error.tsx'
import { useAction } from '../../lib/use-action.ts'
import classes from './broker.module.css'
import { BROKER_COMMANDS, COMMAND_PLATFORMS, type CommandPlatform } from './broker-commands.ts'

/** What to run at the broker when it does not start or does not answer. */
export function CommandsPanel() {
  const { t } = useTranslation('broker')
  const isWindows = useAppState((state) => state.platform === 'win32')
  const [platform, setPlatform] = useState<CommandPlatform>(isWindows ? 'windows' : 'debian')
  const copy = useAction(async (text: string) => {
    await request('app.copy', { text })
    showDone(t('commands.copied'))
  })
  return (
    <section className={classes.panel} aria-label={t('commands.title')}>
      <div className={classes.between}>
        <div>
          <h2 className={classes.title}>{t('commands.title')}</h2>
          <p className={classes.text}>{t('commands.text')}</p>
        </div>
        <SegmentedControl<CommandPlatform>
          size="xs"
          aria-label={t('commands.platform')}
          value={platform}
          onChange={setPlatform}
          data={COMMAND_PLATFORMS.map((value) => ({ value, label: t(`commands.platforms.${value}`) }))}
        />
      </div>
      <div>
        {BROKER_COMMANDS[platform].map(([topic, command]) => (
          <div key={command} className={classes.command}>
            <div>
              <div className={classes.why}>{t(`commands.why.${topic}`)}</div>
              <code>{command}</code>
            </div>
            <Tooltip label={t('commands.copy')}>
              <ActionIcon
                variant="default"
                aria-label={`${t('commands.copy')}: ${command}`}
                onClick={() => copy.run(command)}
              >
                <IconCopy size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </div>
        ))}
      </div>
    </section>
  )
}
