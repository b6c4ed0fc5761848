import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { IconCpu } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceRow } from '../../../../preload/contract/models/device.ts'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'

const LIMIT = 6
const QUERY_DELAY_MS = 120

/** Devices that the typed text finds, each leading to the console with it as the target. */
export function useDeviceEntries(query: string): SpotlightActionGroupData['actions'] {
  const { t } = useTranslation('shell')
  const { openConsole } = useNavigation()
  const connectionId = useAppState((state) => state.connection.profileId)
  const [text] = useDebouncedValue(query.trim(), QUERY_DELAY_MS)
  const [rows, setRows] = useState<readonly DeviceRow[]>([])
  useEffect(() => {
    setRows([])
    if (text === '' || connectionId === null) return
    let isCurrent = true
    request('devices.queryWindow', {
      text: text.slice(0, 200),
      presence: [],
      sort: { by: 'id', isDescending: false },
      offset: 0,
      limit: LIMIT,
    })
      .then((found) => isCurrent && setRows(found.rows))
      // The palette works without devices; the device list shows what is wrong.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [text, connectionId])
  return rows.map((row) => ({
    id: `device-${row.deviceId}`,
    label: row.deviceId,
    description: [t('palette.askDevice'), row.hostname, row.ipAddress].filter(Boolean).join(' · '),
    leftSection: <IconCpu size={18} stroke={1.7} aria-hidden />,
    onClick: () => openConsole([row.deviceId]),
  }))
}
