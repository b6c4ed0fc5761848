import { MantineProvider } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect } from 'vitest'
import type { Bootstrap } from '../../../../preload/contract/models/app/settings.ts'
import { AppStateProvider } from '../../../../renderer/lib/app-state.tsx'
import { AppStore } from '../../../../renderer/lib/app-store.ts'
import { startI18n } from '../../../../renderer/lib/i18n/i18n.ts'
import { NavigationProvider } from '../../../../renderer/lib/navigation.tsx'
import { theme } from '../../../../renderer/lib/style/theme.ts'
import { bootstrap } from '../bootstrap.ts'
import { type Answers, FakeBridge } from './fake-bridge.ts'

interface Scene {
  /** What differs from a first start. */
  readonly state?: Partial<Bootstrap>
  readonly answers?: Answers
}

// Styles are not laid out here, and asking for each one takes most of a test's time.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 })

/** A room for what lays itself out: without one a virtual list draws no rows. */
const ROOM = { offsetWidth: 1024, offsetHeight: 600, clientWidth: 1024, clientHeight: 600 }
for (const [name, value] of Object.entries(ROOM)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value })
}

/** A canvas that takes every stroke: charts are measured and drawn, and nobody looks at them. */
const BRUSH = new Proxy({}, { get: () => () => ({ width: 0 }), set: () => true })
HTMLCanvasElement.prototype.getContext = (() => BRUSH) as unknown as HTMLCanvasElement['getContext']
Object.defineProperty(window, 'Path2D', {
  configurable: true,
  value: function Path2D() {
    return BRUSH
  },
})
// Text fields that grow measure again once fonts are there; here there are none.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })

afterEach(() => {
  const text = document.body.textContent
  notifications.clean()
  cleanup()
  expect(text).not.toMatch(/\{\{|\bundefined\b|\[object /)
})

/** Shows a view as the window does, with a fake main behind the bridge. Resolves with the first picture. */
export async function renderView(view: ReactNode, { state = {}, answers = {} }: Scene = {}): Promise<FakeBridge> {
  const bridge = new FakeBridge({ 'app.bootstrap': () => ({ ...bootstrap(), ...state }), ...answers })
  Object.defineProperty(window, 'waypost', { configurable: true, value: bridge })
  const store = new AppStore(bridge)
  await store.start()
  await startI18n('en')
  render(
    <AppStateProvider store={store}>
      <MantineProvider theme={theme} env="test">
        <NavigationProvider>
          <Notifications />
          {view}
        </NavigationProvider>
      </MantineProvider>
    </AppStateProvider>,
  )
  return bridge
}
