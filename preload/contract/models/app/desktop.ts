/** Start with the session of the account. `blocked`: set, but the system lets it not. `unavailable`: not installed, so there is nothing to start. */
export type OpenAtLogin = 'on' | 'off' | 'blocked' | 'unavailable'

/** What the system around the window offers and does. */
export interface DesktopView {
  readonly openAtLogin: OpenAtLogin
  /** True if the desktop shows the icon of the app, in its tray or menu bar. */
  readonly hasTray: boolean
}
