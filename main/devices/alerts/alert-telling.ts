import type { Alert } from '../../../preload/contract/models/devices/alert.ts'

/** Notifications that come faster than this are not read. */
const NOTIFY_EVERY_MS = 10_000

export interface AlertTellingDeps {
  /**
   * Takes the alerts that were raised, and those that are over (`resolved`), since the last call; to keep and send them. At
   * most once a second. Nobody does unless given.
   */
  readonly tell?: ((alerts: readonly Alert[]) => void) | undefined
  /** The same for the desktop, at most once in ten seconds. */
  readonly notify: (alerts: readonly Alert[]) => void
}

/** Hands on what is told outside of the window: at once to what keeps it, gathered to what interrupts the operator. */
export class AlertTelling {
  readonly #deps: AlertTellingDeps
  #toTell: Alert[] = []
  #toNotify: Alert[] = []
  #notifiedAt = 0

  constructor(deps: AlertTellingDeps) {
    this.#deps = deps
  }

  add(alert: Alert): void {
    this.#toTell.push(alert)
    this.#toNotify.push(alert)
  }

  /** Call before the alerts are written: what is on disk as told has been handed on, or a crash would keep it from everybody. */
  handOn(now: number): void {
    this.tellNow()
    if (this.#toNotify.length === 0 || Math.abs(now - this.#notifiedAt) < NOTIFY_EVERY_MS) return
    this.#notifiedAt = now
    this.#deps.notify(this.#toNotify)
    this.#toNotify = []
  }

  /** Hands on what was not told yet, without a notification: call when the app ends. */
  tellNow(): void {
    if (this.#toTell.length > 0) this.#deps.tell?.(this.#toTell)
    this.#toTell = []
  }
}
