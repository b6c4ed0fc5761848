import { randomBytes } from 'node:crypto'
import type { JoinFailure, JoinStep, JoinStepName, JoinView } from '../../preload/contract/models/joining.ts'
import { DEVICE_ID } from '../../preload/contract/models/limits.ts'
import { failureWords } from './failures/failure-words.ts'
import { JoinFault } from './failures/join-fault.ts'
import { type InstallPlan, type InstallStep, installSteps } from './install/install-steps.ts'
import { makePlan, ON_DEVICE_UNDO, undoLines } from './install/make-plan.ts'
import { runStep } from './install/run-step.ts'
import { type StepProgress, stepViews } from './install/step-views.ts'
import type { JoinCommon, JoinPorts } from './join-ports.ts'
import { notesOf, obstacleOf } from './look/judge-look.ts'
import { AGENT_ID, lookScript } from './look/look-script.ts'
import { type Found, readLook } from './look/read-look.ts'
import { suggestedId } from './look/suggested-id.ts'
import { prove } from './prove/prove.ts'
import type { HostKey } from './ssh/host-key.ts'
import { DeviceShell } from './ssh/root-shell.ts'
import { openSsh, readHostKey, type SshSession, type SshTarget } from './ssh/ssh-session.ts'

const LOOK_TIMEOUT_MS = 60_000
const UNDO_TIMEOUT_MS = 5 * 60_000

type State = JoinView['state']

/** One device on its way into the fleet: its host key, the look, the plan, the installation, the proof, and back. */
export class Join {
  readonly id: string
  readonly target: SshTarget
  readonly #common: JoinCommon
  readonly #ports: JoinPorts
  readonly #onChanged: () => void
  readonly #abort = new AbortController()
  readonly #startedAt: number
  /** On the device, for files on their way; with a name that nobody can guess. */
  readonly #folder = `/tmp/waypost-join-${randomBytes(8).toString('hex')}`
  #state: State = 'connecting'
  #hostKey: (HostKey & { readonly isChanged: boolean }) | null = null
  #session: SshSession | null = null
  #found: Found | null = null
  #deviceId = ''
  #isIdOnline = false
  #plan: InstallPlan | null = null
  #steps: readonly InstallStep[] = []
  readonly #progress = new Map<JoinStepName, StepProgress>()
  #failure: JoinFailure | null = null
  /** What was begun here and can be undone. */
  #brought: JoinView['canUndo'] = null
  #tookMs: number | null = null

  constructor(id: string, target: SshTarget, common: JoinCommon, ports: JoinPorts, onChanged: () => void) {
    this.id = id
    this.target = target
    this.#common = common
    this.#ports = ports
    this.#onChanged = onChanged
    this.#startedAt = ports.now()
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
    const isBusy = this.#state === 'installing' || this.#state === 'undoing'
    return {
      id: this.id,
      address: host,
      port,
      state: this.#state,
      hostKey: this.#hostKey,
      look: found?.look ?? null,
      lookCommands: lookScript(this.#common.broker).join('\n'),
      deviceId: this.#deviceId,
      isUpgrade: this.#plan?.isUpgrade === true,
      steps: stepViews(this.#steps, this.#progress),
      undo: this.#plan?.undo.text ?? ON_DEVICE_UNDO,
      failure: this.#failure,
      notes: found === null ? [] : notesOf(found, { deviceId: this.#deviceId, isOnline: this.#isIdOnline }),
      canUndo: isBusy ? null : (this.#brought ?? (found?.look.agentVersion != null ? 'agent' : null)),
      tookMs: this.#tookMs,
    }
  }

  /** Asks for the host key; goes on by itself where it is the one that was confirmed before. Never rejects. */
  async connect(): Promise<void> {
    await this.#guarded('connecting', async () => {
      const key = await readHostKey({ target: this.target, signal: this.#abort.signal })
      const known = this.#ports.hostKeys.find(this.target)
      this.#hostKey = { ...key, isChanged: known !== null && known !== key.fingerprint }
      if (known === key.fingerprint) await this.#look()
      else if (known === null) this.#become('host-key')
      else {
        this.#fail(new JoinFault('host-key', 'host-key-changed', `${known} → ${key.fingerprint}`))
        this.#become('host-key')
      }
    })
  }

  /** The operator compared the fingerprint. Never rejects. */
  async confirmHostKey(): Promise<void> {
    const key = this.#hostKey
    if (key === null || this.#state !== 'host-key') return
    await this.#guarded('looking', async () => {
      this.#ports.hostKeys.keep(this.target, key.fingerprint)
      this.#hostKey = { ...key, isChanged: false }
      await this.#look()
    })
  }

  /** Looks again, after something was mended. Never rejects. */
  async lookAgain(): Promise<void> {
    if (this.#state === 'installing' || this.#state === 'undoing') return
    // An agent that was proven is one that an upgrade finds.
    if (this.#state === 'proven' && this.#brought === 'agent') this.#brought = null
    if (this.#hostKey === null || this.#hostKey.isChanged) return this.connect()
    await this.#guarded('looking', () => this.#look())
  }

  /** Takes the id that the operator wants, and plans anew. Never rejects. */
  async rename(deviceId: string): Promise<void> {
    if (this.#found === null || this.#brought !== null || this.#state === 'installing' || this.#state === 'undoing')
      return
    await this.#guarded('looking', () => this.#makePlan(deviceId))
  }

  /** Does what the plan says, then proves it. Never rejects. */
  async install(): Promise<void> {
    if (this.#state !== 'ready') return
    await this.#guarded('installing', async () => {
      const keyId = await this.#withShell((shell) => this.#runSteps(shell))
      await this.#timed('prove', () => prove(this.#ref(), keyId, this.#ports.proof))
      this.#tookMs = this.#ports.now() - this.#startedAt
      this.#become('proven')
    })
  }

  /** Takes everything away again. Never rejects. */
  async undo(): Promise<void> {
    const { canUndo } = this.view()
    if (canUndo === null) return
    await this.#guarded('undoing', async () => {
      const lines = undoLines(canUndo, this.#plan, this.#folder)
      const { code, stderr } = await this.#withShell((shell) => shell.runAsRoot('undo', lines, UNDO_TIMEOUT_MS))
      if (code !== 0) throw new JoinFault('undo', 'undo-failed', stderr)
      if (canUndo === 'agent') this.#ports.keepDeviceKey(this.#ref(), null)
      this.#brought = null
      this.#found = null
      this.#progress.clear()
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
    this.#abort.abort()
    this.#session?.close()
  }

  async #look(): Promise<void> {
    this.#become('looking')
    await this.#withShell((shell) => this.#lookBy(shell))
    await this.#makePlan(this.#deviceId)
  }

  async #lookBy(shell: DeviceShell): Promise<void> {
    const before = this.#ports.now()
    const { stdout } = await shell.run('look', lookScript(this.#common.broker), LOOK_TIMEOUT_MS)
    const found = readLook(stdout, (before + this.#ports.now()) / 2)
    if (found === null) throw new JoinFault('look', 'look-unreadable', stdout.slice(0, 200))
    this.#found = found
    shell.rights = found.rights
    const isTls = this.#common.broker.isTls
    const obstacle = obstacleOf(found, { isTls, hasSudoPassword: shell.hasSudoPassword })
    if (obstacle !== null) throw obstacle
    // Tried now, so that a wrong password is told before anything is changed.
    const { stdout: agentId } = await shell.runAsRoot('sudo', AGENT_ID, LOOK_TIMEOUT_MS)
    const agentDeviceId = DEVICE_ID.test(agentId.trim()) ? agentId.trim() : null
    this.#found = { ...found, look: { ...found.look, agentDeviceId } }
    this.#deviceId ||= agentDeviceId ?? suggestedId(found, { host: this.target.host, ...this.#common })
  }

  /** Runs the steps in their order; resolves with the id of the device's key. */
  async #runSteps(shell: DeviceShell): Promise<string> {
    let keyId = ''
    for (const step of this.#steps) {
      if (step.isRoot) this.#brought ??= this.#plan?.isUpgrade === true ? 'upgrade' : 'agent'
      if (step.name === 'start') this.#ports.proof.forgetStart(this.#ref())
      await this.#timed(step.name, async () => {
        const output = await runStep(shell, step, this.#folder)
        if (step.name === 'service') keyId = this.#keepKey(output)
      })
    }
    return keyId
  }

  async #makePlan(deviceId: string): Promise<void> {
    const found = this.#found
    if (found === null) return
    this.#deviceId = deviceId
    this.#isIdOnline = this.#ports.isOnline(this.#ref())
    if (!DEVICE_ID.test(deviceId)) throw new JoinFault('look', 'id-invalid', deviceId)
    const operator = await this.#ports.operator()
    const sources = await this.#ports.sources()
    const { accessFor } = this.#common
    this.#plan = await makePlan(found, { folder: this.#folder, deviceId, operator, sources, accessFor })
    this.#steps = installSteps(this.#plan)
    this.#progress.clear()
    this.#become('ready')
  }

  #keepKey(output: string): string {
    const pem = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]{1,400}-----END PUBLIC KEY-----/.exec(output)?.[0]
    const id = pem === undefined ? null : this.#ports.keepDeviceKey(this.#ref(), `${pem}\n`)
    if (id === null) throw new JoinFault('service', 'agent-check', output)
    return id
  }

  /** Logs in for one act and leaves afterwards, because an idle connection may be dead by the next one. */
  async #withShell<T>(act: (shell: DeviceShell) => Promise<T>): Promise<T> {
    const { login, sudoPassword } = this.#common
    const options = { target: this.target, signal: this.#abort.signal }
    const session = await openSsh(options, login, this.#hostKey?.fingerprint ?? '')
    this.#session = session
    const shell = new DeviceShell(session, sudoPassword ?? login.password)
    shell.rights = this.#found?.rights ?? 'none'
    try {
      return await act(shell)
    } finally {
      session.close()
      this.#session = null
    }
  }

  #ref() {
    return { connectionId: this.#common.connectionId, deviceId: this.#deviceId }
  }

  async #timed(name: JoinStepName, act: () => Promise<void>): Promise<void> {
    const from = this.#ports.now()
    this.#note(name, 'running', null)
    try {
      await act()
      this.#note(name, 'ok', this.#ports.now() - from)
    } catch (error) {
      this.#note(name, 'failed', this.#ports.now() - from)
      throw error
    }
  }

  #note(name: JoinStepName, state: JoinStep['state'], ms: number | null): void {
    this.#progress.set(name, { state, ms })
    this.#onChanged()
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
      if (this.#abort.signal.aborted) return
      this.#fail(error)
      this.#become('failed')
    }
  }

  #fail(error: unknown): void {
    const fault =
      error instanceof JoinFault ? error : new JoinFault('look', 'step-failed', String(error), { cause: error })
    if (fault !== error) this.#ports.log.error('a device could not be added', error)
    const { host, port } = this.target
    const { broker } = this.#common
    const facts = { address: port === 22 ? host : `${host}:${port}`, broker: `${broker.host}:${broker.port}` }
    const { stage, reason, detail } = fault
    this.#failure = { stage, cause: reason, ...failureWords(reason, facts), detail: this.#ports.plain(detail) }
  }
}
