import { Input, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../broker.module.css'

export type Qos = 0 | 1 | 2

const CHOICES: readonly Qos[] = [0, 1, 2]

export function QosSelect({ value, onChange }: { readonly value: Qos; readonly onChange: (qos: Qos) => void }) {
  const { t } = useTranslation('broker')
  const id = useId()
  return (
    <div className={classes.field}>
      <Input.Label id={id} labelElement="div" mb={4}>
        {t('tester.qos')}
      </Input.Label>
      <SegmentedControl
        aria-labelledby={id}
        value={String(value)}
        onChange={(text) => onChange(CHOICES.find((qos) => String(qos) === text) ?? 0)}
        data={CHOICES.map(String)}
      />
    </div>
  )
}
