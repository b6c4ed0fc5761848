import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../components/banner.tsx'
import { useAppState } from '../../lib/app-state.tsx'

/** Shows what the start had to go around (a damaged file, …), until the operator has read it. */
export function StartNotices() {
  const { t } = useTranslation('shell')
  const notices = useAppState((state) => state.notices)
  const [isRead, setIsRead] = useState(false)
  if (isRead) return null
  return notices.map(({ kind, file }) => (
    <Banner
      key={kind}
      tone="warn"
      title={t(`startNotices.${kind}.title`)}
      actions={
        <Button size="xs" variant="default" onClick={() => setIsRead(true)}>
          {t('close')}
        </Button>
      }
    >
      {t(`startNotices.${kind}.next`, { file })}
    </Banner>
  ))
}
