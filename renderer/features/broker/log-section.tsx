import { Button, SegmentedControl } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogView } from '../../../preload/contract/models/broker/broker.ts'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { LogCommands } from '../broker-log/log-commands.tsx'
import classes from './broker.module.css'
import { LogExplanation } from './log-explanation.tsx'

interface LogSectionProps {
  readonly log: LogView
  readonly hasBuiltIn: boolean
  readonly onLog: (log: LogView) => void
}

/** The end of the broker's log where this computer has it, and the commands to run where it does not. */
export function LogSection({ log, hasBuiltIn, onLog }: LogSectionProps) {
  const { t } = useTranslation('broker')
  const use = useAction(async (source: LogView['source']) => onLog(await request('broker.useLog', { source })))
  const choose = useAction(async () => {
    const chosen = await request('broker.chooseLog', {})
    if (chosen !== null) onLog(chosen)
  })
  return (
    <div className={classes.stack}>
      <div className={classes.between}>
        <p className={classes.text}>
          {log.source === 'built-in' ? t('log.builtInText') : t('log.fileText', { path: log.path ?? '' })}
        </p>
        <div className={classes.row}>
          {hasBuiltIn && (
            <SegmentedControl<LogView['source']>
              size="xs"
              aria-label={t('log.source')}
              value={log.source}
              onChange={use.run}
              data={[
                { value: 'file', label: t('log.file') },
                { value: 'built-in', label: t('log.builtIn') },
              ]}
            />
          )}
          <Button
            size="xs"
            variant="default"
            loading={choose.isRunning}
            leftSection={<IconFileImport size={15} aria-hidden />}
            onClick={choose.run}
          >
            {t('log.choose')}
          </Button>
        </div>
      </div>
      <LogLines log={log} />
      <LogExplanation lines={log.lines} />
      <div className={classes.panel}>
        <LogCommands />
      </div>
    </div>
  )
}

function LogLines({ log }: { readonly log: LogView }) {
  const { t } = useTranslation('broker')
  const box = useRef<HTMLPreElement>(null)
  const text = log.lines.join('\n')
  useEffect(() => {
    if (text !== '') box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [text])
  if (log.state !== 'reading') return <StateLine tone="warn">{t(`log.states.${log.state}`)}</StateLine>
  if (log.lines.length === 0) return <StateLine tone="info">{t('log.empty')}</StateLine>
  return (
    <div>
      {log.isCut && <p className={classes.why}>{t('log.cut', { count: log.lines.length })}</p>}
      <pre ref={box} className={classes.log} role="log" aria-label={t('tabs.log')} tabIndex={-1}>
        {text}
      </pre>
    </div>
  )
}
