import { randomBytes } from 'node:crypto'
import type { JoinStep, JoinStepName, JoinView } from '../../../preload/contract/models/devices/joining.ts'
import type { PolicyClass } from '../../../preload/contract/models/safety/signing.ts'
import type { Clock } from '../../shared/clock.ts'
import { JoinFault } from '../failures/join-fault.ts'
import type { Found } from '../look/read-look.ts'
import type { DeviceShell } from '../ssh/root-shell.ts'
import type { AgentSources, DeviceAccess, TrustedOperator } from './agent-files.ts'
import { type InstallPlan, type InstallStep, installSteps } from './install-steps.ts'
import { makePlan, ON_DEVICE_UNDO, undoLines } from './make-plan.ts'
import { runStep } from './run-step.ts'
import { type StepProgress, stepViews } from './step-views.ts'

const UNDO_TIMEOUT_MS = 5 * 60_000

type Brought = NonNullable<JoinView['canUndo']>

/** What the installation tells while it runs. */
interface InstallPorts {
  /** The agent is about to start. */
  readonly onStart: () => void
  /** Keeps the public key (PEM) that the device made; returns its id, null where it is none. */
  readonly keepKey: (pem: string) => string | null
}

/** The agent on its way onto one device: the plan, how far its steps are, what they brought, and how that goes again. */
export class Installation {
  readonly #now: Clock
  readonly #onChanged: () => void
  /** On the device, for files on their way; with a name that nobody can guess. */
  readonly #folder = `/tmp/waypost-join-${randomBytes(8).toString('hex')}`
  readonly #progress = new Map<JoinStepName, StepProgress>()
  #plan: InstallPlan | null = null
  #steps: readonly InstallStep[] = []
  #brought: Brought | null = null

  constructor(now: Clock, onChanged: () => void) {
    this.#now = now
    this.#onChanged = onChanged
  }

  /** What was begun here and can be undone. */
  get brought(): Brought | null {
    return this.#brought
  }

  get isUpgrade(): boolean {
    return this.#plan?.isUpgrade === true
  }

  get undoText(): string {
    return this.#plan?.undo.text ?? ON_DEVICE_UNDO
  }

  views(): readonly JoinStep[] {
    return stepViews(this.#steps, this.#progress)
  }

  /** Plans anew, from a look. Rejects with `JoinFault`. */
  async plan(
    found: Found,
    about: {
      readonly deviceId: string
      readonly operator: TrustedOperator
      readonly sources: AgentSources
      readonly maxClass: PolicyClass
      readonly accessFor: (deviceId: string) => Promise<DeviceAccess>
    },
  ): Promise<void> {
    this.#plan = await makePlan(found, { ...about, folder: this.#folder })
    this.#steps = installSteps(this.#plan)
    this.#progress.clear()
  }

  /** Runs the steps in their order; resolves with the id of the device's key. Rejects with `JoinFault`. */
  async run(shell: DeviceShell, { onStart, keepKey }: InstallPorts): Promise<string> {
    let keyId = ''
    for (const step of this.#steps) {
      if (step.isRoot) this.#brought ??= this.isUpgrade ? 'upgrade' : 'agent'
      if (step.name === 'start') onStart()
      await this.timed(step.name, async () => {
        const output = await runStep(shell, step, this.#folder)
        if (step.name === 'service') keyId = keyOf(output, keepKey)
      })
    }
    return keyId
  }

  /** Times a step. */
  async timed(name: JoinStepName, act: () => Promise<void>): Promise<void> {
    const from = this.#now()
    this.#note(name, 'running', null)
    try {
      await act()
      this.#note(name, 'ok', this.#now() - from)
    } catch (error) {
      this.#note(name, 'failed', this.#now() - from)
      throw error
    }
  }

  /** An agent that was proven is one that an upgrade finds. */
  settle(): void {
    if (this.#brought === 'agent') this.#brought = null
  }

  /** Takes everything away again, or puts back what an upgrade replaced. Rejects with `JoinFault`. */
  async undo(shell: DeviceShell, what: Brought): Promise<void> {
    const lines = undoLines(what, this.#plan, this.#folder)
    const { code, stderr } = await shell.runAsRoot('undo', lines, UNDO_TIMEOUT_MS)
    if (code !== 0) throw new JoinFault('undo', 'undo-failed', stderr)
  }

  /** Nothing of it is left on the device. */
  undone(): void {
    this.#brought = null
    this.#progress.clear()
  }

  #note(name: JoinStepName, state: JoinStep['state'], ms: number | null): void {
    this.#progress.set(name, { state, ms })
    this.#onChanged()
  }
}

function keyOf(output: string, keepKey: InstallPorts['keepKey']): string {
  const pem = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]{1,400}-----END PUBLIC KEY-----/.exec(output)?.[0]
  const id = pem === undefined ? null : keepKey(`${pem}\n`)
  if (id === null) throw new JoinFault('service', 'agent-check', output)
  return id
}
