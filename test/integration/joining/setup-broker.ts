import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildArtifacts } from '../../../main/setup/files/artifacts.ts'
import { octal } from '../../../main/setup/files/generated-file.ts'
import { writeFiles } from '../../../main/setup/files/write-files.ts'
import { type Prepared, prepareDraft } from '../../../main/setup/prepare.ts'
import { startGenerated } from '../../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { newPlan } from '../../support/brokers/new-plan.ts'

const OPERATOR_PASSWORD = 'operator secret'

/** A real Mosquitto on the files of a set-up, with what the set-up knows of its accounts. */
export interface SetupBroker {
  readonly host: '127.0.0.1'
  readonly port: number
  /** Login of the operator; empty where a certificate is the login. */
  readonly users: Readonly<Record<string, string>>
  readonly caFile?: string
  readonly certFile?: string
  readonly keyFile?: string
  readonly prepared: Prepared
  log(): string
  stop(): Promise<void>
}

/** Prepares a set-up as the wizard does, writes its files and starts the broker on them. */
export async function startSetupBroker(
  mode: 'password' | 'tls' | 'mtls',
  devices: readonly string[],
): Promise<SetupBroker> {
  const port = await freeLoopbackPort()
  const plan = newPlan({ mode, hosts: ['127.0.0.1'], port, devices: [...devices] })
  const draft = { id: 'workshop', plan, passwords: mode === 'mtls' ? {} : { operator: OPERATOR_PASSWORD } }
  const prepared = await prepareDraft(draft, null, null, Date.now())
  const folder = await mkdtemp(path.join(tmpdir(), 'waypost-setup-broker-'))
  const { files } = buildArtifacts(plan, prepared.material)
  await writeFiles(folder, files, false)
  const own = files.filter(({ path: name }) => name.startsWith('etc/'))
  const broker = await startGenerated(
    folder,
    own.map((file) => ({ ...file, mode: octal(file.mode) })),
  )
  const kit = path.join(folder, 'handover/operators/operator')
  return {
    host: '127.0.0.1',
    port,
    prepared,
    users: mode === 'mtls' ? {} : { operator: OPERATOR_PASSWORD },
    ...(mode !== 'password' && { caFile: path.join(folder, 'etc/mosquitto/certs/ca.crt') }),
    ...(mode === 'mtls' && { certFile: path.join(kit, 'client.crt'), keyFile: path.join(kit, 'client.key') }),
    log: () => broker.log(),
    stop: async () => {
      await broker.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
