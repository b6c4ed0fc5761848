import type { ReactNode } from 'react'
import classes from './tone-badge.module.css'

export type Tone = 'ok' | 'info' | 'warn' | 'danger' | 'muted'

interface ToneBadgeProps {
  readonly tone: Tone
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly isFilled?: boolean
  readonly isStrong?: boolean
}

/** Meaning by colour, icon and word together. */
export function ToneBadge({ tone, icon, children, isFilled = false, isStrong = false }: ToneBadgeProps) {
  return (
    <span
      className={classes.badge}
      data-tone={tone}
      data-filled={isFilled || undefined}
      data-strong={isStrong || undefined}
    >
      {icon}
      <span>{children}</span>
    </span>
  )
}
