import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge } from './contract/bridge.ts'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from './contract/channels.ts'

const bridge = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  subscribe: (name, listener) => {
    const forward = (_event: IpcRendererEvent, sentName: unknown, payload: unknown) => {
      if (sentName === name) listener(payload as Parameters<typeof listener>[0])
    }
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward)
    }
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('waypost', bridge)
