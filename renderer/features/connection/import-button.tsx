import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { request } from '../../lib/api.ts'
import { localized } from '../../lib/i18n/i18n.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'

interface ImportButtonProps {
  /** `hint` explains what can be imported. */
  readonly variant: 'plain' | 'hint'
  readonly onImported?: () => void
}

/** Imports connections out of a file that main reads; their secrets go to the secret store, not through the window. */
export function ImportButton({ variant, onImported }: ImportButtonProps) {
  const { t, i18n } = useTranslation('connection')
  const { go } = useNavigation()
  const run = useAction(async () => {
    const outcome = await request('profiles.import', {})
    if (outcome === null) return
    onImported?.()
    go('connections')
    notifications.show({
      title: t('import.done', { count: outcome.profiles.length }),
      message: [
        outcome.profiles.map(({ name }) => name).join(', '),
        ...outcome.notes.map((note) => localized(note, i18n.language)),
      ].join(' · '),
      autoClose: outcome.notes.length > 0 ? false : 8_000,
    })
  })
  const button = (
    <Button
      size={variant === 'hint' ? 'xs' : 'sm'}
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
      loading={run.isRunning}
      onClick={run.run}
    >
      {t('import.action')}
    </Button>
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
