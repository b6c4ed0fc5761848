import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'

/** Saves the whole stored output through main's dialog; a cancelled dialog says nothing. */
export function useSaveOutput(commandId: string) {
  const { t } = useTranslation('console')
  return useAction(async () => {
    const saved = await request('console.saveOutput', { commandId })
    if (saved) showDone(t('result.saved', { path: saved.path }))
  })
}
