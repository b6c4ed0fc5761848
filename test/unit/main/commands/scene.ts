import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { readDraft } from '../../../../main/assistant/answers/streamed-draft.ts'
import { aftermathOf } from '../../../../main/assistant/formatters/aftermath.ts'
import { readFailure } from '../../../../main/assistant/formatters/failure.ts'
import { readAnswer } from '../../../../main/assistant/formatters/read-answer.ts'
import {
  type RunInvestigation,
  SteppedInvestigation,
} from '../../../../main/assistant/investigation/stepped-investigation.ts'
import { buildPrompt } from '../../../../main/assistant/prompts/prompt.ts'
import { type Commands, createCommands } from '../../../../main/commands/create-commands.ts'
import type { CommandLink, TargetDevice } from '../../../../main/commands/ports.ts'
import { encodeCancel, encodeCommand } from '../../../../main/devices/wire/encode.ts'
import { SCHEMA } from '../../../../main/platform/database/schema.ts'
import type { ApprovedEntry, EventEntry } from '../../../../main/safety/audit/audit-record.ts'
import { sanitise } from '../../../../main/safety/text/sanitiser.ts'
import type {
  Assistance,
  AssistantAnswer,
  AssistantOutcome,
  AssistantRequest,
  QuestionOptions,
} from '../../../../main/shared/assistance.ts'
import type { DeviceResult, PublishOutcome } from '../../../../main/shared/exchange.ts'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { CommandRecord, Run, Turn } from '../../../../preload/contract/models/commands/command.ts'
import type { InFlight } from '../../../../preload/contract/models/devices/device.ts'
import type { Classification } from '../../../../preload/contract/models/safety/safety.ts'
import { ConsoleDriver } from './console-driver.ts'
import { ManualTime } from './manual-time.ts'

export const SITE = 'site-a'
/** What the operator wrote in the field. */
export const TYPED = { kind: 'typed' } as const

interface Published {
  readonly topic: string
  readonly payload: { readonly command_id: string; readonly command: string; readonly timeout: number }
  readonly options: Readonly<Record<string, unknown>>
}

/** The commands domain whole, on a real database file, with everything around it played by the test. */
export class ConsoleScene {
  readonly folder = mkdtempSync(join(tmpdir(), 'waypost-console-'))
  readonly time = new ManualTime(1_700_000_000_000)
  /** What happened, in order: `audit approved`, `publish rpi_001`, `audit sent`, … */
  readonly events: string[] = []
  readonly published: Published[] = []
  readonly audited: (ApprovedEntry | EventEntry)[] = []
  readonly targets = new Map<string, TargetDevice>()
  /** By command, or by `cmd: command` for one shell alone. */
  readonly classes = new Map<string, Partial<Classification>>()
  readonly changed: Turn[][] = []
  readonly ran: Run[][] = []
  readonly streamed: string[] = []
  readonly asked: AssistantRequest[] = []
  active: ReturnType<CommandLink['active']> = { connectionId: SITE, isConnected: true }
  classifierError: Error | null = null
  tableVersion = 't1'
  cut = 0
  readonly safety: boolean[] = []
  auditError: Error | null = null
  /** Records of what happened cannot be written. */
  isAuditBehind = false
  /** Writes an approval to an audit of the test's own, before it counts. */
  appendApproved: (entry: ApprovedEntry) => Promise<void> = async () => undefined
  /** Called by each publish of a command; by default the broker acknowledges. */
  answer: (topic: string) => Promise<PublishOutcome> = async () => ({ kind: 'acknowledged' })
  /** Resolves when it is known that the connection outlived a sleep. */
  certain: () => Promise<void> | null = () => null
  /** Resolves when the broker's limit leaves room. */
  takeTurn: () => Promise<void> | null = () => null
  /** What the model answers; with a mark where the whole assistant is asked. */
  ask: (request: AssistantRequest, options: QuestionOptions) => Promise<AssistantAnswer | AssistantOutcome> = () =>
    new Promise(() => undefined)
  /** Of a model that calls no tools, unless a test says otherwise. */
  investigate: RunInvestigation = async () => ({ kind: 'no-tools' })
  hasModel = true
  explain: Assistance['explain'] = () => new Promise(() => undefined)
  summarise: Assistance['summarise'] = () => new Promise(() => undefined)
  encode: typeof encodeCommand = encodeCommand
  /** Bytes that outputs may take. */
  outputLimitBytes = 1024 * 1024 * 1024
  database: DatabaseSyncInstance
  commands: Commands
  readonly #busy = new Map<string, InFlight>()
  readonly console = new ConsoleDriver(() => this.commands, this.#busy)

  constructor() {
    this.database = this.#open()
    this.database.exec(`BEGIN; ${SCHEMA.join('\n')} COMMIT;`)
    this.addDevice('rpi_001')
    this.addDevice('rpi_002')
    this.commands = this.#create()
  }

  addDevice(deviceId: string, change: Partial<TargetDevice> = {}): void {
    const metrics = {
      cpuTemperatureC: null,
      cpuPercent: null,
      memoryPercent: null,
      memoryUsedB: null,
      memoryTotalB: null,
      diskPercent: null,
      uptimeS: null,
    }
    const known = {
      presence: 'online',
      system: 'linux',
      systemSource: 'operator',
      isSimulated: false,
      capabilities: [],
    } as const
    this.targets.set(deviceId, { ...known, deviceId, shell: null, metrics, ...change })
  }

  /** The app ends without a word and is started again on the same database. */
  restart(): void {
    this.time.forget()
    this.database.close()
    this.database = this.#open()
    this.commands = this.#create()
    this.commands.start()
  }

  remove(): void {
    if (this.database.isOpen) this.database.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A typed command, approved; the publish has been answered when this resolves. */
  async run(command: string, deviceIds: readonly string[] = ['rpi_001'], timeoutS = 30): Promise<Run> {
    const turn = this.console.type(deviceIds, command, timeoutS, TYPED)
    const run = await this.console.approve(turn.proposal?.id ?? '', turn.proposal?.confirmation ?? null)
    await this.settle()
    return run
  }

  /** Lets what waits for promises alone get on. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
  }

  result(command: CommandRecord, change: Partial<DeviceResult> = {}): DeviceResult {
    return {
      deviceId: command.deviceId,
      commandId: command.commandId,
      isSuccess: true,
      stdout: 'ok\n',
      stderr: '',
      exitCode: null,
      durationMs: null,
      isTruncatedByDevice: false,
      isNotUtf8: false,
      receivedAt: this.time.now(),
      ...change,
    }
  }

  /** The turn as the window would read it now. */
  turn(turnId: string): Turn {
    return this.console.turn(turnId)
  }

  /** The command as it now is. */
  command(run: Run, deviceId = 'rpi_001'): CommandRecord {
    const found = this.turn(run.turnId).run?.commands.find((command) => command.deviceId === deviceId)
    if (found === undefined) throw new Error('no such command')
    return found
  }

  commandsSent(): Published[] {
    return this.published.filter(({ topic }) => topic.endsWith('/command'))
  }

  /** A real file, without waiting for the disk: no test here takes the power away. */
  #open(): DatabaseSyncInstance {
    const database = new DatabaseSync(join(this.folder, 'history.db'))
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
    return database
  }

  #create(): Commands {
    return createCommands({
      database: this.database,
      audit: {
        // As the disk does it: the record is written, and whether it is there for good is known later.
        appendApproved: async (entry, meanwhile) => {
          await new Promise((resolve) => setImmediate(resolve))
          await this.appendApproved(entry)
          if (this.auditError === null) this.#record(entry)
          meanwhile()
          await new Promise((resolve) => setImmediate(resolve))
          if (this.auditError !== null) throw this.auditError
        },
        append: (entry) => this.#record(entry),
        isBehind: () => this.isAuditBehind,
        catchUp: async () => {
          if (this.isAuditBehind) throw new AppError('AUDIT_FAILED')
        },
      },
      classifier: {
        classify: (command, shell) => {
          if (this.classifierError !== null) throw this.classifierError
          const reasons = [{ en: 'reads', zh: '读取' }]
          const known = { class: 'read', reasons, options: [], rules: ['r'], cutsOff: false, endless: false } as const
          const inShell = this.classes.get(`${shell}: ${command}`)
          return { ...known, tableVersion: this.tableVersion, ...(inShell ?? this.classes.get(command)) }
        },
      },
      assistant: {
        ask: async (request, options) => {
          this.asked.push(request)
          const answer = await this.ask(request, options)
          return 'isFromDeviceOutput' in answer ? answer : withMark(request, answer)
        },
        plan: (_request, sources) => new SteppedInvestigation(sources, (...told) => this.investigate(...told)),
        readDraft,
        hasModel: () => this.hasModel,
        canInvestigate: () => this.hasModel,
        explain: (request, options) => this.explain(request, options),
        summarise: (request, options) => this.summarise(request, options),
      },
      devices: {
        target: (connectionId, deviceId) => (connectionId === SITE ? (this.targets.get(deviceId) ?? null) : null),
        setBusy: ({ connectionId, deviceId }, command) => {
          this.events.push(`flight ${command === null ? 'ended' : 'began'}`)
          if (command === null) this.#busy.delete(`${connectionId}/${deviceId}`)
          else this.#busy.set(`${connectionId}/${deviceId}`, command)
        },
      },
      link: {
        active: () => this.active,
        certain: () => this.certain(),
        turn: () => this.takeTurn(),
        publish: (topic, payload, options) => {
          this.events.push(`publish ${topic.split('/')[1]}`)
          this.published.push({ topic, payload: JSON.parse(payload.toString()), options: { ...options } })
          return this.answer(topic)
        },
      },
      encoder: { encodeCommand: (command) => this.encode(command), encodeCancel },
      sanitise,
      brokerLogFindings: async () => null,
      readAnswer,
      readAftermath: aftermathOf,
      readFailure,
      redact: (text) => text.replaceAll('hunter2', '[redacted]'),
      settings: () => ({ operatorName: 'Li', defaultTimeoutS: 30, language: 'en' }),
      now: () => this.time.now(),
      after: (delayMs, run) => this.time.after(delayMs, run),
      newId: randomUUID,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      emitChanged: (turns) => this.changed.push([...turns]),
      emitRunsChanged: (runs) => this.ran.push([...runs]),
      emitSafety: (state) => this.safety.push(state.hasUnaskedReads),
      outputLimitBytes: () => this.outputLimitBytes,
      emitStreamed: ({ text }) => this.streamed.push(text),
      onCut: () => {
        this.cut += 1
      },
    })
  }

  #record(entry: ApprovedEntry | EventEntry): void {
    this.audited.push(entry)
    this.events.push(`audit ${entry.kind}`)
  }
}

/** As the assistant does it: a model's answer has the mark of its prompt, the phrasebook's that of the request. */
function withMark(request: AssistantRequest, answer: AssistantAnswer): AssistantOutcome {
  if (answer.source.kind === 'phrasebook') return { ...answer, isFromDeviceOutput: request.text.isFromDeviceOutput }
  const prompt = buildPrompt(request, {
    profile: 'standard',
    format: 'json_schema',
    examples: [],
    boundary: 'b',
    redact: (text) => text,
  })
  return { ...answer, isFromDeviceOutput: prompt.some(({ content }) => content.isFromDeviceOutput) }
}
