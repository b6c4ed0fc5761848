import type { desktopRoutes } from '../../../../preload/contract/routes/app/desktop.ts'
import type { Desktop } from '../../../desktop.ts'
import type { HandlersOf } from '../../router.ts'

export function desktopHandlers(desktop: Desktop): HandlersOf<typeof desktopRoutes> {
  return {
    'desktop.view': () => desktop.view(),
    'desktop.setOpenAtLogin': ({ isOn }) => desktop.setOpenAtLogin(isOn),
    'desktop.takeNavigation': () => desktop.takeNavigation(),
  }
}
