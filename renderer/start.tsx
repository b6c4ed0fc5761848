import './lib/style/layers.css'
import './lib/style/mantine-styles.ts'
import './lib/style/global.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import type { Bootstrap } from '../preload/contract/models/app/settings.ts'
import { App } from './app.tsx'
import type { AppStore } from './lib/app-store.ts'
import { reportError } from './lib/errors/report-error.ts'
import { showError } from './lib/errors/show-error.tsx'
import { startI18n } from './lib/i18n/i18n.ts'
import { StartFailure } from './start-failure.tsx'

/** The nonce of this load: without it the policy blocks the styles that libraries make at run time. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/** Draws the window once its first state is here, or says why there is none. */
export async function start(store: AppStore, first: Promise<Bootstrap>): Promise<void> {
  const container = document.getElementById('root')
  if (!container) throw new Error('The page has no #root')
  const nonce = readNonce()
  setNonce(nonce)
  const root = createRoot(container, { onUncaughtError: (error) => reportError('window', error) })
  try {
    const { settings } = await first
    await startI18n(settings.language)
    root.render(<App store={store} nonce={nonce} />)
    watchErrors()
  } catch (error) {
    await startI18n(navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
    root.render(<StartFailure error={error} nonce={nonce} />)
  }
}

/** Logs and tells of errors outside of rendering; what is on the screen stays. */
function watchErrors(): void {
  const failed = (where: string, error: unknown) => {
    reportError(where, error)
    showError(error)
  }
  window.addEventListener('error', ({ error }) => {
    // A resize observer that could not keep up is such an event too, without an error.
    if (error !== null && error !== undefined) failed('event', error)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => failed('promise', reason))
}
