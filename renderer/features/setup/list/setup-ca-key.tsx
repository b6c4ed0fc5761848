import { useTranslation } from 'react-i18next'
import type { CaKeyPlace } from '../../../../preload/contract/models/broker/ca-key.ts'
import { CaKeyPanel } from '../../../components/ca-key/ca-key-panel.tsx'
import { LoadCaKey } from '../../../components/ca-key/load-ca-key.tsx'
import { request } from '../../../lib/api.ts'

interface SaveSetupKeyProps {
  readonly id: string
  readonly place: Extract<CaKeyPlace, 'memory' | 'stored' | 'exported'>
  readonly onSaved: () => void
}

/** Saves the key of a set-up's authority in a file. */
export function SaveSetupKey({ id, place, onSaved }: SaveSetupKeyProps) {
  const { t } = useTranslation('setup')
  return (
    <CaKeyPanel
      isUrgent={place === 'memory'}
      text={t(`caKey.kept.${place}`)}
      onSave={(passphrase) => request('setup.saveCaKey', { id, passphrase })}
      onSaved={onSaved}
    />
  )
}

/** Loads it again. */
export function LoadSetupKey({ id, onLoaded }: { readonly id: string; readonly onLoaded: () => void }) {
  const { t } = useTranslation('setup')
  return (
    <LoadCaKey
      text={t('caKey.missing')}
      onLoad={async (passphrase) => (await request('setup.loadCaKey', { id, passphrase })) !== null}
      onLoaded={onLoaded}
    />
  )
}
