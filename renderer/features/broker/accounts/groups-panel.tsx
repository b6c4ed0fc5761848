import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AccountGroup,
  AccountsChange,
  AccountsSnapshot,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import page from '../broker.module.css'
import classes from './accounts.module.css'
import { GroupForm } from './group-form.tsx'
import { HeldNames } from './held-names.tsx'
import { ListPanel } from './list-panel.tsx'
import { RowAction } from './row-action.tsx'
import { shownName } from './shown-name.ts'

interface GroupsPanelProps {
  readonly snapshot: AccountsSnapshot
  readonly onPlan: (change: AccountsChange) => Promise<void>
}

export function GroupsPanel({ snapshot, onPlan }: GroupsPanelProps) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [edited, setEdited] = useState<AccountGroup | 'new' | null>(null)
  const plan = useAction(onPlan)
  const members = useMemo(() => membersOf(snapshot), [snapshot])
  return (
    <>
      <ListPanel
        label={t('parts.groups')}
        addLabel={t('groups.add')}
        emptyText={t('groups.none')}
        heads={[t('groups.name'), t('parts.roles'), t('groups.members')]}
        items={snapshot.groups}
        textOf={(group) => [group.name, group.textName, group.textDescription].join('\n')}
        keyOf={({ name }) => name}
        onAdd={() => setEdited('new')}
        row={(group) => (
          <>
            <td>
              {shownName(group.name)}
              {group.name === snapshot.anonymousGroup && <div className={page.why}>{t('groups.isAnonymous')}</div>}
              {group.textName !== '' && <div className={page.why}>{shownName(group.textName)}</div>}
            </td>
            <td>
              <HeldNames held={group.roles} />
            </td>
            <td>{format.number(members.get(group.name) ?? 0)}</td>
            <td>
              <div className={classes.actions}>
                <RowAction
                  label={t('groups.edit', { name: shownName(group.name) })}
                  icon={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEdited(group)}
                />
                <RowAction
                  label={t('groups.delete', { name: shownName(group.name) })}
                  icon={<IconTrash size={16} aria-hidden />}
                  onClick={() => plan.run({ kind: 'delete-group', name: group.name })}
                />
              </div>
            </td>
          </>
        )}
      />
      {edited !== null && (
        <GroupForm
          snapshot={snapshot}
          group={edited === 'new' ? null : edited}
          onPlan={onPlan}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

/** Accounts in each group. */
function membersOf({ clients }: AccountsSnapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { groups } of clients) {
    for (const { name } of groups) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
