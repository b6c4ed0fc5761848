import { buildAppIfStale } from './build-app.ts'
import { runScript, say } from './command-line.ts'
import { displayPackages, ensureDebianPackages } from './debian-packages.ts'
import { hasDisplay, openDisplay } from './display.ts'
import { type ElectronHost, prepareElectronHost } from './electron-host.ts'
import { type ElectronRuntime, resolveElectron } from './electron-runtime.ts'

const UNATTENDED_LIMIT_MS = 180_000

await runScript(async (args) => {
  const isUnattended = !hasDisplay()
  if (isUnattended) {
    say('There is no display: the demo plays the main job once by itself on a virtual one.')
    await ensureDebianPackages(displayPackages)
  }
  const runtime = await resolveElectron()
  await buildAppIfStale()
  const display = await openDisplay()
  try {
    const host = await prepareElectronHost(runtime, display)
    try {
      return await play(runtime, host, isUnattended, args)
    } finally {
      await host.close()
    }
  } finally {
    await display.stop()
  }
})

async function play(
  runtime: ElectronRuntime,
  host: ElectronHost,
  isUnattended: boolean,
  args: readonly string[],
): Promise<number> {
  const sandbox = host.hasSandbox ? [] : ['--no-sandbox']
  const command = [...sandbox, host.projectFolder, '--demo', ...(isUnattended ? ['--demo-once'] : []), ...args]
  const startedMs = performance.now()
  const code = await host.run(runtime.executablePath, command, isUnattended ? { timeoutMs: UNATTENDED_LIMIT_MS } : {})
  if (isUnattended && performance.now() - startedMs >= UNATTENDED_LIMIT_MS) {
    say(
      `The demo did not end within ${UNATTENDED_LIMIT_MS / 1000} s and was stopped: see the steps above for the last one done.`,
    )
  }
  return code
}
