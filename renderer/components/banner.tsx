import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './banner.module.css'

interface BannerProps {
  readonly tone: 'warn' | 'bad'
  readonly title: ReactNode
  readonly actions?: ReactNode
  /** Stays one line also where the window is narrow, with `children` unfolded below. */
  readonly isLine?: boolean
  readonly children?: ReactNode
}

/** A state of the whole window that the operator should know and can act on. */
export function Banner({ tone, title, actions, isLine = false, children }: BannerProps) {
  const Icon = tone === 'bad' ? IconPlugConnectedX : IconAlertTriangle
  return (
    <section
      className={classes.banner}
      data-tone={tone}
      data-line={isLine || undefined}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <span className={classes.icon}>
        <Icon size={18} aria-hidden />
      </span>
      <div className={classes.title}>{title}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
      {children && <div className={classes.body}>{children}</div>}
    </section>
  )
}
