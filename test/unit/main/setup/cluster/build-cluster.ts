import { completeMaterial, NO_MATERIAL, type SetupMaterial } from '../../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../../main/setup/files/artifacts.ts'
import type { GeneratedFile } from '../../../../../main/setup/files/generated-file.ts'
import type { SetupCommand, SetupPlan } from '../../../../../preload/contract/models/broker/setup.ts'
import { newPlan, passwordsFor } from '../../../../support/brokers/new-plan.ts'
import { NOW } from '../new-plan.ts'

export const NODES = ['mq1.site.local', 'mq2.site.local', '192.168.1.13']
export const DOORS = ['mq.site.local', 'mq-b.site.local']
export const CENTRE = 'centre.site.local'
export const SITES = ['north.site.local', '192.168.3.10']

export const clusterPlan = (changes: Partial<SetupPlan> = {}): SetupPlan =>
  newPlan({ platform: 'cluster', mode: 'tls', hosts: NODES, ...changes })

/** Two devices in the north, one in the south. */
export const bridgedPlan = (changes: Partial<SetupPlan> = {}): SetupPlan =>
  clusterPlan({
    cluster: 'bridges',
    hosts: [CENTRE, ...SITES],
    devices: ['rpi_001', 'rpi_002', 'rpi_003'],
    siteOf: { rpi_001: 'north.site.local', rpi_002: 'north.site.local', rpi_003: '192.168.3.10' },
    ...changes,
  })

export interface Built {
  readonly plan: SetupPlan
  readonly material: SetupMaterial
  readonly files: ReadonlyMap<string, GeneratedFile>
  readonly commands: readonly SetupCommand[]
}

export async function build(plan: SetupPlan, kept: Partial<SetupMaterial> = {}): Promise<Built> {
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: passwordsFor(plan), ...kept }, NOW)
  const { files, commands } = buildArtifacts(plan, material)
  return { plan, material, commands, files: new Map(files.map((file) => [file.path, file])) }
}

export function textOf({ files }: Pick<Built, 'files'>, path: string): string {
  const file = files.get(path)
  if (file === undefined) throw new Error(`no ${path} among ${[...files.keys()].join(', ')}`)
  return file.text
}
