import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from './contract/bridge.ts'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from './contract/channels.ts'

const subscriptions = new Set<(name: unknown, payload: unknown) => void>()
ipcRenderer.on(EVENT_CHANNEL, (_event, name: unknown, payload: unknown) => {
  for (const forward of [...subscriptions]) forward(name, payload)
})

contextBridge.exposeInMainWorld('waypost', {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  subscribe: (name, listener) => {
    const forward = (sent: unknown, payload: unknown) => sent === name && listener(payload as never)
    subscriptions.add(forward)
    return () => void subscriptions.delete(forward)
  },
} satisfies Bridge)
