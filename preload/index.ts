import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from './contract/bridge.ts'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from './contract/channels.ts'

const subscriptions = new Set<(name: unknown, payload: never) => void>()
ipcRenderer.on(EVENT_CHANNEL, (_event, name: unknown, payload: never) => {
  for (const forward of [...subscriptions]) forward(name, payload)
})

contextBridge.exposeInMainWorld('waypost', {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  subscribe: (name, listener) => {
    const forward = (sent: unknown, payload: never) => sent === name && listener(payload)
    subscriptions.add(forward)
    return () => void subscriptions.delete(forward)
  },
} satisfies Bridge)
