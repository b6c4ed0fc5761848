/** Misbehaviours of an executor, each seen in the field or likely. */
const executorQuirks = [
  'wrong-id',
  'unknown-id',
  'other-device',
  'answer-twice',
  'answer-twice-differently',
  'answer-late',
  'never-answer',
] as const
type ExecutorQuirk = (typeof executorQuirks)[number]

/** Settings of an executor process. The password goes over stdin, never into the argument list. */
export interface ExecutorSettings {
  /** Device id. */
  readonly id: string
  readonly host: string
  readonly port: number
  readonly username?: string
  /** A CA file (PEM) turns TLS on; host and certificate are verified against it. */
  readonly caFile?: string
  /** 60 unless given, as in the field. */
  readonly keepaliveS?: number
  /** 30 unless given. */
  readonly heartbeatIntervalS?: number
  readonly quirks?: readonly ExecutorQuirk[]
  /** With `answer-late`: delay of the finished answer. */
  readonly lateByMs?: number
  /** Form of `timestamp`; naive local ISO unless given, as in the field. */
  readonly timestamps?: 'naive' | 'zoned' | 'epoch'
  /** Form of `uptime` in heartbeats: seconds since boot, or (psutil) the epoch of the boot. */
  readonly uptime?: 'seconds' | 'boot-epoch'
}

/** Returns the fault of the arguments in one sentence; undefined if they are settings. */
export function settingsError(settings: Partial<ExecutorSettings>): string | undefined {
  if (!settings.id || !settings.host || !settings.port) return 'The executor needs id, host and port.'
  const unknown = settings.quirks?.find((quirk) => !executorQuirks.includes(quirk))
  return unknown === undefined ? undefined : `Unknown quirk ${unknown}: one of ${executorQuirks.join(', ')}.`
}

/** Formats a time as Python's `datetime.now().isoformat()` (local, no zone, microseconds), or in the other forms. */
export function timestampOf(timeMs: number, form: ExecutorSettings['timestamps'] = 'naive'): string | number {
  const time = new Date(timeMs)
  if (form === 'epoch') return timeMs / 1000
  if (form === 'zoned') return time.toISOString()
  const local = new Date(timeMs - time.getTimezoneOffset() * 60_000)
  return `${local.toISOString().slice(0, -1)}000`
}
