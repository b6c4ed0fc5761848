import type { LogLine } from './line-forms.ts'

/** What a service manager shows of the broker, where somebody took that for its log. */
export interface ServiceStatus {
  /** Name of the unit, service or container. */
  readonly unit: string
  /** In the words of the manager. */
  readonly state: string
  readonly isRunning: boolean
  /** The line with the state. */
  readonly raw: string
}

const BROKER = /mosquitto|mqtt|emqx|hivemq|vernemq|nanomq|rabbitmq/i
const UNIT = /^\W{0,4}(\S{1,100}\.service)(?: - .*)?$/
const ACTIVE = /^\s{0,20}Active: ([a-z-]{1,20} \([\w -]{1,40}\))/
/** `sc query` of Windows. */
const WINDOWS_NAME = /^SERVICE_NAME: (\S{1,100})\s*$/
const WINDOWS_STATE = /^\s{0,20}STATE\s{1,20}: \d{1,2}\s{1,4}([A-Z_]{1,30})/
/** `Get-Service` of PowerShell, and `rc-service`, `service` of other systems. */
const TABLE_STATE = /^(Running|Stopped|Paused)\s{1,20}(\S{1,100})\s/
const SAID_STATE = /^\s{0,4}(?:\* )?(?:status: (started|stopped|crashed)|(\S{1,60}) is (running|not running|stopped)\b)/
/** `docker ps`: columns apart by two spaces and more, the state before the ports, the name last. */
const CONTAINER_HEAD = /^CONTAINER ID\s{1,40}IMAGE\s/
const CONTAINER_STATE = /^(?:Up|Exited|Restarting|Created|Paused|Dead)\b/

/** The status that a text consists of; null where it is something else. */
export function serviceStatusIn(lines: readonly LogLine[]): ServiceStatus | null {
  const raws = lines.slice(0, 200).map(({ raw }) => raw.trimEnd())
  return unitStatus(raws) ?? windowsStatus(raws) ?? containerStatus(raws) ?? saidStatus(raws)
}

function unitStatus(raws: readonly string[]): ServiceStatus | null {
  const at = raws.findIndex((raw) => ACTIVE.test(raw))
  const state = ACTIVE.exec(raws[at] ?? '')?.[1]
  const units = raws.slice(0, Math.max(at, 0)).flatMap((raw) => UNIT.exec(raw)?.[1] ?? [])
  const unit = units.at(-1) ?? ''
  if (state === undefined || !BROKER.test(unit)) return null
  return { unit: unit.replace(/\.service$/, ''), state, isRunning: state === 'active (running)', raw: raws[at] ?? '' }
}

function windowsStatus(raws: readonly string[]): ServiceStatus | null {
  const unit = raws.flatMap((raw) => WINDOWS_NAME.exec(raw)?.[1] ?? []).find((name) => BROKER.test(name))
  const raw = raws.find((one) => WINDOWS_STATE.test(one))
  const state = WINDOWS_STATE.exec(raw ?? '')?.[1]
  if (unit !== undefined && raw !== undefined && state !== undefined)
    return { unit, state, isRunning: state === 'RUNNING', raw }
  for (const one of raws) {
    const [, shown = '', name = ''] = TABLE_STATE.exec(one) ?? []
    if (shown !== '' && BROKER.test(name)) return { unit: name, state: shown, isRunning: shown === 'Running', raw: one }
  }
  return null
}

function containerStatus(raws: readonly string[]): ServiceStatus | null {
  const head = raws.findIndex((raw) => CONTAINER_HEAD.test(raw))
  if (head < 0) return null
  for (const raw of raws.slice(head + 1)) {
    const columns = raw.split(/ {2,}/)
    const at = columns.findIndex((column) => CONTAINER_STATE.test(column))
    const state = columns[at]
    if (state === undefined || !BROKER.test(raw)) continue
    const name = at < columns.length - 1 ? columns.at(-1) : undefined
    return { unit: name ?? 'mosquitto', state, isRunning: state.startsWith('Up'), raw }
  }
  return null
}

function saidStatus(raws: readonly string[]): ServiceStatus | null {
  const said = raws.filter((raw) => raw.trim() !== '')
  if (said.length === 0 || said.length > 3) return null
  for (const raw of said) {
    const [, openRc, name = '', plain] = SAID_STATE.exec(raw) ?? []
    const state = openRc ?? plain
    const isOfBroker = openRc === undefined ? BROKER.test(name) : said.every((one) => SAID_STATE.test(one))
    if (state !== undefined && isOfBroker)
      return { unit: name || 'mosquitto', state, isRunning: state === 'started' || state === 'running', raw }
  }
  return null
}
