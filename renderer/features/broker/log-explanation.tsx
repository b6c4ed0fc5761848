import { Button } from '@mantine/core'
import { IconFileSearch, IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogFinding } from '../../../preload/contract/models/broker/connection.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { BrokerLogDialog } from '../broker-log/broker-log-dialog.tsx'
import { LogFindings } from '../broker-log/log-findings.tsx'
import classes from './broker.module.css'

/** Explains the lines shown, and leads to the explanation of another log. */
export function LogExplanation({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('broker')
  const [findings, setFindings] = useState<readonly LogFinding[] | null>(null)
  const [isOtherOpen, setIsOtherOpen] = useState(false)
  const explain = useAction(async () => setFindings(await request('broker.explainLog', { text: lines.join('\n') })))
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <Button
          size="xs"
          disabled={lines.length === 0}
          loading={explain.isRunning}
          leftSection={<IconStethoscope size={15} aria-hidden />}
          onClick={explain.run}
        >
          {t('log.explain')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileSearch size={15} aria-hidden />}
          onClick={() => setIsOtherOpen(true)}
        >
          {t('log.explainOther')}
        </Button>
      </div>
      <div role="status">{findings && <LogFindings findings={findings} />}</div>
      {isOtherOpen && <BrokerLogDialog onClose={() => setIsOtherOpen(false)} />}
    </div>
  )
}
