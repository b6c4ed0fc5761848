import { Input, SegmentedControl, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TRANSPORTS, type Transport } from '../../../../../preload/contract/models/broker/connection.ts'
import { withChoice } from '../profile-draft.ts'
import classes from '../profile-form.module.css'
import type { ProfileFormFields } from '../use-profile-form.ts'

/** MQTT over TCP or inside a WebSocket, and the path of the latter. */
export function TransportFields({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const id = useId()
  const { transport } = form.values
  return (
    <div className={classes.pair}>
      <div>
        <Input.Label id={id} labelElement="div">
          {t('form.transport')}
        </Input.Label>
        <SegmentedControl<Transport>
          name="transport"
          fullWidth
          aria-labelledby={id}
          value={transport}
          onChange={(value) => form.setAll(withChoice(form.getValues(), { transport: value }))}
          data={TRANSPORTS.map((value) => ({ value, label: t(`transport.${value}`) }))}
        />
        {form.errors.transport !== undefined && <Input.Error mt={5}>{form.errors.transport}</Input.Error>}
      </div>
      {transport === 'websocket' && (
        <TextInput
          label={t('form.path')}
          name="path"
          spellCheck={false}
          autoCapitalize="none"
          placeholder="/mqtt"
          {...form.field('path')}
        />
      )}
    </div>
  )
}
