import { Collapse, NumberInput, Stack, Switch, TextInput } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { hasInput } from './profile-draft.ts'
import classes from './profile-form.module.css'
import type { ProfileFormFields } from './use-profile-form.ts'

interface AdvancedFieldsProps {
  readonly form: ProfileFormFields
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What most connections leave as it is. */
export function AdvancedFields({ form, isOpen, onToggle }: AdvancedFieldsProps) {
  const { t } = useTranslation('connection')
  const id = useId()
  return (
    <div>
      <Switch
        label={t('form.connectAtStart')}
        name="connectAtStart"
        mb="md"
        {...form.getInputProps('connectAtStart', { type: 'checkbox' })}
      />
      <button
        type="button"
        className={classes.advancedToggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
      >
        <IconChevronRight size={16} aria-hidden />
        {t('form.advanced')}
      </button>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" pt="sm">
          {hasInput(form.values.security, 'serverName') && (
            <TextInput
              label={t('form.serverName')}
              description={t('form.serverNameHint')}
              name="serverName"
              spellCheck={false}
              autoCapitalize="none"
              placeholder={form.values.host}
              {...form.getInputProps('serverName')}
            />
          )}
          <div className={classes.pair}>
            <TextInput
              label={t('form.clientIdPrefix')}
              description={t('form.clientIdPrefixHint')}
              name="clientIdPrefix"
              spellCheck={false}
              autoCapitalize="none"
              {...form.getInputProps('clientIdPrefix')}
            />
            <NumberInput
              label={t('form.keepalive')}
              description={t('form.keepaliveHint')}
              name="keepaliveS"
              min={5}
              max={3600}
              clampBehavior="none"
              allowDecimal={false}
              allowNegative={false}
              hideControls
              {...form.getInputProps('keepaliveS')}
            />
          </div>
        </Stack>
      </Collapse>
    </div>
  )
}
