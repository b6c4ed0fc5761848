import { ActionIcon, Checkbox, Menu, Popover, Stack, Tooltip, UnstyledButton } from '@mantine/core'
import { IconColumns, IconDotsVertical, IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../../../preload/contract/models/devices/device.ts'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { AddDevice } from '../records/add-device.tsx'
import { ImportReport } from '../records/import-report.tsx'
import { COLUMN_IDS, COLUMNS, type ColumnId } from './columns.tsx'
import classes from './list-menus.module.css'

/** Chooses the columns of the list; kept over a restart. */
export const ColumnMenu = memo(function ColumnMenu({ shown }: { readonly shown: readonly ColumnId[] }) {
  const { t } = useTranslation('devices')
  const update = useAction((deviceColumns: string[] | null) => request('settings.update', { deviceColumns }))
  const [isOpen, setIsOpen] = useState(false)
  const toggle = (id: ColumnId): void =>
    update.run(COLUMN_IDS.filter((other) => (other === id ? !shown.includes(id) : shown.includes(other))))
  return (
    <Popover position="bottom-end" shadow="md" trapFocus opened={isOpen} onChange={setIsOpen}>
      <Tooltip label={t('columns')} disabled={isOpen}>
        <Popover.Target>
          <ActionIcon size={30} variant="default" aria-label={t('columns')} onClick={() => setIsOpen(!isOpen)}>
            <IconColumns size={15} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown>
        <Stack gap={8}>
          {COLUMN_IDS.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={t(`column.${id}`)}
              checked={shown.includes(id)}
              disabled={COLUMNS[id].givesWay === 0}
              onChange={() => toggle(id)}
            />
          ))}
          <UnstyledButton className={classes.reset} onClick={() => update.run(null)}>
            {t('columnsReset')}
          </UnstyledButton>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
})

/** Devices by hand and by file. */
export const DeviceMenu = memo(function DeviceMenu() {
  const { t } = useTranslation('devices')
  const hasConnection = useAppState((state) => state.connection.profileId !== null)
  const [isAdding, setIsAdding] = useState(false)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const load = useAction(async () => setOutcome(await request('devices.import', {})))
  const save = useAction(async (format: 'csv' | 'json') => {
    const saved = await request('devices.export', { format })
    if (saved) showDone(t('exported', { count: saved.count, path: saved.path }))
  })
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon size={30} variant="default" aria-label={t('deviceMenu')}>
            <IconDotsVertical size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={!hasConnection}
            onClick={() => setIsAdding(true)}
          >
            {t('add.menu')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconFileImport size={15} aria-hidden />}
            disabled={!hasConnection || load.isRunning}
            onClick={() => load.run()}
          >
            {t('import.menu')}
          </Menu.Item>
          {(['csv', 'json'] as const).map((format) => (
            <Menu.Item
              key={format}
              leftSection={<IconDownload size={15} aria-hidden />}
              disabled={!hasConnection || save.isRunning}
              onClick={() => save.run(format)}
            >
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <AddDevice isOpened={isAdding} onClose={() => setIsAdding(false)} />
      <ImportReport outcome={outcome} onClose={() => setOutcome(null)} />
    </>
  )
})
