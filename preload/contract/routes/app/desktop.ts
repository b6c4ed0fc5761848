import { z } from 'zod'
import type { NavigationRequest } from '../../events.ts'
import type { DesktopView } from '../../models/app/desktop.ts'
import { route } from '../../route.ts'

export const desktopRoutes = {
  'desktop.view': route<DesktopView>()(z.strictObject({})),
  /** Throws `DISK_FAILED`. */
  'desktop.setOpenAtLogin': route<DesktopView>()(z.strictObject({ isOn: z.boolean() })),
  /** Returns where the window was asked to go before it could listen; from then on it gets `window.navigate`. */
  'desktop.takeNavigation': route<NavigationRequest | null>()(z.strictObject({})),
}
