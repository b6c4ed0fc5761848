import type { JoinFailure, JoinView } from '../../preload/contract/models/devices/joining.ts'
import { DEVICE_ID } from '../../preload/contract/models/limits.ts'
import { JoinFault, joinFailure } from './failures/join-fault.ts'
import { Installation } from './install/installation.ts'
import type { JoinCommon, JoinPorts } from './join-ports.ts'
import { notesOf } from './look/judge-look.ts'
import { lookAsRoot, lookAt } from './look/look.ts'
import { lookScript } from './look/look-script.ts'
import type { Found } from './look/read-look.ts'
import { suggestedId } from './look/suggested-id.ts'
import { prove } from './prove/prove.ts'
import type { DeviceShell } from './ssh/root-shell.ts'
import { SshAccess } from './ssh/ssh-access.ts'
import type { SshTarget } from './ssh/ssh-session.ts'

type State = JoinView['state']

/** One device on its way into the fleet: its host key, the look, the plan, the installation, the proof, and back. */
export class Join {
  readonly id: string
  readonly target: SshTarget
  readonly #common: JoinCommon
  readonly #ports: JoinPorts
  readonly #onChanged: () => void
  readonly #access: SshAccess
  readonly #startedAt: number
  readonly #installation: Installation
  #state: State = 'connecting'
  #found: Found | null = null
  #deviceId = ''
  #isIdOnline = false
  #failure: JoinFailure | null = null
  #tookMs: number | null = null

  constructor(id: string, target: SshTarget, common: JoinCommon, ports: JoinPorts, onChanged: () => void) {
    this.id = id
    this.target = target
    this.#common = common
    this.#ports = ports
    this.#onChanged = onChanged
    this.#startedAt = ports.now()
    this.#installation = new Installation(ports.now, onChanged)
    const { login, sudoPassword } = common
    this.#access = new SshAccess({ target, login, sudoPassword, hostKeys: ports.hostKeys })
  }

  get state(): State {
    return this.#state
  }

  get deviceId(): string {
    return this.#deviceId
  }

  view(): JoinView {
    const { host, port } = this.target
    const found = this.#found
    return {
      id: this.id,
      address: host,
      port,
      state: this.#state,
      hostKey: this.#access.hostKey,
      look: found?.look ?? null,
      lookCommands: lookScript(this.#common.broker).join('\n'),
      deviceId: this.#deviceId,
      isUpgrade: this.#installation.isUpgrade,
      steps: this.#installation.views(),
      undo: this.#installation.undoText,
      failure: this.#failure,
      notes: found === null ? [] : notesOf(found, { deviceId: this.#deviceId, isOnline: this.#isIdOnline }),
      canUndo: this.#isBusy
        ? null
        : (this.#installation.brought ?? (found?.look.agentVersion != null ? 'agent' : null)),
      tookMs: this.#tookMs,
    }
  }

  /** Asks for the host key; goes on by itself where it is the one that was confirmed before. Never rejects. */
  async connect(): Promise<void> {
    await this.#guarded('connecting', async () => {
      if (await this.#access.isKnown()) return this.#look()
      const changed = this.#access.changedKey()
      if (changed !== null) this.#fail(changed)
      this.#become('host-key')
    })
  }

  /** The operator compared the fingerprint. Never rejects. */
  async confirmHostKey(): Promise<void> {
    if (this.#access.hostKey === null || this.#state !== 'host-key') return
    await this.#guarded('looking', async () => {
      this.#access.confirm()
      await this.#look()
    })
  }

  /** Looks again, after something was mended. Never rejects. */
  async lookAgain(): Promise<void> {
    if (this.#isBusy) return
    if (this.#state === 'proven') this.#installation.settle()
    if (this.#access.hostKey === null || this.#access.hostKey.isChanged) return this.connect()
    await this.#guarded('looking', () => this.#look())
  }

  /** Takes the id that the operator wants, and plans anew. Never rejects. */
  async rename(deviceId: string): Promise<void> {
    if (this.#found === null || this.#installation.brought !== null || this.#isBusy) return
    await this.#guarded('looking', () => this.#makePlan(deviceId))
  }

  /** Does what the plan says, then proves it. Never rejects. */
  async install(): Promise<void> {
    if (this.#state !== 'ready') return
    await this.#guarded('installing', async () => {
      const ports = {
        onStart: () => this.#ports.proof.forgetStart(this.#ref()),
        keepKey: (pem: string) => this.#ports.keepDeviceKey(this.#ref(), pem),
      }
      const keyId = await this.#withShell((shell) => this.#installation.run(shell, ports))
      await this.#installation.timed('prove', () => prove(this.#ref(), keyId, this.#ports.proof))
      this.#tookMs = this.#ports.now() - this.#startedAt
      this.#become('proven')
    })
  }

  /** Takes everything away again. Never rejects. */
  async undo(): Promise<void> {
    const { canUndo } = this.view()
    if (canUndo === null) return
    await this.#guarded('undoing', async () => {
      await this.#withShell((shell) => this.#installation.undo(shell, canUndo))
      if (canUndo === 'agent') this.#ports.keepDeviceKey(this.#ref(), null)
      this.#installation.undone()
      this.#found = null
      this.#become('undone')
    })
  }

  /** Refuses an id that another device has. */
  refuseId(): void {
    this.#fail(new JoinFault('look', 'id-taken', this.#deviceId))
    this.#become('failed')
  }

  /** Closes the connection; what was begun on the device goes on there. */
  dispose(): void {
    this.#access.dispose()
  }

  /** The device is being changed. */
  get #isBusy(): boolean {
    return this.#state === 'installing' || this.#state === 'undoing'
  }

  async #look(): Promise<void> {
    this.#become('looking')
    await this.#withShell((shell) => this.#lookBy(shell))
    await this.#makePlan(this.#deviceId)
  }

  async #lookBy(shell: DeviceShell): Promise<void> {
    const { broker } = this.#common
    const found = await lookAt(shell, broker, this.#ports.now)
    this.#found = found
    this.#found = await lookAsRoot(shell, found, broker.isTls)
    this.#deviceId ||= this.#found.look.agentDeviceId ?? suggestedId(found, { host: this.target.host, ...this.#common })
  }

  async #makePlan(deviceId: string): Promise<void> {
    const found = this.#found
    if (found === null) return
    this.#deviceId = deviceId
    this.#isIdOnline = this.#ports.isOnline(this.#ref())
    if (!DEVICE_ID.test(deviceId)) throw new JoinFault('look', 'id-invalid', deviceId)
    const operator = await this.#ports.operator()
    const sources = await this.#ports.sources()
    const { accessFor, maxClass } = this.#common
    await this.#installation.plan(found, { deviceId, operator, sources, maxClass, accessFor })
    this.#become('ready')
  }

  #withShell<T>(act: (shell: DeviceShell) => Promise<T>): Promise<T> {
    return this.#access.withShell(this.#found?.rights ?? 'none', act)
  }

  #ref() {
    return { connectionId: this.#common.connectionId, deviceId: this.#deviceId }
  }

  #become(state: State): void {
    this.#state = state
    this.#onChanged()
  }

  async #guarded(state: State, act: () => Promise<void>): Promise<void> {
    this.#failure = null
    this.#become(state)
    try {
      await act()
    } catch (error) {
      if (this.#access.isDisposed) return
      this.#fail(error)
      this.#become('failed')
    }
  }

  #fail(error: unknown): void {
    const fault =
      error instanceof JoinFault ? error : new JoinFault('look', 'step-failed', String(error), { cause: error })
    if (fault !== error) this.#ports.log.error('a device could not be added', error)
    const { broker } = this.#common
    this.#failure = joinFailure(fault, { target: this.target, broker, plain: this.#ports.plain })
  }
}
