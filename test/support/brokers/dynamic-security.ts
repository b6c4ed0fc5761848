import { randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../run/debian-packages.ts'
import { capture } from '../run/run-process.ts'
import { type Mosquitto, startMosquitto } from './mosquitto.ts'

/** A real Mosquitto with its dynamic security plugin and one administrator. */
interface DynamicSecurityBroker {
  readonly broker: Mosquitto
  readonly admin: { readonly username: 'admin'; readonly password: string }
  stop(): Promise<void>
}

/** Accounts and roles as the plugin's file spells them. */
export interface DynamicSecurityContent {
  readonly clients: readonly object[]
  readonly roles: readonly object[]
}

/** Starts it as `mosquitto_ctrl dynsec init` sets it up, with more accounts and roles where given. */
export async function startDynamicSecurity(content?: DynamicSecurityContent): Promise<DynamicSecurityBroker> {
  const tool = await findProgram('mosquitto_ctrl')
  const [plugin] = globSync('/usr/lib/*/mosquitto_dynamic_security.so')
  if (tool === undefined || plugin === undefined)
    throw new Error('mosquitto with its plugin is not installed (Debian: mosquitto)')
  const folder = await mkdtemp(join(tmpdir(), 'waypost-dynsec-'))
  const file = join(folder, 'dynamic-security.json')
  const password = randomBytes(12).toString('base64url')
  const made = await capture(tool, ['dynsec', 'init', file, 'admin', password])
  if (made.code !== 0) throw new Error(`mosquitto_ctrl failed: ${made.stderr}`)
  if (content !== undefined) await extend(file, content)
  await chmod(file, 0o600)
  const broker = await startMosquitto({
    mode: 'anonymous',
    isQuiet: true,
    extraConfig: `plugin ${plugin}\nplugin_opt_config_file ${file}\nset_tcp_nodelay true`,
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

async function extend(file: string, { clients, roles }: DynamicSecurityContent): Promise<void> {
  const before = JSON.parse(await readFile(file, 'utf8')) as { clients: object[]; roles: object[] }
  const after = { ...before, clients: [...before.clients, ...clients], roles: [...before.roles, ...roles] }
  await writeFile(file, JSON.stringify(after))
}
