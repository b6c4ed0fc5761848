import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AccountsChange,
  AccountsReview,
  AccountsView,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../broker.module.css'
import { AccessPanel } from './access-panel.tsx'
import { ClientsPanel } from './clients-panel.tsx'
import { DefaultsPanel } from './defaults-panel.tsx'
import { GroupsPanel } from './groups-panel.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { RolesPanel } from './roles-panel.tsx'
import { shownName } from './shown-name.ts'

type ReadyView = Extract<AccountsView, { state: 'ready' }>

interface AccountsReadyProps {
  readonly view: ReadyView
  readonly isLoading: boolean
  readonly onReload: () => void
  readonly onView: (view: AccountsView) => void
}

const PARTS = ['clients', 'groups', 'roles', 'defaults', 'access'] as const
type Part = (typeof PARTS)[number]

/** Lists what the plugin keeps, and takes changes to it: each is reviewed before it is sent. */
export function AccountsReady({ view, isLoading, onReload, onView }: AccountsReadyProps) {
  const { t } = useTranslation('accounts')
  const [part, setPart] = useState<Part>('clients')
  const [review, setReview] = useState<AccountsReview | null>(null)
  const plan = async (change: AccountsChange) => setReview(await request('accounts.review', { change }))
  const { snapshot, ownNames } = view
  return (
    <div className={classes.stack}>
      <div className={classes.between}>
        <SegmentedControl<Part>
          aria-label={t('parts.label')}
          value={part}
          onChange={setPart}
          data={PARTS.map((value) => ({ value, label: t(`parts.${value}`) }))}
        />
        <Tools view={view} isLoading={isLoading} onReload={onReload} onPlan={plan} />
      </div>
      {!ownNames.some((name) => snapshot.clients.some(({ username }) => username === name)) && (
        <StateLine tone="warn">{t('ownUnknown')}</StateLine>
      )}
      {part === 'clients' && <ClientsPanel snapshot={snapshot} ownNames={ownNames} onPlan={plan} />}
      {part === 'groups' && <GroupsPanel snapshot={snapshot} onPlan={plan} />}
      {part === 'roles' && <RolesPanel snapshot={snapshot} onPlan={plan} />}
      {part === 'defaults' && <DefaultsPanel snapshot={snapshot} onPlan={plan} />}
      {part === 'access' && <AccessPanel snapshot={snapshot} />}
      {review && (
        <ReviewDialog
          key={review.id}
          review={review}
          onClose={() => setReview(null)}
          onDone={(next) => {
            setReview(null)
            onView(next)
            showDone(t('review.done'))
          }}
          onFailed={() => {
            setReview(null)
            onReload()
          }}
        />
      )}
    </div>
  )
}

interface ToolsProps {
  readonly view: ReadyView
  readonly isLoading: boolean
  readonly onReload: () => void
  readonly onPlan: (change: AccountsChange) => Promise<void>
}

function Tools({ view, isLoading, onReload, onPlan }: ToolsProps) {
  const { t } = useTranslation('accounts')
  const [last] = view.undos
  const undo = useAction(async () => {
    if (last !== undefined) await onPlan({ kind: 'undo', undoId: last.id })
  })
  const save = useAction(async () => {
    const saved = await request('accounts.export', {})
    if (saved !== null) showDone(t('exported', { path: saved.path }))
  })
  return (
    <div className={classes.row}>
      {last && (
        <Button
          size="xs"
          variant="default"
          loading={undo.isRunning}
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={undo.run}
        >
          {t('undo', { what: t(`kinds.${last.kind}`, { name: shownName(last.name) }) })}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        loading={save.isRunning}
        leftSection={<IconDownload size={15} aria-hidden />}
        onClick={save.run}
      >
        {t('export')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={isLoading}
        leftSection={<IconRefresh size={15} aria-hidden />}
        onClick={onReload}
      >
        {t('again')}
      </Button>
    </div>
  )
}
