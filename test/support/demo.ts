import { buildAppIfStale } from './build-app.ts'
import { runScript } from './command-line.ts'
import { displayPackages, ensureDebianPackages } from './debian-packages.ts'
import { hasDisplay, openDisplay } from './display.ts'
import { prepareElectronHost } from './electron-host.ts'
import { resolveElectron } from './electron-runtime.ts'

await runScript(async (args) => {
  const isUnattended = !hasDisplay()
  if (isUnattended) await ensureDebianPackages(displayPackages)
  const runtime = await resolveElectron()
  await buildAppIfStale()
  const display = await openDisplay()
  try {
    const host = await prepareElectronHost(runtime, display)
    try {
      const sandbox = host.hasSandbox ? [] : ['--no-sandbox']
      const once = isUnattended ? ['--demo-once'] : []
      return await host.run(runtime.executablePath, [...sandbox, host.projectFolder, '--demo', ...once, ...args])
    } finally {
      await host.close()
    }
  } finally {
    await display.stop()
  }
})
