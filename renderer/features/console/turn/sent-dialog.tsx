import { Modal, Skeleton, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SentQuestion } from '../../../../preload/contract/models/assistant.ts'
import { clockWords } from '../../../components/words/time-words.ts'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/show-error.tsx'
import classes from './assist.module.css'

interface SentDialogProps {
  readonly turnId: string
  readonly onClose: () => void
}

/** Literally what was sent to a model for one exchange, as plain text. */
export function SentDialog({ turnId, onClose }: SentDialogProps) {
  const { t } = useTranslation('assist')
  const [questions, setQuestions] = useState<readonly SentQuestion[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    request('console.sent', { turnId }).then((sent) => {
      if (isCurrent) setQuestions(sent)
    }, showError)
    return () => {
      isCurrent = false
    }
  }, [turnId])
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sent.title')}
      size="xl"
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="lg">
        {questions === null && <Skeleton height={160} />}
        {questions?.length === 0 && <p className={classes.quiet}>{t('sent.none')}</p>}
        {questions?.toReversed().map((question) => (
          <Sent key={`${question.sentAt}:${question.purpose}`} question={question} />
        ))}
        <p className={classes.quiet}>{t('sent.noKey')}</p>
      </Stack>
    </Modal>
  )
}

function Sent({ question }: { readonly question: SentQuestion }) {
  const { t, i18n } = useTranslation('assist')
  const { host, model, requests, answerFormat, purpose, sentAt, messages } = question
  const time = clockWords(sentAt, Date.now(), i18n.language)
  return (
    <Stack gap={6}>
      <div>
        <div className={classes.noteHead}>{t(`sent.purpose.${purpose}`)}</div>
        <p className={classes.quiet}>
          {t('sent.to', { host, model, time })} · {t('sent.requests', { count: requests })} ·{' '}
          {t(`sent.format.${answerFormat}`)}
        </p>
      </div>
      {messages.map(({ role, content }, index) => (
        <div key={index}>
          <h4 className={classes.noteTitle}>{t(`sent.role.${role}`)}</h4>
          <pre className={classes.sent}>{content}</pre>
        </div>
      ))}
    </Stack>
  )
}
