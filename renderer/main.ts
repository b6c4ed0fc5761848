import { AppStore } from './lib/app-store.ts'
import { guessLanguage } from './lib/i18n/catalogues.ts'

// Asks for the words and the first state while the rest of the script, a hundred times as long, is still on its way.
guessLanguage(navigator.language)
const store = new AppStore(window.waypost)
const first = store.start()
// Told by the start, which may come later.
first.catch(() => undefined)
void import('./start.tsx').then(({ start }) => start(store, first))
