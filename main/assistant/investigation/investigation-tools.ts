import { z } from 'zod'
import { AppError } from '../../../preload/contract/errors.ts'
import type { InvestigationPorts, InvestigationRequest, ReadOutcome } from '../../shared/investigation.ts'
import { type MarkedText, unmarked } from '../../shared/marked-text.ts'
import { SerialQueue } from '../../shared/serial-queue.ts'
import { oneCommand } from '../answers/answer-parser.ts'
import { type ResultItem, ToolResults } from './tool-results.ts'

const nothing = z.strictObject({})
const read = z.strictObject({
  command: z.string().trim().min(1).max(4096).describe('One shell command that only reads.'),
  reason: z.string().trim().min(1).max(600).describe('For the operator: what the command shows and why it is needed.'),
  timeout_s: z.number().int().min(1).max(3600).nullish().describe('Seconds that the command may take.'),
})

/** Tools of the planning model, by name. `propose_read` alone leads to a device, through a card and the operator. */
export const TOOLS = {
  device_facts: { schema: nothing, description: 'Which devices are asked: presence and shell of each.' },
  readings: { schema: nothing, description: 'The latest readings of the devices: CPU, memory, disk, sensors.' },
  past_commands: { schema: nothing, description: 'Commands of before on these devices, and the end of their output.' },
  broker_log_findings: { schema: nothing, description: 'Causes of trouble that the log of the MQTT broker names.' },
  propose_read: {
    schema: read,
    description:
      'Proposes one shell command that only reads. A person approves or rejects it; then it runs on all the devices, and its output is returned.',
  },
} as const

type ToolName = keyof typeof TOOLS

/** A call as it may run: a known tool with arguments of its shape. */
export type ToolCall =
  | { readonly name: Exclude<ToolName, 'propose_read'>; readonly args: Record<string, never> }
  | { readonly name: 'propose_read'; readonly args: z.infer<typeof read> }

const MAX_DEVICES = 50
const MAX_SENSORS = 100
const MAX_FINDINGS = 20
const NONE_LEFT = 'No commands are left. Give the finding from what is known.'

/** Carries out the calls of one investigation; what they return goes into `results`. */
export class InvestigationTools {
  readonly results = new ToolResults()
  readonly #request: InvestigationRequest
  readonly #ports: InvestigationPorts
  readonly #model: string
  readonly #proposals = new SerialQueue()
  readonly #proposed = new Set<string>()
  #opened = 0

  constructor(request: InvestigationRequest, ports: InvestigationPorts, model: string) {
    this.#request = request
    this.#model = model
    this.#ports = ports
  }

  /** Commands that may still be proposed; one that was refused before anybody saw it does not count. */
  get readsLeft(): number {
    return this.#request.maxReads - this.#opened
  }

  /** Any text that entered the investigation so far may have shaped what the model says now. */
  get isFromDeviceOutput(): boolean {
    return this.#request.question.isFromDeviceOutput || this.results.isFromDeviceOutput
  }

  /** Rejects with what the port of a proposal rejects with. */
  async run(callId: string, call: ToolCall): Promise<void> {
    if (call.name !== 'propose_read') {
      this.results.replace(callId, call.name, await this.#look(call.name))
      return
    }
    // One card after the other, because the results of one decide whether the next is of use.
    await this.#proposals.add(async () => {
      this.results.add(callId, call.name, await this.#propose(call.args))
    })
  }

  async #look(tool: Exclude<ToolName, 'propose_read'>): Promise<readonly ResultItem[]> {
    const ports = this.#ports
    if (tool === 'device_facts') {
      return ports
        .facts()
        .slice(0, MAX_DEVICES)
        .map(({ deviceId, presence, shell }) => ({
          facts: { device: unmarked(deviceId), presence: unmarked(presence), shell: shell && unmarked(shell) },
        }))
    }
    if (tool === 'readings') {
      return ports
        .readings()
        .slice(0, MAX_DEVICES)
        .map(({ deviceId, metrics, sensors }) => ({
          facts: {
            device: unmarked(deviceId),
            metrics: { ...metrics },
            sensors: sensors.slice(0, MAX_SENSORS).map(({ name, value }) => ({ name, value })),
          },
        }))
    }
    if (tool === 'past_commands') {
      return ports.pastCommands().map(({ request, command, outcome, output }) => ({
        facts: { request, command, outcome: outcome === null ? null : unmarked(outcome) },
        output,
      }))
    }
    const findings = await ports.brokerLogFindings()
    if (findings === null) return [said('No log of the broker is being read.')]
    return findings.slice(0, MAX_FINDINGS).map(({ message, fix, line, count }) => ({
      facts: { message, fix, line, count },
    }))
  }

  async #propose({ command: text, reason, timeout_s }: z.infer<typeof read>): Promise<readonly ResultItem[]> {
    let command: string
    try {
      command = oneCommand(text)
    } catch (error) {
      if (error instanceof AppError) return [said('Refused: one command in one line, nothing else.')]
      throw error
    }
    if (this.#proposed.has(command)) return [said('Refused: this command was proposed before.')]
    if (this.readsLeft <= 0) return [said(NONE_LEFT)]
    this.#proposed.add(command)
    const outcome = await this.#ports.proposeRead({
      model: this.#model,
      command: this.#written(command),
      reason: this.#written(reason),
      timeoutS: timeout_s ?? null,
    })
    if (outcome.kind !== 'refused') this.#opened++
    return [...itemsOf(outcome), said(this.readsLeft > 0 ? `Commands left: ${this.readsLeft}.` : NONE_LEFT)]
  }

  #written(text: string): MarkedText {
    return { text, isFromDeviceOutput: this.isFromDeviceOutput }
  }
}

/** The call as it may run; null where there is no such tool, or where its arguments are of another shape. */
export function readCall(name: string, args: unknown): ToolCall | null {
  if (name === 'propose_read') {
    const parsed = read.safeParse(args)
    return parsed.success ? { name, args: parsed.data } : null
  }
  if (!isLook(name) || !nothing.safeParse(args).success) return null
  return { name, args: {} }
}

function isLook(name: string): name is Exclude<ToolName, 'propose_read'> {
  return name !== 'propose_read' && Object.hasOwn(TOOLS, name)
}

function itemsOf(outcome: ReadOutcome): readonly ResultItem[] {
  if (outcome.kind === 'rejected') return [said('The operator rejected this command. Do not propose it again.')]
  if (outcome.kind === 'refused') {
    const reasons = outcome.reasons.map(({ en }) => unmarked(en))
    const words = `Not proposed: only commands of class "read" are, this one is "${outcome.class}".`
    return [{ facts: { refused: unmarked(words), reasons } }]
  }
  const groups = outcome.groups.map(({ deviceIds, deviceCount, state, exitCode, output }) => ({
    facts: {
      devices: deviceIds.map(unmarked),
      device_count: deviceCount,
      state: unmarked(state),
      exit_code: exitCode,
    },
    output,
  }))
  return [{ facts: { command: outcome.command, devices_left_out: outcome.otherDevices } }, ...groups]
}

function said(words: string): ResultItem {
  return { facts: { note: unmarked(words) } }
}
