import { Button } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TesterState, TestMessage } from '../../../../preload/contract/models/broker/broker.ts'
import { byteWords } from '../../../components/words/byte-words.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import classes from '../broker.module.css'

interface MessageListProps {
  readonly tester: TesterState
  readonly onTester: (tester: TesterState) => void
}

/** The newest messages, the last one first; more are counted than are kept. */
export function MessageList({ tester, onTester }: MessageListProps) {
  const { t } = useTranslation('broker')
  const format = useFormat()
  const clear = useAction(async () => onTester(await request('broker.clearMessages', {})))
  const { messages, received, filters } = tester
  const newestFirst = useMemo(() => messages.toReversed(), [messages])
  if (messages.length === 0) {
    return (
      <p className={`${classes.panel} ${classes.noMessages}`}>
        {t(filters.length === 0 ? 'tester.idle' : 'tester.listening')}
      </p>
    )
  }
  return (
    <section className={classes.stack} aria-label={t('tester.messages')}>
      <div className={classes.between}>
        <span className={classes.why}>
          {t('tester.count', {
            count: received,
            number: format.number(received),
            shown: format.number(messages.length),
          })}
        </span>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEraser size={15} aria-hidden />}
          loading={clear.isRunning}
          onClick={clear.run}
        >
          {t('tester.clear')}
        </Button>
      </div>
      <ol className={classes.messages} tabIndex={-1}>
        {newestFirst.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ol>
    </section>
  )
}

function MessageRow({ message }: { readonly message: TestMessage }) {
  const { t, i18n } = useTranslation('broker')
  const format = useFormat()
  const marks = [
    message.isRetained ? t('tester.retained') : null,
    message.form === 'hex' ? t('tester.hex') : null,
    message.isMarked ? t('tester.marked') : null,
    message.isCut ? t('tester.cut') : null,
  ].filter((mark) => mark !== null)
  return (
    <li className={classes.message}>
      <div className={classes.messageHead}>
        <span className={classes.topic}>{message.topic}</span>
        <span>QoS {message.qos}</span>
        <span>{byteWords(message.bytes, i18n.language)}</span>
        <time dateTime={new Date(message.receivedAt).toISOString()}>{format.dateTime(message.receivedAt)}</time>
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      <pre className={classes.payload}>{message.payload === '' ? t('tester.empty') : message.payload}</pre>
    </li>
  )
}
