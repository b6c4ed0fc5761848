import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { request } from '../../lib/api.ts'
import { showError } from '../../lib/errors/show-error.tsx'
import type { View } from '../../lib/navigation.tsx'

/** Stands in for a view that failed to render; the rail beside it still works. */
export function ViewFailure({ view, tryAgain }: { readonly view: View; readonly tryAgain: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <div role="alert">
      <EmptyNotice
        icon={<IconAlertTriangle size={28} aria-hidden />}
        title={t('viewFailed.title', { view: t(`views.${view}`) })}
        text={t('viewFailed.next')}
      >
        <Button onClick={tryAgain}>{t('tryAgain')}</Button>
        <Button variant="default" onClick={() => void request('app.openLogFolder', {}).catch(showError)}>
          {t('openLogFolder')}
        </Button>
      </EmptyNotice>
    </div>
  )
}
