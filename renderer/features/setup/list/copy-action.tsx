import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

const COPIED_SHOWN_MS = 1600

/** Copies a text, and says for a moment that it did. */
export function CopyAction({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation('setup')
  const [isCopied, setIsCopied] = useState(false)
  const copy = useAction(async () => {
    await request('app.copy', { text })
    setIsCopied(true)
  })
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), COPIED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const words = isCopied ? t('files.copied') : label
  return (
    <Tooltip label={words}>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words} onClick={() => copy.run()}>
        {isCopied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
