import { Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LogFinding } from '../../../preload/contract/models/broker/connection.ts'
import { HintText } from '../../components/words/hint-text.tsx'
import { localized } from '../../lib/i18n/i18n.ts'
import classes from './broker-log.module.css'

/** Lists the findings of the log, gravest first, each with its line. */
export function LogFindings({ findings }: { readonly findings: readonly LogFinding[] }) {
  const { t, i18n } = useTranslation('broker-log')
  if (findings.length === 0) {
    return (
      <div className={classes.nothing}>
        <IconCircleCheck size={17} aria-hidden />
        {t('nothing')}
      </div>
    )
  }
  return (
    <ol className={classes.findings} aria-label={t('findings')}>
      {findings.map(({ cause, message, fix, line, count, clients }) => (
        <li key={`${cause} ${line}`} className={classes.finding}>
          <div className={classes.message}>
            <IconAlertTriangle size={17} aria-hidden />
            {localized(message, i18n.language)}
          </div>
          <Text size="sm" component="div">
            <HintText text={localized(fix, i18n.language)} />
          </Text>
          {line !== '' && <pre className={classes.line}>{line}</pre>}
          {clients.some((client) => client.count > 1) && (
            <Text size="xs">
              {t('file.clients', {
                names: clients
                  .map((client) => t('file.clientTimes', { name: client.name, count: client.count }))
                  .join(', '),
              })}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t('count', { count })} · {cause}
          </Text>
        </li>
      ))}
    </ol>
  )
}
