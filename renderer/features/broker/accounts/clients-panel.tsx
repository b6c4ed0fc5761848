import {
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconKey,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AccountClient,
  AccountsChange,
  AccountsSnapshot,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { ToneBadge } from '../../../components/badges/tone-badge.tsx'
import { useAction } from '../../../lib/use-action.ts'
import page from '../broker.module.css'
import classes from './accounts.module.css'
import { ClientForm } from './client-form.tsx'
import { HeldNames } from './held-names.tsx'
import { ListPanel } from './list-panel.tsx'
import { RowAction } from './row-action.tsx'
import { shownName } from './shown-name.ts'

interface ClientsPanelProps {
  readonly snapshot: AccountsSnapshot
  readonly ownNames: readonly string[]
  readonly onPlan: (change: AccountsChange) => Promise<void>
}

export function ClientsPanel({ snapshot, ownNames, onPlan }: ClientsPanelProps) {
  const { t } = useTranslation('accounts')
  const [edited, setEdited] = useState<AccountClient | 'new' | null>(null)
  const plan = useAction(onPlan)
  return (
    <>
      <ListPanel
        label={t('parts.clients')}
        addLabel={t('clients.add')}
        emptyText={t('clients.none')}
        heads={[t('clients.username'), t('parts.roles'), t('parts.groups'), t('clients.state')]}
        items={snapshot.clients}
        textOf={(client) => [client.username, client.textName, client.textDescription, client.clientId].join('\n')}
        keyOf={({ username }) => username}
        onAdd={() => setEdited('new')}
        row={(client) => (
          <ClientCells
            client={client}
            isOwn={ownNames.includes(client.username)}
            onEdit={() => setEdited(client)}
            onPlan={plan.run}
          />
        )}
      />
      {edited !== null && (
        <ClientForm
          snapshot={snapshot}
          client={edited === 'new' ? null : edited}
          onPlan={onPlan}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

interface ClientCellsProps {
  readonly client: AccountClient
  readonly isOwn: boolean
  readonly onEdit: () => void
  readonly onPlan: (change: AccountsChange) => void
}

function ClientCells({ client, isOwn, onEdit, onPlan }: ClientCellsProps) {
  const { t } = useTranslation('accounts')
  const { username, textName, clientId, isDisabled } = client
  const name = shownName(username)
  return (
    <>
      <td>
        {name}
        {isOwn && ` · ${t('clients.own')}`}
        {textName !== '' && <div className={page.why}>{shownName(textName)}</div>}
        {clientId !== '' && <div className={page.why}>{t('clients.onlyAs', { id: shownName(clientId) })}</div>}
      </td>
      <td>
        <HeldNames held={client.roles} />
      </td>
      <td>
        <HeldNames held={client.groups} />
      </td>
      <td>
        <ToneBadge
          tone={isDisabled ? 'danger' : 'ok'}
          icon={isDisabled ? <IconCircleX size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
        >
          {t(isDisabled ? 'clients.disabled' : 'clients.enabled')}
        </ToneBadge>
      </td>
      <td>
        <div className={classes.actions}>
          <RowAction label={t('clients.edit', { name })} icon={<IconPencil size={16} aria-hidden />} onClick={onEdit} />
          <RowAction
            label={t('clients.password', { name })}
            icon={<IconKey size={16} aria-hidden />}
            isDisabled={isOwn}
            onClick={() => onPlan({ kind: 'set-password', username })}
          />
          <RowAction
            label={t(isDisabled ? 'clients.enable' : 'clients.disable', { name })}
            icon={isDisabled ? <IconPlayerPlay size={16} aria-hidden /> : <IconBan size={16} aria-hidden />}
            isDisabled={isOwn}
            onClick={() => onPlan({ kind: 'change-client', ...client, isDisabled: !isDisabled })}
          />
          <RowAction
            label={t('clients.delete', { name })}
            icon={<IconTrash size={16} aria-hidden />}
            isDisabled={isOwn}
            onClick={() => onPlan({ kind: 'delete-client', username })}
          />
        </div>
      </td>
    </>
  )
}
