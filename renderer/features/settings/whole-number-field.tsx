import { NumberInput } from '@mantine/core'
import { useState } from 'react'

interface WholeNumberFieldProps {
  readonly label: string
  readonly hint: string
  /** Said of anything but a whole number from `min` to `max`. */
  readonly invalid: string
  readonly min: number
  readonly max: number
  readonly saved: number
  readonly onSave: (value: number) => void
}

/** A number that is saved when the field is left or Enter is pressed. */
export function WholeNumberField({ label, hint, invalid, min, max, saved, onSave }: WholeNumberFieldProps) {
  const [draft, setDraft] = useState<number | string>(saved)
  const value = draft === '' ? Number.NaN : Number(draft)
  const error = Number.isInteger(value) && value >= min && value <= max ? undefined : invalid
  const save = () => {
    if (!error && value !== saved) onSave(value)
  }
  return (
    <NumberInput
      label={label}
      description={hint}
      value={draft}
      min={min}
      max={max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
      error={error}
    />
  )
}
