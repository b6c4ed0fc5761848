import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  SetupView as KeptSetup,
  SetupPrepared,
  SetupSuggestion,
} from '../../../preload/contract/models/broker/setup.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ViewSkeleton } from '../../components/view-skeleton.tsx'
import { request } from '../../lib/api.ts'
import { showError } from '../../lib/errors/show-error.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { SetupList } from './list/setup-list.tsx'
import { SetupWizard } from './setup-wizard.tsx'
import { newWizard, type Step, type WizardValues, withDevices, withoutDevice, wizardOf } from './wizard-state.ts'

interface Opened {
  readonly start: WizardValues
  readonly at: { readonly step: Step; readonly review: SetupPrepared['review'] }
}

/** Set-ups of brokers: the kept ones, or the wizard while one is open. */
export function SetupView() {
  const { t } = useTranslation('setup')
  const { kept, suggestion, opened, setOpened, openNew, setIsDirty, isDirty } = useSetups()
  const [isLeaving, setIsLeaving] = useState(false)
  const markDirty = useCallback(() => setIsDirty(true), [setIsDirty])
  if (kept === null) return <ViewSkeleton />
  if (opened === null) {
    return (
      <SetupList
        kept={kept}
        onNew={openNew}
        onOpen={(view) => setOpened({ start: wizardOf(view), at: { step: 'platform', review: null } })}
        onRenewed={(view, review) => {
          setIsDirty(true)
          setOpened({ start: wizardOf(view), at: { step: 'files', review } })
        }}
        onAdded={(view, devices, site, review) => {
          setIsDirty(true)
          setOpened({ start: wizardOf(withDevices(view, devices, site)), at: { step: 'files', review } })
        }}
        onTakenOut={(view, device, { review }) => {
          setIsDirty(true)
          // The wizard's own check shows what is wrong with an older set-up.
          const step = review === null ? 'accounts' : 'files'
          setOpened({ start: wizardOf(withoutDevice(view, device)), at: { step, review } })
        }}
      />
    )
  }
  const close = () => {
    setIsLeaving(false)
    setIsDirty(false)
    setOpened(null)
    request('setup.discard', { id: opened.start.id }).catch(showError)
  }
  return (
    <>
      <SetupWizard
        key={opened.start.id}
        start={opened.start}
        at={opened.at}
        localHosts={suggestion.hosts}
        onChange={markDirty}
        onLeave={() => (isDirty ? setIsLeaving(true) : close())}
        onDone={close}
      />
      <ConfirmDialog
        isOpen={isLeaving}
        title={t('leaveTitle')}
        text={t('leaveText')}
        confirmLabel={t('leaveConfirm')}
        onConfirm={close}
        onCancel={() => setIsLeaving(false)}
      />
    </>
  )
}

/** The kept set-ups, and the one that is open with what of it is not kept yet. */
function useSetups() {
  const [kept, setKept] = useState<readonly KeptSetup[] | null>(null)
  const [suggestion, setSuggestion] = useState<SetupSuggestion>({ hosts: [], hasMosquitto: false })
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isDirty, setIsDirty] = useState(false)
  useEvent('setup.changed', (views) => {
    setKept(views)
    // Main keeps what is open here with each save.
    if (opened !== null && views.some(({ id }) => id === opened.start.id)) setIsDirty(false)
  })

  const openNew = () => {
    setOpened({ start: newWizard(crypto.randomUUID(), ''), at: { step: 'platform', review: null } })
  }
  useEffect(() => {
    Promise.all([request('setup.list', {}), request('setup.suggest', {})])
      .then(([list, found]) => {
        setKept(list)
        setSuggestion(found)
        if (list.length === 0) {
          setOpened(
            (now) => now ?? { start: newWizard(crypto.randomUUID(), ''), at: { step: 'platform', review: null } },
          )
        }
      })
      .catch(showError)
  }, [])
  return { kept, suggestion, opened, setOpened, openNew, isDirty, setIsDirty }
}
