import { Autocomplete, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BROKER_LOGINS, type JoinSuggestion } from '../../../../preload/contract/models/devices/joining.ts'
import type { Form } from '../../../lib/use-form.ts'
import classes from './join.module.css'
import type { JoinDraft } from './join-draft.ts'
import { Secret } from './login-fields.tsx'

interface BrokerFieldsProps {
  readonly form: Form<JoinDraft>
  readonly suggestion: JoinSuggestion
}

/** Where devices find the broker of the connection in use, and how they log in there. */
export function BrokerFields({ form, suggestion }: BrokerFieldsProps) {
  const { t } = useTranslation('joining')
  const { access } = form.values
  const kinds = BROKER_LOGINS.filter((kind) => kind !== 'setup' || suggestion.setups.length > 0)
  return (
    <fieldset className={classes.group}>
      <legend>{t('broker.title')}</legend>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(suggestion.isTls ? 'broker.textTls' : 'broker.text')}
        </Text>
        <div className={classes.pair}>
          <Autocomplete
            label={t('broker.host')}
            data={[...new Set(suggestion.brokerHosts)]}
            required
            {...form.field('brokerHost')}
          />
          <NumberInput
            label={t('broker.port')}
            min={1}
            max={65_535}
            hideControls
            required
            {...form.field('brokerPort')}
          />
        </div>
        <Select
          label={t('broker.login')}
          data={kinds.map((value) => ({ value, label: t(`broker.logins.${value}`) }))}
          value={access}
          allowDeselect={false}
          onChange={(value) => form.set('access', kinds.find((kind) => kind === value) ?? 'none')}
        />
        {access === 'typed' && (
          <div className={classes.pair}>
            <TextInput
              label={t('broker.user')}
              placeholder={t('broker.userPlaceholder')}
              autoComplete="off"
              {...form.field('brokerUser')}
            />
            <Secret form={form} name="brokerPassword" isRequired />
          </div>
        )}
        {access === 'setup' && (
          <Select
            label={t('broker.setup')}
            data={suggestion.setups.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            value={form.values.setupId}
            error={form.errors.setupId}
            onChange={(value) => form.set('setupId', value)}
          />
        )}
      </Stack>
    </fieldset>
  )
}
