import { Button } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BrokerSnapshot, BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import { EmptyNotice } from '../../../components/empty-notice.tsx'
import classes from '../broker.module.css'
import { BuiltInClients } from './built-in-clients.tsx'
import { BuiltInForm } from './built-in-form.tsx'
import { BuiltInStatus } from './built-in-status.tsx'

interface BuiltInSectionProps {
  readonly snapshot: BrokerSnapshot
  readonly onBuiltIn: (view: BuiltInView) => void
}

/** The broker inside the console: set up, start, stop, and who is connected. */
export function BuiltInSection({ snapshot, onBuiltIn }: BuiltInSectionProps) {
  const { t } = useTranslation('broker')
  const [isEditing, setIsEditing] = useState(false)
  const { builtIn } = snapshot
  if (isEditing) {
    return (
      <BuiltInForm
        snapshot={snapshot}
        onView={onBuiltIn}
        onSaved={(view) => {
          onBuiltIn(view)
          setIsEditing(false)
        }}
        onCancel={() => setIsEditing(false)}
      />
    )
  }
  if (builtIn.choice === null) {
    return (
      <EmptyNotice
        icon={<IconBroadcast size={28} aria-hidden />}
        title={t('builtIn.none')}
        text={t('builtIn.noneText', { limits: t('builtIn.limits') })}
      >
        <Button onClick={() => setIsEditing(true)}>{t('builtIn.setUp')}</Button>
      </EmptyNotice>
    )
  }
  return (
    <div className={classes.stack}>
      <BuiltInStatus view={builtIn} choice={builtIn.choice} onBuiltIn={onBuiltIn} onEdit={() => setIsEditing(true)} />
      {builtIn.state === 'running' && <BuiltInClients clients={builtIn.clients} />}
      {builtIn.log.length > 0 && (
        <section aria-label={t('builtIn.lastLines')}>
          <h2 className={classes.title}>{t('builtIn.lastLines')}</h2>
          <pre className={classes.log}>{builtIn.log.slice(-LINES_SHOWN).join('\n')}</pre>
        </section>
      )}
    </div>
  )
}

const LINES_SHOWN = 8
