import type { DeviceDetail, Presence } from '../../../../preload/contract/models/devices/device.ts'

/** How the wait for a device stands. `heard`: it is there, but nothing shows that it started anew. */
export type BackState =
  | { readonly kind: 'waiting' | 'gone' | 'heard' | 'over' }
  | { readonly kind: 'back'; readonly at: number; readonly uptimeS: number | null }

export interface BackWatch {
  readonly kind: 'reboot' | 'service'
  /** Epoch ms at which the command was sent or ended. */
  readonly since: number
  readonly startedAt: number
  /** True once the device was seen away since then. */
  readonly wasGone: boolean
}

/** Longest waits, in ms. */
export const BACK_LIMIT_MS = { reboot: 600_000, service: 120_000 } as const

const HERE: ReadonlySet<Presence> = new Set(['online', 'busy', 'stale'])
const AWAY: ReadonlySet<Presence> = new Set(['offline', 'lost'])
/** Clocks and heartbeats are not exact. */
const SLACK_MS = 5_000

export function isAway(device: Pick<DeviceDetail, 'presence'>): boolean {
  return AWAY.has(device.presence)
}

/** Judges by signs of life after the command, and for a reboot by an uptime that began after it, or a time away. */
export function backState(
  device: Pick<DeviceDetail, 'presence' | 'lastSeenAt' | 'metrics'> | null,
  { kind, since, startedAt, wasGone }: BackWatch,
  now: number,
): BackState {
  const isOver = now - startedAt > BACK_LIMIT_MS[kind]
  if (device === null) return { kind: isOver ? 'over' : 'waiting' }
  const { presence, lastSeenAt, metrics } = device
  const isHeard = HERE.has(presence) && lastSeenAt !== null && lastSeenAt > since
  if (isHeard && kind === 'service') return { kind: 'back', at: lastSeenAt, uptimeS: null }
  const { uptimeS } = metrics
  const isNewStart = uptimeS !== null && lastSeenAt !== null && lastSeenAt - uptimeS * 1000 > since - SLACK_MS
  if (isHeard && (isNewStart || wasGone)) return { kind: 'back', at: lastSeenAt, uptimeS: isNewStart ? uptimeS : null }
  if (isOver) return { kind: 'over' }
  if (isAway(device)) return { kind: 'gone' }
  return { kind: isHeard ? 'heard' : 'waiting' }
}
