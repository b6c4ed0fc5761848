import { completeMaterial, NO_MATERIAL } from '../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../main/setup/files/artifacts.ts'
import type { GeneratedFile } from '../../../../main/setup/files/generated-file.ts'
import { SECURITY_MODES } from '../../../../preload/contract/models/broker/connection.ts'
import { SETUP_PLATFORMS, type SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'
import { DEFAULT_TUNING, usualPort } from '../../../support/brokers/new-plan.ts'

export const NOW = Date.UTC(2026, 5, 1)

/** A plan that works, with defaults for everything but what a test is about. */
export function newPlan(changes: Partial<SetupPlan> = {}): SetupPlan {
  const mode = changes.mode ?? 'password'
  return {
    name: 'Workshop',
    platform: 'debian',
    mode,
    version: '2.0',
    hosts: ['broker.local', '192.168.1.10'],
    port: usualPort({ mode }),
    isLoopbackOnly: changes.platform === 'builtin' && mode === 'anonymous',
    operators: ['operator'],
    devices: ['rpi_001', 'rpi_002'],
    keyType: 'ecdsa',
    tuning: DEFAULT_TUNING,
    ...changes,
  }
}

/** Passwords for every account of a plan. */
export function passwordsFor(plan: SetupPlan): Map<string, string> {
  return new Map([...plan.operators, ...plan.devices].map((account) => [account, `password of ${account}`]))
}

export async function filesOf(plan: SetupPlan): Promise<Map<string, GeneratedFile>> {
  const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: passwordsFor(plan) }, NOW)
  const { files } = buildArtifacts(plan, material)
  return new Map(files.map((file) => [file.path, file]))
}

/** Every platform × mode, without clusters, whose files are others. */
export const COMBINATIONS = SETUP_PLATFORMS.filter((platform) => platform !== 'cluster').flatMap((platform) =>
  SECURITY_MODES.map((mode) => ({ platform, mode })),
)
