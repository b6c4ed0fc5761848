import { z } from 'zod'
import { ROLLOUT_ACTS, ROLLOUT_LIMITS } from '../../models/commands/rollout.ts'
import { TARGETS_MAX } from '../../models/devices/device.ts'
import { route } from '../../route.ts'
import { deviceIds } from '../devices/devices.ts'

const seconds = z.int().min(0).max(ROLLOUT_LIMITS.maxWaitS)
const share = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('devices'), amount: z.int().min(1).max(TARGETS_MAX) }),
  z.strictObject({ unit: z.literal('percent'), amount: z.int().min(1).max(100) }),
])

export const rolloutPlan = z.strictObject({
  canary: z.strictObject({
    count: z.int().min(0).max(TARGETS_MAX),
    proceed: z.union([z.literal('ask'), z.strictObject({ goOnAfterS: seconds })]),
  }),
  waves: z.strictObject({ size: share, pauseS: seconds }).nullable(),
  stopAt: share.nullable(),
})

/** What an approval says besides its proposal. */
export const runChoice = z.strictObject({
  plan: rolloutPlan.nullable(),
  absent: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('leave-out'), deviceIds, waitS: z.literal(0) }),
      z.strictObject({ kind: z.literal('wait'), deviceIds, waitS: z.int().min(1).max(ROLLOUT_LIMITS.maxTotalS) }),
    ])
    .nullable(),
})

export const rolloutRoutes = {
  /** Ids of the devices of an open proposal that are away now. Throws `PROPOSAL_CLOSED`. */
  'console.absent': route<readonly string[]>()(z.strictObject({ proposalId: z.uuid() })),
  /** Pauses, resumes or stops the rollout of a turn's run, or ends its wait. Throws `NOT_FOUND`, `APPROVAL_…`, `NOT_CONNECTED`. */
  'console.steer': route<null>()(z.strictObject({ turnId: z.uuid(), act: z.enum(ROLLOUT_ACTS) })),
}
