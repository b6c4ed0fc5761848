import type { PolicyClass } from '../../../preload/contract/models/safety/signing.ts'
import { needsPackages } from '../look/judge-look.ts'
import type { Found } from '../look/read-look.ts'
import {
  type AgentSources,
  agentFiles,
  type DeviceAccess,
  PLACES,
  serviceOf,
  type TrustedOperator,
  upgradeFiles,
} from './agent-files.ts'
import type { InstallPlan } from './install-steps.ts'
import { putBackScript } from './put-back-script.ts'
import { undoScript } from './undo-script.ts'

export const ON_DEVICE_UNDO = `sh ${PLACES.undo}`

/** Plans what is done on a device that was looked at. Rejects with `JoinFault` where it has no login at the broker. */
export async function makePlan(
  found: Found,
  about: {
    /** For files on their way. */
    readonly folder: string
    readonly deviceId: string
    readonly operator: TrustedOperator
    readonly sources: AgentSources
    readonly maxClass: PolicyClass
    readonly accessFor: (deviceId: string) => Promise<DeviceAccess>
  },
): Promise<InstallPlan> {
  const { folder, deviceId, operator, sources, maxClass, accessFor } = about
  const isUpgrade = found.look.agentVersion !== null && found.look.agentDeviceId === deviceId
  const service = serviceOf({ hasSystemd: found.look.hasSystemd, hasCron: found.hasCron })
  const { executor: old } = found
  const isInTheWay = old !== null && old.deviceId === deviceId && (old.unit !== null || old.process !== null)
  const executor = isInTheWay ? old : null
  return {
    folder,
    files: isUpgrade
      ? upgradeFiles(sources, service)
      : agentFiles(sources, { deviceId, access: await accessFor(deviceId), operator, maxClass, service }),
    undo: isUpgrade
      ? { place: PLACES.putBack, text: putBackScript({ service, executor }) }
      : { place: PLACES.undo, text: undoScript({ service, executor }) },
    isUpgrade,
    addedOperator: isUpgrade ? operator : null,
    service,
    needsPackages: needsPackages(found),
    executor,
  }
}

/**
 * Takes the agent away, or puts back the one from before an upgrade. The script on the device knows best what its installation
 * brought; the plan's stands in where it never came.
 */
export function undoLines(what: 'agent' | 'upgrade', plan: InstallPlan | null, folder: string): readonly string[] {
  const isOwn = plan !== null && plan.isUpgrade === (what === 'upgrade')
  const place = what === 'upgrade' ? PLACES.putBack : PLACES.undo
  const script = isOwn ? plan.undo.text : `sh ${place}`
  return ['set +e', `rm -rf ${folder}`, `if [ -e ${place} ]; then sh ${place}; exit $?; fi`, script]
}
