import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isEscapeOf } from '../../lib/keys/is-escape-of.ts'
import { HistoryDetail } from './history-detail.tsx'
import classes from './history-pane.module.css'

interface HistoryPaneProps {
  readonly turnId: string
  /** True where it lies over the list, because both find no room. */
  readonly isOver: boolean
  readonly onClose: () => void
  /** Shows another exchange. */
  readonly onOpen: (turnId: string) => void
}

/**
 * One exchange as it was: beside the list, which stays in use, or over it. The same elements in both, so that a window of
 * another width takes nothing away that was typed, unfolded or scrolled to.
 */
export function HistoryPane({ turnId, isOver, onClose, onOpen }: HistoryPaneProps) {
  const { t } = useTranslation('history')
  const pane = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  // Each exchange is read from its beginning.
  useEffect(() => body.current?.scrollTo({ top: 0 }), [turnId])
  // The list below cannot be used, so the keys go on here.
  useEffect(() => {
    if (isOver && !pane.current?.contains(document.activeElement)) pane.current?.focus()
  }, [isOver])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isEscapeOf(event)) onClose()
  }
  return (
    <>
      {isOver && <div className={classes.scrim} aria-hidden {...{ onClick: onClose }} />}
      <aside
        ref={pane}
        className={classes.pane}
        data-over={isOver || undefined}
        aria-label={t('detail.title')}
        tabIndex={-1}
        {...{ onKeyDown }}
      >
        <header className={classes.head}>
          <h2 className={classes.title}>{t('detail.title')}</h2>
          <ActionIcon variant="subtle" color="gray" aria-label={t('detail.close')} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </header>
        <div ref={body} className={classes.body}>
          <HistoryDetail turnId={turnId} onLeave={STAY} onOpen={onOpen} />
        </div>
      </aside>
    </>
  )
}

/** Who comes back from the console finds the list and the exchange as they were. */
const STAY = (): void => undefined
