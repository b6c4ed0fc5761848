import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../components/facts.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { SettingsSection } from './settings-section.tsx'

export function AboutSection() {
  const { t } = useTranslation('settings')
  const version = useAppState((state) => state.version)
  const electronVersion = useAppState((state) => state.electronVersion)
  const platform = useAppState((state) => state.platform)
  const openLogs = useAction(() => request('app.openLogFolder', {}))
  return (
    <SettingsSection name="about">
      <Facts
        facts={[
          ['Waypost', version],
          ['Electron', electronVersion],
          [t('about.platform'), platform],
        ]}
      />
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        loading={openLogs.isRunning}
        onClick={openLogs.run}
      >
        {t('shell:openLogFolder')}
      </Button>
    </SettingsSection>
  )
}
