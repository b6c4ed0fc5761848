import { Button, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileImport } from '../../../../preload/contract/models/broker/connection.ts'
import { request } from '../../../lib/api.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { ImportReport } from './import-report.tsx'

interface ImportButtonProps {
  /** `hint` explains what can be imported. */
  readonly variant: 'plain' | 'hint'
  readonly onImported?: () => void
}

/** Imports connections out of a file that main reads; their secrets go to the secret store, not through the window. */
export function ImportButton({ variant, onImported }: ImportButtonProps) {
  const { t } = useTranslation('connection')
  const { go } = useNavigation()
  const [outcome, setOutcome] = useState<ProfileImport | null>(null)
  const run = useAction(async () => setOutcome(await request('profiles.import', {})))
  const close = () => {
    setOutcome(null)
    if (outcome === null || outcome.profiles.length === 0) return
    onImported?.()
    go('connections')
  }
  const button = (
    <>
      <Button
        size={variant === 'hint' ? 'xs' : 'sm'}
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        loading={run.isRunning}
        onClick={run.run}
      >
        {t('import.action')}
      </Button>
      {outcome && <ImportReport outcome={outcome} onClose={close} />}
    </>
  )
  if (variant === 'plain') return button
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t('import.hint')}
      </Text>
      {button}
    </div>
  )
}
