import { Button, Group, Progress, Stack, Text, Textarea } from '@mantine/core'
import { IconFileSearch, IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogFinding, LogReading, OpenedLog } from '../../../preload/contract/models/broker/connection.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { useEvent } from '../../lib/use-event.ts'
import classes from './broker-log.module.css'
import { LogCommands } from './log-commands.tsx'
import { LogFindings } from './log-findings.tsx'

/** "Explain a broker log": paste it or open the file, and read what is wrong; with the commands that show the log. */
export function BrokerLogPanel() {
  const { t } = useTranslation('broker-log')
  const [text, setText] = useState('')
  const [findings, setFindings] = useState<readonly LogFinding[] | null>(null)
  const explain = useAction(async (log: string) => setFindings(await request('broker.explainLog', { text: log })))
  const [opened, setOpened] = useState<OpenedLog | null>(null)
  const [reading, setReading] = useState<LogReading | null>(null)
  useEvent('broker.logReading', setReading)
  const open = useAction(async () => {
    setReading(null)
    const file = await request('broker.openLog', {})
    if (file === null) return
    setText(file.text)
    setOpened(file)
    setFindings(file.findings)
  })
  const change = (value: string) => {
    setText(value)
    setOpened(null)
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
          onClick={() => (opened === null ? explain.run(text.slice(-4_000_000)) : setFindings(opened.findings))}
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
      {open.isRunning && reading && reading.read < reading.total && <ReadingProgress reading={reading} />}
      <div role="status">
        {opened && <OpenedNotes opened={opened} />}
        {findings && <LogFindings findings={findings} />}
      </div>
      <LogCommands />
    </Stack>
  )
}

function ReadingProgress({ reading }: { readonly reading: LogReading }) {
  const { t } = useTranslation('broker-log')
  const percent = Math.floor((reading.read / reading.total) * 100)
  const label = t('file.reading', { percent })
  return (
    <div>
      <Text size="xs">{label}</Text>
      <Progress value={percent} aria-label={label} />
    </div>
  )
}

/** Says which part of a large file stands behind the findings. */
function OpenedNotes({ opened }: { readonly opened: OpenedLog }) {
  const { t, i18n } = useTranslation('broker-log')
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(opened.size / 1_000_000)
  if (!opened.isCut && !opened.isShownCut) return null
  return (
    <Text size="xs" c="dimmed" mb="xs">
      {opened.isCut ? t('file.cut', { size }) : t('file.shownCut')}
    </Text>
  )
}
