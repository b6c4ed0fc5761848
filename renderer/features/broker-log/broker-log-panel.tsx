import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconFileSearch, IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogFinding } from '../../../preload/contract/models/connection.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import classes from './broker-log.module.css'
import { LogCommands } from './log-commands.tsx'
import { LogFindings } from './log-findings.tsx'

/** "Explain a broker log": paste it or open the file, and read what is wrong; with the commands that show the log. */
export function BrokerLogPanel() {
  const { t } = useTranslation('broker-log')
  const [text, setText] = useState('')
  const [findings, setFindings] = useState<readonly LogFinding[] | null>(null)
  const explain = useAction(async (log: string) => setFindings(await request('broker.explainLog', { text: log })))
  const open = useAction(async () => {
    const file = await request('broker.openLog', {})
    if (file === null) return
    setText(file.text)
    explain.run(file.text)
  })
  const change = (value: string) => {
    setText(value)
    setFindings(null)
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      <Textarea
        label={t('log')}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        placeholder={t('placeholder')}
        minRows={6}
        maxRows={12}
        autosize
        spellCheck={false}
        classNames={{ input: classes.log ?? '' }}
      />
      <Group gap="xs">
        <Button
          leftSection={<IconStethoscope size={16} aria-hidden />}
          disabled={text.trim() === ''}
          loading={explain.isRunning}
          onClick={() => explain.run(text.slice(-4_000_000))}
        >
          {t('explain')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileSearch size={16} aria-hidden />}
          loading={open.isRunning}
          onClick={open.run}
        >
          {t('open')}
        </Button>
      </Group>
      <div role="status">{findings && <LogFindings findings={findings} />}</div>
      <LogCommands />
    </Stack>
  )
}
