import { setTimeout as after } from 'node:timers/promises'

export type Composition = Awaited<ReturnType<typeof loadComposition>>

/**
 * Loads what the services are built from. Chromium's own start runs on this thread too: the GPU process, its replacement
 * where there is no GPU, the navigation. Each of these steps waits for whatever main compiles at the moment, so main loads a
 * part at a time and lets go in between. `createServices` takes its functions from here alone, so no part can be forgotten.
 */
async function loadComposition() {
  const storage = await part(import('./composition/storage.ts'))
  const broker = await part(import('./composition/broker.ts'))
  const links = await part(import('./composition/links.ts'))
  const fleet = await part(import('./composition/fleet.ts'))
  const delivery = await part(import('./composition/delivery.ts'))
  const signing = await part(import('./composition/signing.ts'))
  const commands = await part(import('./composition/commands.ts'))
  return { ...storage, ...broker, ...links, ...fleet, ...delivery, ...signing, ...commands }
}

async function part<Module>(loading: Promise<Module>): Promise<Module> {
  const loaded = await loading
  await after()
  return loaded
}

/** Loads the composition root and everything below it. */
export async function loadApp() {
  const composition = await loadComposition()
  const { createApp } = await import('./app.ts')
  return { composition, createApp }
}
