import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Bootstrap } from '../../preload/contract/models/app/settings.ts'
import type { AppStore } from './app-store.ts'

const StoreContext = createContext<AppStore | null>(null)

export function AppStateProvider({ store, children }: { readonly store: AppStore; readonly children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>
}

/**
 * Main's state, kept up to date by its events. With `select` the component renders again only when that slice changes:
 * return a part of the state as it is, never a new object.
 */
export function useAppState(): Bootstrap
export function useAppState<Slice>(select: (state: Bootstrap) => Slice): Slice
export function useAppState(select?: (state: Bootstrap) => unknown): unknown {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useAppState needs an AppStateProvider')
  return useSyncExternalStore(store.subscribe, () => (select ? select(store.get()) : store.get()))
}
