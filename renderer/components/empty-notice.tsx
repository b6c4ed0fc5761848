import type { ReactNode } from 'react'
import classes from './empty-notice.module.css'

interface EmptyNoticeProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  /** Next step. */
  readonly children?: ReactNode
}

/** Stands where a list would be: what is missing, and the next step. */
export function EmptyNotice({ icon, title, text, children }: EmptyNoticeProps) {
  return (
    <div className={classes.notice}>
      <div className={classes.icon} data-low-hidden>
        {icon}
      </div>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
