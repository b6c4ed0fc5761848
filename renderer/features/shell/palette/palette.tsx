import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paletteStore } from './palette-store.ts'
import { useDeviceEntries } from './use-device-entries.tsx'
import { useGuideEntries } from './use-guide-entries.tsx'
import { usePaletteActions } from './use-palette-actions.tsx'
import { usePhrasebookEntries } from './use-phrasebook-entries.tsx'

/** Every action by name. The shell listens for its key, as this is loaded later. */
export function Palette() {
  const { t } = useTranslation('shell')
  const search = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const devices = useDeviceEntries(query)
  const requests = usePhrasebookEntries(query)
  const guide = useGuideEntries(query)
  const actions = usePaletteActions()
  const foundIds = [...devices, ...requests, ...guide].map(({ id }) => id).join()
  useEffect(() => {
    // The palette selects its first action as the text is typed; what main finds comes later, and it exports no way to select.
    if (foundIds !== '' && !document.querySelector('[data-action][data-selected]')) {
      search.current?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true }),
      )
    }
  }, [foundIds])
  return (
    <Spotlight
      store={paletteStore}
      actions={[
        ...actions,
        ...(devices.length === 0 ? [] : [{ group: t('views.devices'), actions: devices }]),
        ...(requests.length === 0 ? [] : [{ group: t('palette.groups.phrasebook'), actions: requests }]),
        ...(guide.length === 0 ? [] : [{ group: t('guide:title'), actions: guide }]),
      ]}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      nothingFound={t('palette.nothing')}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      yOffset="9vh"
      shadow="lg"
      scrollable
      maxHeight="72vh"
      styles={{ actionsList: { maxHeight: 'calc(82vh - 4rem)' } }}
      searchProps={{
        ref: search,
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  )
}
