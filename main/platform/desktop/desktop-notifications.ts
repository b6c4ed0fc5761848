import { Notification } from 'electron'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** Notifications of the system. Where there are none, nothing is shown: the window has its own counters. */
export class DesktopNotifications {
  readonly #pick: (text: LocalizedText) => string
  /** Kept until it is closed: a collected notification loses its click. */
  #shown: Notification | null = null

  constructor(deps: { readonly pick: (text: LocalizedText) => string }) {
    this.#pick = deps.pick
  }

  /** Replaces the one before: a row of alarms is no row of pop-ups. */
  show(text: { readonly title: LocalizedText; readonly body: LocalizedText }, onClick: () => void): void {
    if (!Notification.isSupported()) return
    this.#shown?.close()
    const notification = new Notification({ title: this.#pick(text.title), body: this.#pick(text.body) })
    notification.on('click', onClick)
    notification.show()
    this.#shown = notification
  }
}
