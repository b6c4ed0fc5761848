import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AccountsChange,
  type AccountsSnapshot,
  DEFAULT_TYPES,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../broker.module.css'
import { shownName } from './shown-name.ts'

interface DefaultsPanelProps {
  readonly snapshot: AccountsSnapshot
  readonly onPlan: (change: AccountsChange) => Promise<void>
}

/** What counts where no rule fits, and the group of clients without a user name. */
export function DefaultsPanel({ snapshot, onPlan }: DefaultsPanelProps) {
  const { t } = useTranslation('accounts')
  const [defaults, setDefaults] = useState(snapshot.defaults)
  const [group, setGroup] = useState(snapshot.anonymousGroup)
  const plan = useAction(onPlan)
  const isSame = DEFAULT_TYPES.every((type) => defaults[type] === snapshot.defaults[type])
  return (
    <>
      <section className={`${classes.panel} ${classes.stack}`} aria-label={t('defaults.title')}>
        <div>
          <h2 className={classes.title}>{t('defaults.title')}</h2>
          <p className={classes.text}>{t('defaults.text')}</p>
        </div>
        {DEFAULT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={t(`defaults.types.${type}`)}
            checked={defaults[type]}
            onChange={({ currentTarget: { checked } }) => setDefaults((before) => ({ ...before, [type]: checked }))}
          />
        ))}
        <div>
          <Button
            size="xs"
            disabled={isSame}
            loading={plan.isRunning}
            onClick={() => plan.run({ kind: 'set-defaults', defaults })}
          >
            {t('form.review')}
          </Button>
        </div>
      </section>
      <section className={`${classes.panel} ${classes.stack}`} aria-label={t('anonymous.title')}>
        <div>
          <h2 className={classes.title}>{t('anonymous.title')}</h2>
          <p className={classes.text}>{t('anonymous.text')}</p>
        </div>
        <div className={classes.row}>
          <Select
            label={t('anonymous.group')}
            placeholder={t('anonymous.none')}
            searchable
            allowDeselect={false}
            value={group === '' ? null : group}
            data={snapshot.groups.map(({ name }) => ({ value: name, label: shownName(name) }))}
            onChange={(name) => setGroup(name ?? '')}
          />
          <Button
            disabled={group === snapshot.anonymousGroup}
            loading={plan.isRunning}
            onClick={() => plan.run({ kind: 'set-anonymous-group', name: group })}
          >
            {t('form.review')}
          </Button>
        </div>
      </section>
    </>
  )
}
