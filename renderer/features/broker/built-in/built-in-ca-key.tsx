import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import { CaKeyPanel } from '../../../components/ca-key/ca-key-panel.tsx'
import { LoadCaKey } from '../../../components/ca-key/load-ca-key.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'

interface BuiltInCaKeyProps {
  readonly view: BuiltInView
  readonly onView: (view: BuiltInView) => void
  /** The key is in a file, or is back. */
  readonly onReady: (() => void) | null
}

/** True while the app's own authority cannot be used, because its key has to be saved or loaded first. */
export function useBlockedByCaKey({ caKey }: BuiltInView): boolean {
  const isMemoryOnly = useAppState((state) => state.secrets.mode === 'memory')
  return caKey === 'missing' || (isMemoryOnly && (caKey === 'none' || caKey === 'memory'))
}

/** The private key of the app's own authority: to be saved, to be loaded again, or safe. */
export function BuiltInCaKey({ view, onView, onReady }: BuiltInCaKeyProps) {
  const { t } = useTranslation('broker')
  const isBlocked = useBlockedByCaKey(view)
  const { caKey } = view
  if (caKey === 'missing') {
    return (
      <LoadCaKey
        text={t('builtIn.caKey.missing')}
        onLoad={async (passphrase) => {
          const loaded = await request('builtIn.loadCaKey', { passphrase })
          if (loaded !== null) onView(loaded)
          return loaded !== null
        }}
        onLoaded={() => onReady?.()}
      >
        <ReplaceCa onView={onView} />
      </LoadCaKey>
    )
  }
  // With a store that keeps it, there is nothing to say before the authority exists.
  if (caKey === 'none' && !isBlocked) return null
  return (
    <CaKeyPanel
      isUrgent={isBlocked}
      text={t(
        isBlocked
          ? 'builtIn.caKey.memory'
          : caKey === 'exported'
            ? 'setup:caKey.kept.exported'
            : 'setup:caKey.kept.stored',
      )}
      onSave={async (passphrase) => {
        const saved = await request('builtIn.saveCaKey', { passphrase })
        if (saved !== null) onView(saved.view)
        return saved
      }}
      onSaved={() => {
        if (isBlocked) onReady?.()
      }}
    />
  )
}

function ReplaceCa({ onView }: Pick<BuiltInCaKeyProps, 'onView'>) {
  const { t } = useTranslation('broker')
  const [isAsking, setIsAsking] = useState(false)
  const replace = useAction(async () => {
    onView(await request('builtIn.replaceCa', {}))
    setIsAsking(false)
  })
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {t('builtIn.caKey.lost')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('builtIn.caKey.replaceTitle')}
        text={t('builtIn.caKey.replaceText')}
        confirmLabel={t('builtIn.caKey.replace')}
        isBusy={replace.isRunning}
        onConfirm={replace.run}
        onCancel={() => setIsAsking(false)}
      />
    </>
  )
}
