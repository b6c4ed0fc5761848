import type { NavigationRequest } from '../../preload/contract/events.ts'
import { readDeepLink } from './deep-link.ts'

interface NavigatorDeps {
  /** Opens the window, or brings it to the front. */
  readonly showWindow: () => void
  /** Names the page that is loaded; null while there is no window. */
  readonly pageId: () => number | null
}

/** Leads the window somewhere, also before it is there: what comes too early waits until the window takes it. */
export class Navigator {
  readonly #deps: NavigatorDeps
  #emit: ((to: NavigationRequest) => void) | null = null
  #pending: NavigationRequest | null = null
  /** The page that has begun to listen. */
  #listening: number | null = null

  constructor(deps: NavigatorDeps) {
    this.#deps = deps
  }

  /** Call once events can be sent. */
  start(emit: (to: NavigationRequest) => void): void {
    this.#emit = emit
  }

  /** Shows the window and leads it there. */
  open(to: NavigationRequest): void {
    this.#deps.showWindow()
    this.go(to)
  }

  /** Shows the window for a link, which leads somewhere only where it is one of ours. */
  openLink(link: string | null): void {
    this.#deps.showWindow()
    const to = link === null ? null : readDeepLink(link)
    if (to !== null) this.go(to)
  }

  go(to: NavigationRequest): void {
    const pageId = this.#deps.pageId()
    if (this.#emit !== null && pageId !== null && pageId === this.#listening) this.#emit(to)
    else this.#pending = to
  }

  /** Hands over what waits; the page listens from now on. */
  take(): NavigationRequest | null {
    this.#listening = this.#deps.pageId()
    const pending = this.#pending
    this.#pending = null
    return pending
  }
}
