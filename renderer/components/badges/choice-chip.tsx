import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './choice-chip.module.css'

interface ChoiceChipProps {
  readonly isPressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
  /** For looks of the place it stands in. */
  readonly 'data-presence'?: string
  readonly 'data-empty'?: true | undefined
}

/** One choice of a row of them, pressed or not. */
export function ChoiceChip({ isPressed, onPress, children, ...data }: ChoiceChipProps) {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={isPressed} onClick={onPress} {...data}>
      {children}
    </UnstyledButton>
  )
}
