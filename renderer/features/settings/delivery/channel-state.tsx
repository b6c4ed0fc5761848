import { Collapse, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ChannelStatus, MessageView } from '../../../../preload/contract/models/app/delivery.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { ToldError } from '../../../components/told-error.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useFormat } from '../../../lib/use-format.ts'
import classes from './channel-state.module.css'

/** Says how one way stands: what went out last, or what failed, why, and what happens next; and what waits or was not sent. */
export function ChannelState({ status }: { readonly status: ChannelStatus }) {
  const { t } = useTranslation('delivery')
  const format = useFormat()
  const { lastSentAt, failure, isStopped, retryAt, waiting, unsent } = status
  return (
    <>
      {failure && (
        <StateLine tone="bad">
          <ToldError failure={failure} />{' '}
          {isStopped ? t('stopped') : retryAt !== null && t('retry', { time: format.dateTime(retryAt) })}
        </StateLine>
      )}
      {!failure && lastSentAt !== null && (
        <StateLine tone="ok">{t('lastSent', { time: format.dateTime(lastSentAt) })}</StateLine>
      )}
      {waiting.length > 0 && <Messages title={t('waiting', { count: waiting.length })} messages={waiting} />}
      {unsent.length > 0 && <Messages title={t('unsent', { count: unsent.length })} messages={unsent} isBad />}
    </>
  )
}

interface MessagesProps {
  readonly title: string
  readonly messages: readonly MessageView[]
  readonly isBad?: boolean
}

/** How many messages there are; their titles unfold, the newest first. */
function Messages({ title, messages, isBad = false }: MessagesProps) {
  const { i18n } = useTranslation()
  const format = useFormat()
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <div>
      <StateLine tone={isBad ? 'warn' : 'info'}>
        <UnstyledButton className={classes.toggle ?? ''} aria-expanded={isOpen} onClick={toggle}>
          {title}
        </UnstyledButton>
      </StateLine>
      <Collapse expanded={isOpen}>
        <ul className={classes.list}>
          {messages.toReversed().map(({ at, title: of }, index) => (
            <li key={`${at} ${index}`}>
              {localized(of, i18n.language)} <span className={classes.time}>{format.dateTime(at)}</span>
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  )
}
