import type { Commands } from '../../../../main/commands/create-commands.ts'
import type { DeviceAck, DeviceOutput, DeviceResult, OversizedResult } from '../../../../main/shared/exchange.ts'
import type {
  CommandRecord,
  Judgement,
  Proposal,
  Run,
  TextOrigin,
  Turn,
} from '../../../../preload/contract/models/commands/command.ts'
import type { RolloutAct, RunChoice } from '../../../../preload/contract/models/commands/rollout.ts'
import type { InFlight } from '../../../../preload/contract/models/devices/device.ts'

/** The operator at the commands domain: acts on its services, and answers with the turn as the window would show it. */
export class ConsoleDriver {
  readonly #commands: () => Commands
  readonly #busy: ReadonlyMap<string, InFlight>

  constructor(commands: () => Commands, busy: ReadonlyMap<string, InFlight>) {
    this.#commands = commands
    this.#busy = busy
  }

  get unasked() {
    return this.#commands().unasked
  }

  turns(before: number | null, limit: number): readonly Turn[] {
    return this.#commands().turns.page(before, limit)
  }

  /** Commands of a run of any length. */
  commandsOf(turnId: string): readonly CommandRecord[] {
    return this.#commands().folding.run(turnId).commands
  }

  turn(turnId: string): Turn {
    const turn = this.turns(null, 200).find(({ id }) => id === turnId)
    if (turn === undefined) throw new Error('no such turn')
    return turn
  }

  ask(deviceIds: readonly string[], text: string, origin?: TextOrigin, via?: 'phrasebook'): Turn {
    return this.turn(this.#commands().turns.ask(deviceIds, text, origin, via))
  }

  cancelAsk(turnId: string): void {
    this.#commands().assistance.requests.cancel(turnId)
  }

  type(deviceIds: readonly string[], command: string, timeoutS: number, origin?: TextOrigin): Turn {
    return this.turn(this.#commands().turns.type(deviceIds, command, timeoutS, origin))
  }

  choose(turnId: string, index: number): Turn {
    this.#commands().proposals.choose(turnId, index)
    return this.turn(turnId)
  }

  judge(proposalId: string, command: string): Judgement {
    return this.#commands().proposals.judge(proposalId, command)
  }

  revise(proposalId: string, command: string, timeoutS: number): Proposal {
    return this.#commands().proposals.revise(proposalId, command, timeoutS)
  }

  approve(proposalId: string, confirmation: string | null, choice?: RunChoice): Promise<Run> {
    return this.#commands().approvals.approve(proposalId, confirmation, choice)
  }

  steer(turnId: string, act: RolloutAct): Promise<void> {
    return this.#commands().steer(turnId, act)
  }

  reject(proposalId: string): void {
    this.#commands().assistance.investigations.onRejected(this.#commands().proposals.reject(proposalId))
  }

  cancelCommand(commandId: string): Promise<void> {
    return this.#commands().runs.cancel(commandId)
  }

  outputText(commandId: string): string {
    return this.#commands().runs.outputText(commandId)
  }

  explain(turnId: string): Turn {
    this.#commands().assistance.explanations.explain(turnId)
    return this.turn(turnId)
  }

  async summarise(turnId: string): Promise<Turn> {
    await this.#commands().assistance.explanations.summarise(turnId)
    return this.turn(turnId)
  }

  cancelNotes(turnId: string): void {
    this.#commands().assistance.explanations.cancel(turnId)
  }

  sent(turnId: string) {
    return this.#commands().assistance.explanations.sent(turnId)
  }

  fix(turnId: string): Turn {
    return this.turn(this.#commands().turns.fix(turnId))
  }

  investigate(deviceIds: readonly string[], question: string, origin?: TextOrigin): Turn {
    return this.turn(this.#commands().assistance.investigations.start(deviceIds, question, origin))
  }

  stopInvestigation(turnId: string): void {
    this.#commands().assistance.investigations.stop(turnId)
  }

  onOversized(connectionId: string, result: OversizedResult): void {
    this.#commands().runs.answers.onOversized(connectionId, result)
  }

  onResult(connectionId: string, result: DeviceResult) {
    return this.#commands().runs.answers.onResult(connectionId, result)
  }

  onAck(connectionId: string, ack: DeviceAck): void {
    this.#commands().runs.answers.onAck(connectionId, ack)
  }

  onOutput(connectionId: string, output: DeviceOutput): void {
    this.#commands().runs.answers.onOutput(connectionId, output)
  }

  onConnectionLost(connectionId: string): void {
    this.#commands().onConnectionLost(connectionId)
  }

  onConnectionLeft(connectionId: string): void {
    this.#commands().onConnectionLeft(connectionId)
  }

  /** The command that the registry was told of last, and not told the end of. */
  inFlight(connectionId: string, deviceId: string): InFlight | null {
    return this.#busy.get(`${connectionId}/${deviceId}`) ?? null
  }

  dispose(): Promise<void> {
    return this.#commands().dispose()
  }
}
