import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ACCESS_ACTIONS,
  ACCOUNT_LIMITS,
  type AccessAction,
  type AccessAnswer,
  type AccountsSnapshot,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { sentences } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../broker.module.css'
import { shownName } from './shown-name.ts'

/** No user name is this long. */
const NAMELESS = '\0'

/** Answers what one account may do on one topic, and what decides it. */
export function AccessPanel({ snapshot }: { readonly snapshot: AccountsSnapshot }) {
  const { t } = useTranslation('accounts')
  const [username, setUsername] = useState(snapshot.clients[0]?.username ?? NAMELESS)
  const [action, setAction] = useState<AccessAction>('publish')
  const [topic, setTopic] = useState('')
  const [answer, setAnswer] = useState<AccessAnswer | null>(null)
  const ask = useAction(async () =>
    setAnswer(await request('accounts.may', { username: username === NAMELESS ? null : username, action, topic })),
  )
  const forget = () => setAnswer(null)
  return (
    <form
      className={`${classes.panel} ${classes.stack}`}
      aria-label={t('parts.access')}
      onSubmit={(event) => {
        event.preventDefault()
        if (topic !== '') ask.run()
      }}
    >
      <div>
        <h2 className={classes.title}>{t('access.title')}</h2>
        <p className={classes.text}>{t('access.text')}</p>
      </div>
      <div className={classes.row}>
        <Select
          label={t('access.account')}
          searchable
          allowDeselect={false}
          limit={100}
          value={username}
          data={[
            { value: NAMELESS, label: t('access.nameless') },
            ...snapshot.clients.map((client) => ({ value: client.username, label: shownName(client.username) })),
          ]}
          onChange={(value) => {
            forget()
            setUsername(value ?? NAMELESS)
          }}
        />
        <Select
          label={t('access.action')}
          allowDeselect={false}
          value={action}
          data={ACCESS_ACTIONS.map((value) => ({ value, label: t(`access.actions.${value}`) }))}
          onChange={(value) => {
            forget()
            setAction(ACCESS_ACTIONS.find((known) => known === value) ?? action)
          }}
        />
        <TextInput
          className={classes.grow ?? ''}
          label={t('access.topic')}
          placeholder="device/rpi_001/status"
          value={topic}
          maxLength={ACCOUNT_LIMITS.topic}
          spellCheck={false}
          onChange={({ currentTarget }) => {
            forget()
            setTopic(currentTarget.value)
          }}
        />
        <Button type="submit" disabled={topic === ''} loading={ask.isRunning}>
          {t('access.ask')}
        </Button>
      </div>
      <div role="status">{answer && <Answer answer={answer} />}</div>
    </form>
  )
}

function Answer({ answer: { isAllowed, because } }: { readonly answer: AccessAnswer }) {
  const { t, i18n } = useTranslation('accounts')
  const reason =
    because.kind === 'rule'
      ? t(because.group === null ? 'access.byRole' : 'access.byGroup', {
          role: shownName(because.role),
          group: shownName(because.group ?? ''),
          action: t(`acl.${because.acl.type}`),
          topic: shownName(because.acl.topic),
        })
      : t(because.kind === 'default' && isAllowed ? 'access.defaultAllows' : `access.because.${because.kind}`)
  return (
    <StateLine tone={isAllowed ? 'ok' : 'bad'}>
      {sentences([t(isAllowed ? 'access.allowed' : 'access.denied'), reason], i18n.language)}
    </StateLine>
  )
}
