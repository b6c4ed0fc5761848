import { Input, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TRUSTS, type Trust } from '../../../../../preload/contract/models/broker/connection.ts'
import { useRequest } from '../../../../lib/use-request.ts'
import { hasInput } from '../profile-draft.ts'
import classes from '../profile-form.module.css'
import type { ProfileFormFields } from '../use-profile-form.ts'

/** Chooses whom TLS trusts. The store of the system is offered only if it can be read. */
export function TrustField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const id = useId()
  const hasSystemStore = useRequest('broker.hasSystemStore', {}, { onError: () => undefined }).value === true
  if (!hasInput(form.values, 'trust')) return null
  const { trust } = form.values
  const offered = TRUSTS.filter((value) => value !== 'system' || hasSystemStore || trust === 'system')
  return (
    <div>
      <Input.Label id={id} labelElement="div" mb={4}>
        {t('form.trust')}
      </Input.Label>
      <SegmentedControl<Trust>
        name="trust"
        fullWidth
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
        value={trust}
        onChange={(value) => form.set('trust', value)}
        data={offered.map((value) => ({ value, label: t(`trust.${value}.name`) }))}
      />
      <div id={`${id}-text`} className={classes.explanation} aria-live="polite">
        {t(`trust.${trust}.text`)}
      </div>
    </div>
  )
}
