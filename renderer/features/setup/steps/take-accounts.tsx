import { Button, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountsTaken } from '../../../../preload/contract/models/broker/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { localized, sentences } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import type { Wizard } from '../use-wizard.ts'
import { withAccounts } from '../wizard-state.ts'

/** What was left out is named so often. */
const SHOWN = 5

/** Takes people and devices from a file; passwords that are in it go to main alone. */
export function TakeAccounts({ wizard }: { readonly wizard: Wizard }) {
  const { t, i18n } = useTranslation('setup')
  const [taken, setTaken] = useState<AccountsTaken | null>(null)
  const take = useAction(async () => {
    const found = await request('setup.takeAccounts', { id: wizard.values.id })
    if (found === null) return
    setTaken(found)
    wizard.change((now) => withAccounts(now, found))
  })
  return (
    <div>
      <Stack gap={4} align="flex-start">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={14} aria-hidden />}
          loading={take.isRunning}
          onClick={() => take.run()}
        >
          {t('accounts.take')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('accounts.takeHint')}
        </Text>
      </Stack>
      <div role="status">
        {taken !== null && taken.people.length + taken.devices.length > 0 && (
          <StateLine tone="ok">
            {t('accounts.taken', {
              people: taken.people.length,
              devices: taken.devices.length,
              passwords: taken.passwords,
            })}
          </StateLine>
        )}
        {taken?.problems.slice(0, SHOWN).map(({ cause, fix }) => (
          <StateLine key={cause.en} tone="warn">
            {sentences([localized(cause, i18n.language), localized(fix, i18n.language)], i18n.language)}
          </StateLine>
        ))}
        {taken !== null && taken.problems.length > SHOWN && (
          <StateLine tone="warn">{t('accounts.takenMore', { count: taken.problems.length - SHOWN })}</StateLine>
        )}
      </div>
    </div>
  )
}
