import { Button, Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ALERT_SEVERITIES, type AlertSeverity } from '../../../../preload/contract/models/devices/alert.ts'

interface SeverityFieldProps {
  readonly value: AlertSeverity
  readonly onChange: (value: AlertSeverity) => void
}

/** Chooses from which severity on a message is sent. */
export function SeverityField({ value, onChange }: SeverityFieldProps) {
  const { t } = useTranslation('delivery')
  return (
    <Select
      label={t('minSeverity')}
      allowDeselect={false}
      value={value}
      data={ALERT_SEVERITIES.map((severity) => ({ value: severity, label: t(`severity.${severity}`) }))}
      onChange={(next) => next !== null && onChange(next as AlertSeverity)}
    />
  )
}

interface FormButtonsProps {
  readonly isOn: boolean
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly isTesting: boolean
  readonly onSave: () => void
  readonly onTest: () => void
}

export function FormButtons({ isOn, isDirty, isSaving, isTesting, onSave, onTest }: FormButtonsProps) {
  const { t } = useTranslation('delivery')
  return (
    <Group gap="xs">
      <Button disabled={!isDirty} loading={isSaving} onClick={onSave}>
        {t('save')}
      </Button>
      {isOn && (
        <Button variant="default" loading={isTesting} onClick={onTest}>
          {t('test')}
        </Button>
      )}
    </Group>
  )
}
