import { Input, SegmentedControl } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SECURITY_MODES, type SecurityMode } from '../../../../../preload/contract/models/broker/connection.ts'
import { isTlsMode } from '../profile-draft.ts'
import classes from '../profile-form.module.css'

interface SecurityFieldProps {
  readonly value: SecurityMode
  readonly onChange: (value: SecurityMode) => void
}

/** Chooses how the connection is protected, and says what the choice means. */
export function SecurityField({ value, onChange }: SecurityFieldProps) {
  const { t } = useTranslation('connection')
  const id = useId()
  const isOpenToAll = !isTlsMode(value)
  return (
    <div>
      <Input.Label id={id} labelElement="div" mb={4}>
        {t('form.security')}
      </Input.Label>
      <SegmentedControl<SecurityMode>
        name="security"
        fullWidth
        aria-labelledby={id}
        aria-describedby={`${id}-text`}
        value={value}
        onChange={onChange}
        data={SECURITY_MODES.map((mode) => ({ value: mode, label: t(`security.${mode}.name`) }))}
      />
      <div id={`${id}-text`} className={classes.explanation} data-warn={isOpenToAll} aria-live="polite">
        {isOpenToAll ? <IconAlertTriangle size={16} aria-hidden /> : <IconInfoCircle size={16} aria-hidden />}
        {t(`security.${value}.text`)}
      </div>
    </div>
  )
}
