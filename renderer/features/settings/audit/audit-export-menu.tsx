import { Button, Menu, Text } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'

const FORMATS = ['csv', 'json', 'report'] as const
const LABELS = { csv: 'audit.exportCsv', json: 'audit.exportJson', report: 'audit.exportReport' } as const

/** Saves the audit as a table, as records, or as a page to print. */
export function AuditExportMenu() {
  const { t } = useTranslation('settings')
  const [path, setPath] = useState<string | null>(null)
  const save = useAction(async (format: (typeof FORMATS)[number]) => {
    const saved = await request('audit.export', { format })
    setPath(saved?.path ?? null)
  })
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileExport size={16} aria-hidden />} loading={save.isRunning}>
            {t('audit.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => save.run(format)}>
              {t(LABELS[format])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {path !== null && (
        <Text size="sm" role="status">
          {t('audit.exported', { path })}
        </Text>
      )}
    </>
  )
}
