import { Button, Code, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

/** The last hash, whole, to be noted elsewhere. */
export function AuditHead({ head }: { readonly head: string }) {
  const { t } = useTranslation('settings')
  const [copied, setCopied] = useState('')
  const copy = useAction(async () => {
    await request('app.copy', { text: head })
    setCopied(head)
  })
  const isCopied = copied === head
  return (
    <>
      <Group gap="xs">
        <Code style={{ overflowWrap: 'anywhere' }}>{head}</Code>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={() => copy.run()}
        >
          {isCopied ? t('audit.headCopied') : t('audit.copyHead')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('audit.headHint')}
      </Text>
    </>
  )
}
