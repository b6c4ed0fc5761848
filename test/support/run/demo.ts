import path from 'node:path'
import { runScript, say } from '../command-line.ts'
import { type ElectronHost, prepareElectronHost } from '../electron/electron-host.ts'
import { type ElectronRuntime, resolveElectron } from '../electron/electron-runtime.ts'
import { projectFolder } from '../project-paths.ts'
import { buildAppIfStale } from './build-app.ts'
import { displayPackages, ensureDebianPackages } from './debian-packages.ts'
import { hasDisplay, openDisplay } from './display.ts'

const UNATTENDED_LIMIT_MS = 180_000
const pictures = path.join(projectFolder, 'dist', 'demo')

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
      return isUnattended ? await playOnce(runtime, host) : await show(runtime, host, args)
    } finally {
      await host.close()
    }
  } finally {
    await display.stop()
  }
})

async function show(runtime: ElectronRuntime, host: ElectronHost, args: readonly string[]): Promise<number> {
  const sandbox = host.hasSandbox ? [] : ['--no-sandbox']
  return host.run(runtime.executablePath, [...sandbox, host.projectFolder, '--demo', ...args])
}

async function playOnce(runtime: ElectronRuntime, host: ElectronHost): Promise<number> {
  await host.openForWriting(pictures)
  const startedMs = performance.now()
  const env = {
    WAYPOST_ELECTRON: runtime.executablePath,
    WAYPOST_APP: projectFolder,
    ...(host.hasSandbox ? {} : { WAYPOST_NO_SANDBOX: '1' }),
  }
  const script = path.join(projectFolder, 'test', 'support', 'run', 'demo-play.ts')
  const options = { env, timeoutMs: UNATTENDED_LIMIT_MS }
  const code = await host.run(process.execPath, [script, path.join(pictures, 'demo.png')], options)
  if (performance.now() - startedMs >= UNATTENDED_LIMIT_MS) {
    say(
      `The demo did not end within ${UNATTENDED_LIMIT_MS / 1000} s and was stopped: see the steps above for the last one done.`,
    )
  }
  return code
}
