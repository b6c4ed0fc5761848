import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly title: string
  readonly actions?: ReactNode
  /** Has more beside its text. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A page of text width with its heading. */
export function Page({ title, actions, isWide = false, children }: PageProps) {
  return (
    <div className={classes.page} data-page data-wide={isWide || undefined}>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {actions}
      </div>
      {children}
    </div>
  )
}
