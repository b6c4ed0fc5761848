import { randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../run/debian-packages.ts'
import { capture } from '../run/run-process.ts'
import { type Mosquitto, startMosquitto } from './mosquitto.ts'

/** A real Mosquitto with its dynamic security plugin and one administrator. */
export interface DynamicSecurityBroker {
  readonly broker: Mosquitto
  readonly admin: { readonly username: 'admin'; readonly password: string }
  stop(): Promise<void>
}

/** Starts it as `mosquitto_ctrl dynsec init` sets it up. `extraConfig`: further lines for mosquitto.conf. */
export async function startDynamicSecurity(extraConfig = ''): Promise<DynamicSecurityBroker> {
  const tool = await findProgram('mosquitto_ctrl')
  const [plugin] = globSync('/usr/lib/*/mosquitto_dynamic_security.so')
  if (tool === undefined || plugin === undefined)
    throw new Error('mosquitto with its plugin is not installed (Debian: mosquitto)')
  const folder = await mkdtemp(join(tmpdir(), 'waypost-dynsec-'))
  const file = join(folder, 'dynamic-security.json')
  const password = randomBytes(12).toString('base64url')
  const made = await capture(tool, ['dynsec', 'init', file, 'admin', password])
  if (made.code !== 0) throw new Error(`mosquitto_ctrl failed: ${made.stderr}`)
  await chmod(file, 0o600)
  const broker = await startMosquitto({
    mode: 'anonymous',
    isQuiet: true,
    extraConfig: `plugin ${plugin}\nplugin_opt_config_file ${file}\n${extraConfig}`,
  })
  return {
    broker,
    admin: { username: 'admin', password },
    stop: async () => {
      await broker.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
