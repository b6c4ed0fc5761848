import type { ReactNode } from 'react'
import { CopyAction } from '../list/copy-action.tsx'
import classes from './files.module.css'

interface TextPreviewProps {
  readonly title: string
  readonly text: string
  readonly copyLabel: string
  /** Beside the title. */
  readonly badge?: ReactNode
  /** Between title and text. */
  readonly children?: ReactNode
}

/** A text as it is, to read and copy. The lines of Markdown break where the room ends, because they are sentences. */
export function TextPreview({ title, text, copyLabel, badge, children }: TextPreviewProps) {
  return (
    <section className={classes.preview} aria-label={title}>
      <header className={classes.previewHead}>
        <span className={classes.path}>{title}</span>
        {badge}
        <CopyAction text={text} label={copyLabel} />
      </header>
      {children}
      <pre className={classes.text} data-prose={title.endsWith('.md') || undefined} {...scrollable(title)}>
        {text}
      </pre>
    </section>
  )
}

/** Scrolled by the keyboard too, and named for who cannot see it. */
function scrollable(label: string) {
  return { role: 'group', 'aria-label': label, tabIndex: 0 } as const
}
