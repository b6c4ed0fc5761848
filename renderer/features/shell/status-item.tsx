import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './status-line.module.css'

interface StatusItemProps {
  readonly icon: ReactNode
  readonly text: string
  /** More about the figure, on hover and focus. */
  readonly hint: string
  readonly tone?: 'quiet' | 'ok' | 'warn' | 'bad'
  readonly onClick?: () => void
}

/** One fact of the status line; a button where there is more to see. */
export function StatusItem({ icon, text, hint, tone = 'quiet', onClick }: StatusItemProps) {
  const className = classes.item
  return (
    <Tooltip label={hint} position="top" events={{ hover: true, focus: true, touch: true }}>
      {onClick ? (
        <button type="button" className={className} data-tone={tone} onClick={onClick}>
          {icon}
          {text}
        </button>
      ) : (
        <span className={className} data-tone={tone}>
          {icon}
          {text}
        </span>
      )}
    </Tooltip>
  )
}
