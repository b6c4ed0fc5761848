import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KEEPALIVE_S } from '../../../../preload/contract/models/limits.ts'
import classes from './profile-form.module.css'
import type { ProfileFormFields } from './use-profile-form.ts'

/** Sets the client id prefix and the keep-alive of this console. */
export function ClientFields({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('form.clientIdPrefix')}
        description={t('form.clientIdPrefixHint')}
        name="clientIdPrefix"
        spellCheck={false}
        autoCapitalize="none"
        {...form.field('clientIdPrefix')}
      />
      <NumberInput
        label={t('form.keepalive')}
        description={t('form.keepaliveHint')}
        name="keepaliveS"
        min={KEEPALIVE_S.min}
        max={KEEPALIVE_S.max}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        {...form.field('keepaliveS')}
      />
    </div>
  )
}
