import { Button } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import i18next from 'i18next'
import type { GuideLink } from '../../preload/contract/models/app/guide.ts'
import { openGuide } from '../lib/guide-store.ts'

/** Opens the guide where it says more. */
export function GuideButton({ to }: { readonly to: GuideLink }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconBook2 size={14} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => openGuide(to)}
    >
      {i18next.t('guide:more')}
    </Button>
  )
}
