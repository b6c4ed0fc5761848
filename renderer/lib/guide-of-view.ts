import type { GuideLink } from '../../preload/contract/models/app/guide.ts'
import type { View } from './navigation.tsx'

const PAGES: Readonly<Record<View, GuideLink>> = {
  console: 'console',
  devices: 'devices',
  history: 'history',
  alerts: 'alerts',
  broker: 'broker#built-in',
  settings: 'start',
  connections: 'connect',
  setup: 'broker',
}

/** The page of the guide about what is shown. */
export function guideOf(view: View, isConnectionFormOpen: boolean): GuideLink {
  return isConnectionFormOpen ? 'connect' : PAGES[view]
}
