import { AppError } from '../../preload/contract/errors.ts'
import { JOIN_MAX, type JoiningView, type ScanView } from '../../preload/contract/models/devices/joining.ts'
import { SerialQueue } from '../shared/serial-queue.ts'
import { Throttle } from '../shared/throttle.ts'
import type { Timers } from '../shared/timers.ts'
import { Join } from './join.ts'
import type { JoinCommon, JoinPorts } from './join-ports.ts'
import { type ScanNetwork, scanNetwork } from './scan.ts'
import type { SshTarget } from './ssh/ssh-session.ts'

const TENTH_MS = 100
const NO_SCAN: ScanView = { isRunning: false, tried: 0, total: 0, hosts: [] }
/** States in which something is under way on the device. */
const BUSY = new Set(['installing', 'undoing'])

export interface JoinsDeps extends JoinPorts {
  readonly newId: () => string
  readonly timers: Timers
  readonly networks: () => readonly ScanNetwork[]
  /** True for an id of the fleet. */
  readonly isKnown: (connectionId: string, deviceId: string) => boolean
  /** At most ten times a second. */
  readonly onChanged: (view: JoiningView) => void
}

/** All devices that are being added, each on its own way; their logins are held here and nowhere else. */
export class Joins {
  readonly #deps: JoinsDeps
  readonly #change: Throttle
  readonly #operatorQueue = new SerialQueue()
  #joins: readonly Join[] = []
  #scan: ScanView = NO_SCAN
  #scanAbort: AbortController | null = null

  constructor(deps: JoinsDeps) {
    this.#deps = deps
    this.#change = new Throttle(deps.timers, TENTH_MS, () => deps.onChanged(this.view()))
  }

  view(): JoiningView {
    return { devices: this.#joins.map((join) => join.view()), scan: this.#scan }
  }

  /** Connects to each address once; what is under way from before stays. Throws `INVALID_INPUT` above the limit. */
  connect(targets: readonly SshTarget[], common: Omit<JoinCommon, 'isTaken'>): JoiningView {
    const kept = this.#joins.filter(({ state }) => BUSY.has(state))
    const isKept = ({ host, port }: SshTarget) =>
      kept.some(({ target }) => target.host === host && target.port === port)
    const wanted = targets.filter((target) => !isKept(target))
    if (kept.length + wanted.length > JOIN_MAX) throw new AppError('INVALID_INPUT', { field: 'addresses' })
    for (const join of this.#joins) if (!kept.includes(join)) join.dispose()
    const { newId, isKnown } = this.#deps
    // Made one after the other, because two at once would each make a key.
    const ports = { ...this.#deps, operator: () => this.#operatorQueue.add(() => this.#deps.operator()) }
    const isTaken = (deviceId: string) =>
      isKnown(common.connectionId, deviceId) || this.#joins.some((join) => join.deviceId === deviceId)
    const added = wanted.map(
      (target) => new Join(newId(), target, { ...common, isTaken }, ports, () => this.#change.mark()),
    )
    this.#joins = [...kept, ...added]
    for (const join of added) void join.connect()
    return this.view()
  }

  confirmHostKeys(ids: readonly string[]): JoiningView {
    return this.#each(ids, (join) => join.confirmHostKey())
  }

  lookAgain(ids: readonly string[]): JoiningView {
    return this.#each(ids, (join) => join.lookAgain())
  }

  rename(id: string, deviceId: string): JoiningView {
    return this.#each([id], (join) => join.rename(deviceId))
  }

  /** Installs what is ready. Of two devices with one id the second is refused, also while the first is under way. */
  install(ids: readonly string[]): JoiningView {
    const isUnderWay = ({ state }: Join) => BUSY.has(state) || state === 'proven'
    const taken = new Set(this.#joins.filter(isUnderWay).map(({ deviceId }) => deviceId))
    return this.#each(ids, async (join) => {
      if (join.state === 'ready' && taken.has(join.deviceId)) return join.refuseId()
      taken.add(join.deviceId)
      await join.install()
    })
  }

  undo(ids: readonly string[]): JoiningView {
    return this.#each(ids, (join) => join.undo())
  }

  /** Looks for SSH servers in one of this computer's networks. Throws `NOT_FOUND` for any other. */
  startScan(name: string): JoiningView {
    const network = this.#deps.networks().find((one) => one.name === name)
    if (network === undefined) throw new AppError('NOT_FOUND', { what: name })
    this.stopScan()
    const abort = new AbortController()
    this.#scanAbort = abort
    this.#scan = { ...NO_SCAN, isRunning: true, total: network.count }
    void scanNetwork(network, abort.signal, (view) => {
      if (this.#scanAbort !== abort) return
      this.#scan = view
      this.#change.mark()
    })
    return this.view()
  }

  stopScan(): JoiningView {
    this.#scanAbort?.abort()
    this.#scanAbort = null
    this.#scan = { ...this.#scan, isRunning: false }
    return this.view()
  }

  /** Forgets logins and lines, but for those where something is under way on the device. */
  close(): JoiningView {
    this.stopScan()
    this.#scan = NO_SCAN
    for (const join of this.#joins) if (!BUSY.has(join.state)) join.dispose()
    this.#joins = this.#joins.filter(({ state }) => BUSY.has(state))
    return this.view()
  }

  dispose(): void {
    this.stopScan()
    for (const join of this.#joins) join.dispose()
    this.#joins = []
    this.#change.dispose()
  }

  #each(ids: readonly string[], act: (join: Join) => Promise<void>): JoiningView {
    for (const join of this.#joins) if (ids.includes(join.id)) void act(join)
    return this.view()
  }
}
