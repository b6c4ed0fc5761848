import { Input, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileDraft } from './profile-draft.ts'
import type { ProfileFormFields } from './use-profile-form.ts'

const VERSIONS: readonly ProfileDraft['mqttVersion'][] = ['auto', '4']

/** Which MQTT to speak: found out, or 3.1.1 for a broker that does not answer the newer one. */
export function VersionField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const id = useId()
  return (
    <Input.Wrapper
      labelElement="div"
      label={<span id={id}>{t('form.mqttVersion')}</span>}
      description={t('form.mqttVersionHint')}
    >
      <SegmentedControl<ProfileDraft['mqttVersion']>
        name="mqttVersion"
        mt={6}
        aria-labelledby={id}
        value={form.values.mqttVersion}
        onChange={(value) => form.set('mqttVersion', value)}
        data={VERSIONS.map((value) => ({ value, label: t(`mqttVersion.${value}`) }))}
      />
    </Input.Wrapper>
  )
}
