import { Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../../components/facts.tsx'
import { AdvancedSection } from '../form/advanced-section.tsx'
import { CharacterFields } from '../form/character-fields.tsx'
import { ClientFields } from '../form/client-fields.tsx'
import { hasInput } from '../form/profile-draft.ts'
import { ADVANCED_FIELDS } from '../form/profile-errors.ts'
import type { useProfileForm } from '../form/use-profile-form.ts'
import { VersionField } from '../form/version-field.tsx'
import classes from './wizard.module.css'

/** The name, what the connection is, and what most leave as it is. */
export function WizardSaveStep({ state }: { readonly state: ReturnType<typeof useProfileForm> }) {
  const { t } = useTranslation('connection')
  const { form, test } = state
  const { values } = form
  const isTested = test?.isDone === true && test.failure === null
  const scheme = { tcp: 'mqtt', websocket: 'ws' }[values.transport]
  const isTls = hasInput(values, 'trust')
  const path = hasInput(values, 'path') ? values.path : ''
  return (
    <Stack gap="md">
      <TextInput
        label={t('form.name')}
        description={t('form.nameHint')}
        name="name"
        maxLength={80}
        placeholder={values.host || t('form.namePlaceholder')}
        {...form.field('name')}
        data-autofocus
      />
      <div className={classes.summary}>
        <Facts
          facts={[
            [
              t('wizard.address'),
              <code key="address">{`${scheme}${isTls ? 's' : ''}://${values.host}:${values.port}${path}`}</code>,
            ],
            [t('form.security'), t(`security.${values.security}.name`)],
            ...(isTls ? [[t('form.trust'), t(`trust.${values.trust}.name`)] as const] : []),
            ...(hasInput(values, 'username') ? [[t('form.username'), values.username || '–'] as const] : []),
            [t('test.title'), t(isTested ? 'wizard.tested' : 'wizard.untested')],
          ]}
        />
      </div>
      <Switch label={t('form.connectAtStart')} name="connectAtStart" {...form.checkbox('connectAtStart')} />
      <AdvancedSection hasError={ADVANCED_FIELDS.some((field) => form.errors[field])}>
        <ClientFields form={form} />
        <CharacterFields form={form} />
        <VersionField form={form} />
      </AdvancedSection>
    </Stack>
  )
}
