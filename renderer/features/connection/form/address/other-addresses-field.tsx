import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTlsMode } from '../profile-draft.ts'
import type { ProfileFormFields } from '../use-profile-form.ts'

/** Further addresses of the same broker, one a line; a button while there are none. */
export function OtherAddressesField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const { otherAddresses, security } = form.values
  const [isAsked, setIsAsked] = useState(false)
  if (otherAddresses === '' && !isAsked && form.errors.otherAddresses === undefined) {
    return (
      <div>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setIsAsked(true)}
        >
          {t('form.addAddresses')}
        </Button>
      </div>
    )
  }
  return (
    <Textarea
      label={t('form.otherAddresses')}
      description={`${t('form.otherAddressesHint')}${isTlsMode(security) ? ` ${t('form.otherAddressesNames')}` : ''}`}
      name="otherAddresses"
      placeholder={'broker-2.example:1883\nbroker-3.example:1883'}
      autosize
      minRows={2}
      maxRows={6}
      spellCheck={false}
      autoCapitalize="none"
      data-autofocus={isAsked || undefined}
      {...form.field('otherAddresses')}
    />
  )
}
