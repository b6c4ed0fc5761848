import type { BrowserWindow } from 'electron'
import { EVENT_CHANNEL } from '../../preload/contract/channels.ts'
import type { EventName, Events } from '../../preload/contract/events.ts'

export type EmitEvent = <Name extends EventName>(name: Name, payload: Events[Name]) => void

/** Sends events to the window while there is one and it runs; the only place that does. */
export function createEmitter(window: () => BrowserWindow | null): EmitEvent {
  return (name, payload) => {
    const contents = window()?.webContents
    if (contents && !contents.isDestroyed() && !contents.isCrashed()) contents.send(EVENT_CHANNEL, name, payload)
  }
}
