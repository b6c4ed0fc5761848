import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { useEffect } from 'react'
import { ErrorBoundary } from './components/error-boundary.tsx'
import { Shell } from './features/shell/shell.tsx'
import { AppStateProvider, useAppState } from './lib/app-state.tsx'
import type { AppStore } from './lib/app-store.ts'
import { DeviceNamesProvider } from './lib/device-names.tsx'
import { showError } from './lib/errors/show-error.tsx'
import { switchLanguage } from './lib/i18n/i18n.ts'
import { NavigationProvider } from './lib/navigation.tsx'
import { cssVariablesResolver, theme } from './lib/style/theme.ts'
import { StartFailure } from './start-failure.tsx'

/** The theme lives in main's settings; Mantine must not keep a second copy in the page's storage. */
const noStorage: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

export function App({ store, nonce }: { readonly store: AppStore; readonly nonce: string }) {
  return (
    <ErrorBoundary name="window" fallback={() => <StartFailure error={null} nonce={nonce} />}>
      <AppStateProvider store={store}>
        <ThemedApp nonce={nonce} />
      </AppStateProvider>
    </ErrorBoundary>
  )
}

function ThemedApp({ nonce }: { readonly nonce: string }) {
  const settings = useAppState((state) => state.settings)
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false })
  const scheme = settings.theme === 'system' ? systemScheme : settings.theme
  useEffect(() => {
    document.documentElement.lang = settings.language
    switchLanguage(settings.language).catch(showError)
  }, [settings.language])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={noStorage}
      defaultColorScheme={scheme}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <NavigationProvider>
        <DeviceNamesProvider>
          <Shell />
        </DeviceNamesProvider>
      </NavigationProvider>
    </MantineProvider>
  )
}
