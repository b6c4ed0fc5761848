import { completeMaterial, NO_MATERIAL } from '../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../main/setup/files/artifacts.ts'
import type { GeneratedFile } from '../../../../main/setup/files/generated-file.ts'
import { SECURITY_MODES } from '../../../../preload/contract/models/broker/connection.ts'
import { SETUP_PLATFORMS, type SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { passwordsFor } from '../../../support/brokers/new-plan.ts'

export const NOW = Date.UTC(2026, 5, 1)

export async function filesOf(plan: SetupPlan): Promise<Map<string, GeneratedFile>> {
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: passwordsFor(plan) }, NOW)
  const { files } = buildArtifacts(plan, material)
  return new Map(files.map((file) => [file.path, file]))
}

/** Every platform × mode, without clusters, whose files are others. */
export const COMBINATIONS = SETUP_PLATFORMS.filter((platform) => platform !== 'cluster').flatMap((platform) =>
  SECURITY_MODES.map((mode) => ({ platform, mode })),
)
