import { setTimeout as after } from 'node:timers/promises'

/**
 * Chromium's own start runs on this thread too: the GPU process, its replacement where there is no GPU, the navigation.
 * Each of these steps waits for whatever main compiles at the moment, so main loads in parts and lets go in between.
 */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./platform/settings-store.ts'),
  () => import('./platform/history-file.ts'),
  () => import('./broker/page/create-broker-page.ts'),
  () => import('./assistant/create-assistant.ts'),
  () => import('./devices/create-devices.ts'),
  () => import('./commands/create-commands.ts'),
]

/** Loads the composition root and everything below it, a part at a time. */
export async function loadApp(): Promise<typeof import('./app.ts')> {
  for (const load of PARTS) {
    await load()
    await after()
  }
  return import('./app.ts')
}
