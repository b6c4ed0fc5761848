import { runScript, SetupError, say } from '../command-line.ts'
import { resolveElectron } from '../electron/electron-runtime.ts'
import { projectFolder } from '../project-paths.ts'
import { buildApp } from './build-app.ts'
import { hasDisplay } from './display.ts'
import { isRoot } from './ordinary-user.ts'
import { chromiumNoise, runVisibly } from './run-process.ts'

await runScript(async (args) => {
  if (!hasDisplay()) {
    throw new SetupError(
      'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): start this in a desktop session, or see the app at work with "npm run demo".',
    )
  }
  const runtime = await resolveElectron()
  await buildApp()
  const flags = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []
  if (flags.length > 0) say('Electron runs WITHOUT its sandbox (--no-sandbox), because the caller is root.')
  return runVisibly(runtime.executablePath, [...flags, projectFolder, ...args], {
    cwd: projectFolder,
    hiddenErrors: chromiumNoise,
  })
})
