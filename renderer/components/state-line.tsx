import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './state-line.module.css'

const ICONS = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconInfoCircle,
  quiet: IconCircleDashed,
} as const

/** One sentence on how something stands, by icon, colour and word. */
export function StateLine({ tone, children }: { readonly tone: keyof typeof ICONS; readonly children: ReactNode }) {
  const Icon = ICONS[tone]
  return (
    <div className={classes.line} data-tone={tone}>
      <Icon size={17} aria-hidden />
      <span>{children}</span>
    </div>
  )
}
