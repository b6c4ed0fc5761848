import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AccountAcl,
  AccountRole,
  AccountsChange,
  AccountsSnapshot,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { useAction } from '../../../lib/use-action.ts'
import page from '../broker.module.css'
import classes from './accounts.module.css'
import { ListPanel } from './list-panel.tsx'
import { RoleForm } from './role-form.tsx'
import { RowAction } from './row-action.tsx'
import { shownName } from './shown-name.ts'

/** Rules shown in a row; the form shows all. */
const SHOWN_RULES = 6

interface RolesPanelProps {
  readonly snapshot: AccountsSnapshot
  readonly onPlan: (change: AccountsChange) => Promise<void>
}

export function RolesPanel({ snapshot, onPlan }: RolesPanelProps) {
  const { t } = useTranslation('accounts')
  const [edited, setEdited] = useState<AccountRole | 'new' | null>(null)
  const plan = useAction(onPlan)
  return (
    <>
      <ListPanel
        label={t('parts.roles')}
        addLabel={t('roles.add')}
        emptyText={t('roles.none')}
        heads={[t('roles.name'), t('roles.rules')]}
        items={snapshot.roles}
        textOf={(role) => [role.name, role.textName, ...role.acls.map(({ topic }) => topic)].join('\n')}
        keyOf={({ name }) => name}
        onAdd={() => setEdited('new')}
        row={(role) => (
          <>
            <td>
              {shownName(role.name)}
              {role.textName !== '' && <div className={page.why}>{shownName(role.textName)}</div>}
            </td>
            <td>
              <Rules acls={role.acls} />
            </td>
            <td>
              <div className={classes.actions}>
                <RowAction
                  label={t('roles.edit', { name: shownName(role.name) })}
                  icon={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEdited(role)}
                />
                <RowAction
                  label={t('roles.delete', { name: shownName(role.name) })}
                  icon={<IconTrash size={16} aria-hidden />}
                  onClick={() => plan.run({ kind: 'delete-role', name: role.name })}
                />
              </div>
            </td>
          </>
        )}
      />
      {edited !== null && (
        <RoleForm role={edited === 'new' ? null : edited} onPlan={onPlan} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function Rules({ acls }: { readonly acls: readonly AccountAcl[] }) {
  const { t } = useTranslation('accounts')
  if (acls.length === 0) return '–'
  return (
    <ul className={classes.rules}>
      {acls.slice(0, SHOWN_RULES).map((acl) => (
        <li key={`${acl.type} ${acl.topic}`} data-allowed={acl.isAllowed}>
          <RuleWords acl={acl} />
        </li>
      ))}
      {acls.length > SHOWN_RULES && <li>{t('roles.more', { count: acls.length - SHOWN_RULES })}</li>}
    </ul>
  )
}

/** One rule in words, with its priority where it has one. */
function RuleWords({ acl }: { readonly acl: AccountAcl }) {
  const { t } = useTranslation('accounts')
  const words = t(acl.isAllowed ? 'ruleAllows' : 'ruleDenies', {
    action: t(`acl.${acl.type}`),
    topic: shownName(acl.topic),
  })
  return acl.priority === 0 ? words : t('withPriority', { name: words, priority: acl.priority })
}
