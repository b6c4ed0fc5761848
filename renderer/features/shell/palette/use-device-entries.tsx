import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { IconCpu } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useLoaded } from '../../../lib/use-request.ts'

const LIMIT = 6
const QUERY_DELAY_MS = 120

/** Devices that the typed text finds, each leading to the console with it as the target. */
export function useDeviceEntries(query: string): SpotlightActionGroupData['actions'] {
  const { t } = useTranslation('shell')
  const { openConsole } = useNavigation()
  const connectionId = useAppState((state) => state.connection.profileId)
  const [text] = useDebouncedValue(query.trim(), QUERY_DELAY_MS)
  const load = useMemo(() => {
    // Ids mean nothing on another broker: another connection is another question.
    if (text === '' || connectionId === null) return null
    const query = { text: text.slice(0, 200), presence: [], offset: 0, limit: LIMIT }
    return () => request('devices.queryWindow', { ...query, sort: { by: 'id', isDescending: false } })
  }, [text, connectionId])
  // The palette works without devices; the device list shows what is wrong.
  const rows = useLoaded(load, { onError: () => undefined }).value?.rows ?? []
  return rows.map((row) => ({
    id: `device-${row.deviceId}`,
    label: row.name || row.deviceId,
    description: [t('palette.askDevice'), row.name && row.deviceId, row.hostname, row.ipAddress]
      .filter(Boolean)
      .join(' · '),
    leftSection: <IconCpu size={18} stroke={1.7} aria-hidden />,
    onClick: () => openConsole([row.deviceId]),
  }))
}
