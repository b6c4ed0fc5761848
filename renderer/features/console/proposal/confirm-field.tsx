import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './card.module.css'

interface ConfirmFieldProps {
  /** Exactly what has to be typed: a device id, or the number of devices. */
  readonly expected: string
  readonly isNumber: boolean
  readonly value: string
  readonly onChange: (typed: string) => void
}

/** Lets the operator type what the command is for, so that its reach was read. */
export function ConfirmField({ expected, isNumber, value, onChange }: ConfirmFieldProps) {
  const { t } = useTranslation('console')
  const whatId = useId()
  const label = t(isNumber ? 'proposal.confirmCount' : 'proposal.confirmId')
  return (
    <TextInput
      size="xs"
      className={classes.confirm ?? ''}
      label={
        <>
          {label} <code id={whatId}>{expected}</code>
        </>
      }
      aria-label={label}
      aria-describedby={whatId}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
