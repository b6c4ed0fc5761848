import { type SshDevice, startSshDevice } from '../devices/ssh-device.ts'
import { type ElectronHost, prepareElectronHost } from '../electron/electron-host.ts'
import { resolveElectron } from '../electron/electron-runtime.ts'
import { projectFolder } from '../project-paths.ts'
import { openDisplay } from './display.ts'
import { programOf } from './package-programs.ts'
import { findPackagedApp } from './packaged-app.ts'
import { resultsFolder } from './vitest-suite.ts'

/** Projects of playwright.config.ts that `npm test` runs: the built folder in Electron, and the packaged program. */
export type E2eProject = 'app' | 'packaged'

export interface E2eRun {
  /** Arguments for `playwright test`, as given. */
  readonly args: readonly string[]
  /** File for a JSON report, beside the list on the terminal. */
  readonly reportFile?: string
}

/** Prepares display, runtime and user, runs Playwright and returns its exit code. */
export async function runE2e({ args, reportFile }: E2eRun): Promise<number> {
  const runtime = await resolveElectron()
  const display = await openDisplay()
  try {
    const host = await prepareElectronHost(runtime, display)
    let device: SshDevice | null = null
    try {
      await host.openForWriting(resultsFolder)
      device = await startSshDevice()
      const reporting = reportFile === undefined ? [] : ['--reporter=list,json']
      const command = [programOf('@playwright/test', 'playwright'), 'test', ...reporting, ...args]
      const env = {
        ...testEnvironment(host, runtime.executablePath),
        ...sshDeviceEnvironment(device),
        ...(reportFile === undefined ? {} : { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }),
      }
      return await host.run(process.execPath, command, { env })
    } finally {
      await device?.stop()
      await host.close()
    }
  } finally {
    await display.stop()
  }
}

function testEnvironment(host: ElectronHost, electron: string): Record<string, string> {
  const packaged = findPackagedApp()
  return {
    WAYPOST_ELECTRON: electron,
    WAYPOST_APP: projectFolder,
    ...(host.hasSandbox ? {} : { WAYPOST_NO_SANDBOX: '1' }),
    ...(packaged === undefined ? {} : { WAYPOST_PACKAGED: packaged }),
  }
}

/** How the tests find the device that was started for them, because they run as an ordinary user and it needs root. */
function sshDeviceEnvironment({ host, port, user, password, fingerprint }: SshDevice): Record<string, string> {
  return { WAYPOST_SSH_DEVICE: JSON.stringify({ host, port, user, password, fingerprint }) }
}

/** Adds the project of the app unless the caller names one. */
export function withDefaultProject(args: readonly string[], project: E2eProject = 'app'): string[] {
  const isNamed = args.some((arg) => arg === '--project' || arg.startsWith('--project='))
  return isNamed ? [...args] : [`--project=${project}`, ...args]
}
