import { Modal, Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SentQuestion } from '../../../../../preload/contract/models/assistant/assistant.ts'
import { clockWords } from '../../../../components/words/time-words.ts'
import { useRequest } from '../../../../lib/use-request.ts'
import classes from './assist.module.css'

interface SentDialogProps {
  readonly turnId: string
  readonly onClose: () => void
}

/** Literally what was sent to a model for one exchange, as plain text. */
export function SentDialog({ turnId, onClose }: SentDialogProps) {
  const { t } = useTranslation('assist')
  const { value: questions } = useRequest('console.sent', { turnId })
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
