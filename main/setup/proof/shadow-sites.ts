import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { bridgedFiles } from '../bridges/bridged-files.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasTls } from '../plan/plan-traits.ts'
import { type ShadowBroker, startShadowBroker } from './shadow-broker.ts'

/** A centre and its sites that run on the generated files, each on a spare loopback port. */
export interface ShadowSites {
  /** Of the centre, then of the sites. */
  readonly ports: readonly number[]
  readonly version: string
  log(): string
  stop(): Promise<void>
}

/**
 * Starts the centre, and each site bridged to it where it runs here; the name in its certificate is not asked for, because it
 * is that of another computer. Throws `ShadowBrokerError`.
 */
export async function startShadowSites(
  program: string,
  plan: SetupPlan,
  material: SetupMaterial,
): Promise<ShadowSites> {
  const running: ShadowBroker[] = []
  const stop = async (): Promise<void> => {
    for (const broker of running.toReversed()) await broker.stop()
  }
  try {
    for (const index of plan.hosts.keys()) {
      const centrePort = running[0]?.port ?? 0
      const insecure = hasTls(plan) ? ['bridge_insecure true'] : []
      const here = (line: string): readonly string[] =>
        line.startsWith('address ') ? [`address 127.0.0.1:${centrePort}`, ...insecure] : [line]
      running.push(await startShadowBroker(program, bridgedFiles(plan, material, index), here))
    }
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ports: running.map(({ port }) => port),
    version: running[0]?.version ?? '',
    log: () => running.map((broker) => broker.log()).join('\n'),
    stop,
  }
}
