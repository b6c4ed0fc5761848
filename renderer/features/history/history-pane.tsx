import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isEscapeOf } from '../../lib/keys/is-escape-of.ts'
import { HistoryDetail } from './history-detail.tsx'
import classes from './history-pane.module.css'

interface HistoryPaneProps {
  readonly turnId: string
  readonly onClose: () => void
  /** Shows another exchange. */
  readonly onOpen: (turnId: string) => void
}

/** One exchange as it was, beside the list, which stays in use. */
export function HistoryPane({ turnId, onClose, onOpen }: HistoryPaneProps) {
  const { t } = useTranslation('history')
  const body = useRef<HTMLDivElement>(null)
  // Each exchange is read from its beginning.
  useEffect(() => body.current?.scrollTo({ top: 0 }), [turnId])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isEscapeOf(event)) onClose()
  }
  return (
    <aside className={classes.pane} aria-label={t('detail.title')} {...{ onKeyDown }}>
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
  )
}

/** Who comes back from the console finds the list and the exchange as they were. */
const STAY = (): void => undefined
