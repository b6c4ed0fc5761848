import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateLine } from '../../../components/state-line.tsx'
import { ID_SEPARATORS } from '../../../lib/split-ids.ts'
import { SiteDevices } from '../cluster/site-devices.tsx'
import { useProblemWords } from '../problem-words.tsx'
import classes from '../setup.module.css'
import { TagField } from '../tag-field.tsx'
import type { Wizard } from '../use-wizard.ts'
import { hasPasswords, type OperatorRow } from '../wizard-state.ts'
import { OperatorFields } from './operator-fields.tsx'
import { TakeAccounts } from './take-accounts.tsx'

/** Who may enter: people with what they may do, and devices by their ids. */
export function AccountsStep({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const { values, change } = wizard
  const words = useProblemWords(wizard.problems)
  const { mode, devices } = values.plan
  const setOperators = (apply: (rows: readonly OperatorRow[]) => readonly OperatorRow[]) =>
    change((now) => ({ ...now, operators: apply(now.operators) }))
  return (
    <Stack gap="lg">
      {mode === 'anonymous' ? (
        <StateLine tone="warn">{t('accounts.anonymous')}</StateLine>
      ) : (
        <section aria-labelledby="setup-operators">
          <h3 id="setup-operators" className={classes.subheading}>
            {t('accounts.operators')}
          </h3>
          <Text size="sm" c="dimmed">
            {t(mode === 'mtls' ? 'accounts.operatorsHintCertificate' : 'accounts.operatorsHint')}
          </Text>
          <Stack gap="sm" mt="xs">
            {values.operators.map((row) => (
              <OperatorFields
                key={row.key}
                row={row}
                hasPassword={hasPasswords(mode)}
                nameError={words('operators', row.name)}
                passwordError={words('passwords', row.name)}
                onChange={(changed) => setOperators((rows) => rows.map((one) => (one.key === row.key ? changed : one)))}
                onRemove={() => setOperators((rows) => rows.filter((one) => one.key !== row.key))}
              />
            ))}
            {values.operators.length === 0 && (
              <StateLine tone="bad">{words('operators') ?? t('accounts.none')}</StateLine>
            )}
          </Stack>
          <Button
            mt="sm"
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              setOperators((rows) => [
                ...rows,
                { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: '', password: '', keptName: null },
              ])
            }
          >
            {t('accounts.add')}
          </Button>
        </section>
      )}
      {values.plan.cluster === 'bridges' ? (
        <SiteDevices wizard={wizard} />
      ) : (
        <TagField
          label={t('accounts.devices')}
          description={t(hasPasswords(mode) ? 'accounts.devicesHintPassword' : 'accounts.devicesHint')}
          name="setup-devices"
          placeholder={t('accounts.devicesPlaceholder')}
          splitChars={ID_SEPARATORS}
          value={devices}
          onChange={(found) => change((now) => ({ ...now, plan: { ...now.plan, devices: found } }))}
          error={words('devices') ?? deviceError(words, devices)}
          clearLabel={t('accounts.clearDevices')}
        />
      )}
      <TakeAccounts wizard={wizard} />
    </Stack>
  )
}

/** A password of a device is made by main, but one kept from before may not fit a new mode. */
function deviceError(words: ReturnType<typeof useProblemWords>, devices: readonly string[]) {
  const found = devices.flatMap((id) => words('passwords', id) ?? [])
  return found.length === 0 ? undefined : found
}
