import { Button, Group, Stack, Text } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionFailure, TestStage } from '../../../../preload/contract/models/broker/connection.ts'
import { GuideButton } from '../../../components/guide-button.tsx'
import { HintText } from '../../../components/words/hint-text.tsx'
import { request } from '../../../lib/api.ts'
import { causeGuide } from '../../../lib/errors/error-guide.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { connectionReport } from './connection-report.ts'
import classes from './failure-details.module.css'

interface FailureDetailsProps {
  readonly failure: ConnectionFailure
  /** `host:port` that was tried. */
  readonly address: string
  readonly stages?: readonly TestStage[]
}

/** Shows what to look at on the broker and the library's own words, with a report to hand on. */
export function FailureDetails({ failure, address, stages = [] }: FailureDetailsProps) {
  const { t, i18n } = useTranslation('connection')
  return (
    <Stack gap={8} pt="sm" align="flex-start">
      {failure.brokerHint && (
        <div>
          <Text size="xs" fw={600}>
            {t('failure.onBroker')}
          </Text>
          <Text size="sm" component="div">
            <HintText text={localized(failure.brokerHint, i18n.language)} />
          </Text>
        </div>
      )}
      <pre className={classes.detail}>{`${failure.cause}: ${failure.detail}`}</pre>
      <Group gap={6}>
        <CopyReport text={connectionReport({ failure, address, stages, language: i18n.language, at: new Date() })} />
        <GuideButton to={causeGuide(failure.cause)} />
      </Group>
    </Stack>
  )
}

function CopyReport({ text }: { readonly text: string }) {
  const { t } = useTranslation('connection')
  const [isCopied, setIsCopied] = useState(false)
  const { start } = useTimeout(() => setIsCopied(false), 2500)
  const copy = useAction(async () => {
    await request('app.copy', { text })
    setIsCopied(true)
    start()
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      onClick={copy.run}
    >
      <span aria-live="polite">{isCopied ? t('failure.copied') : t('failure.copy')}</span>
    </Button>
  )
}
