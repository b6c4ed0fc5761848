import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { isTerminal } from '../../main/commands/runs/state-machine.ts'
import { isWithin } from '../../main/safety/approval/approval.ts'
import { sanitise } from '../../main/safety/text/sanitiser.ts'
import { AppError } from '../../preload/contract/errors.ts'
import { COMMAND_STATES, type Proposal, type Run, type Turn } from '../../preload/contract/models/commands/command.ts'
import { TARGETS_MAX } from '../../preload/contract/models/devices/device.ts'
import { runScript, SetupError, say } from '../support/command-line.ts'
import { type HeadlessConsole, openHeadlessConsole } from './run-command-console.ts'
import { type RunCommandOptions, runCommandOptions } from './run-command-options.ts'
import { junitOf, type RunReport, runReport, unsentReport } from './run-command-report.ts'
import { secretsOf } from './tool-arguments.ts'
import { targetOf } from './tool-target.ts'

const EXIT = { allSucceeded: 0, someDidNot: 1, badUsage: 2, aboveApproval: 3 } as const
const DEFAULT_TIMEOUT_S = 30
const LOOK_EVERY_MS = 100

/** Ends a call before anything was sent; the message is one line on stderr. */
class Refusal extends Error {
  readonly exitCode: number
  readonly judged: RunReport['class']

  constructor(exitCode: number, message: string, judged: RunReport['class'] = null) {
    super(message)
    this.exitCode = exitCode
    this.judged = judged
  }
}

/** Runs one command on many devices: 0 all succeeded, 1 some did not, 2 bad usage, 3 above `--approve`. */
async function main(args: readonly string[]): Promise<number> {
  const options = runCommandOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(options)
    return EXIT.badUsage
  }
  const input = options.hasPassword || options.hasPassphrase ? await text(process.stdin) : ''
  const target = targetOf(options.url, options, secretsOf(input, options))
  if (typeof target === 'string') {
    say(`the connection cannot be made from these arguments: ${target}`)
    return EXIT.badUsage
  }
  const folder = dataFolder(options.dataFolder)
  const console = await openHeadlessConsole(folder, target, options.timeoutS ?? DEFAULT_TIMEOUT_S)
  try {
    return await runOn(console, options)
  } catch (error) {
    const refusal = refusalOf(error)
    say(sanitise(refusal.message).text)
    print(unsentReport(refusal.judged), options)
    return refusal.exitCode
  } finally {
    await console.close()
  }
}

async function runOn(console: HeadlessConsole, options: RunCommandOptions): Promise<number> {
  const { commands } = console
  const problem = await console.connect()
  if (problem !== null) throw new Refusal(EXIT.someDidNot, problem)
  const deviceIds = await chooseDevices(console, options)
  const turn = await propose(console, options, deviceIds)
  const proposal = timedProposal(console, options, sendableProposal(turn, deviceIds))
  const { class: judged, reasons } = proposal.classification
  if (!proposal.isSendable || !isWithin(judged, options.highest)) {
    if (proposal.isSendable) commands.proposals.reject(proposal.id)
    const why = proposal.isSendable ? `above --approve ${options.highest}` : 'it may not be sent'
    throw new Refusal(EXIT.aboveApproval, `${judged}, ${why}: ${reasons[0]?.en ?? ''}`, judged)
  }
  await commands.approvals.approveHeadless(proposal.id, options.highest, { plan: options.plan, absent: null })
  await waitForEnd(console, turn.id)
  const report = runReport(commands.folding.run(turn.id), judged)
  print(report, options, proposal.command)
  const isAll = report.devices.every(({ state }) => state === 'succeeded')
  return isAll ? EXIT.allSucceeded : EXIT.someDidNot
}

/** Waits for the end of a run. A rollout that pauses is stopped, because nobody is there to look. */
async function waitForEnd(console: HeadlessConsole, turnId: string): Promise<void> {
  const hasEnded = ({ run }: Turn) => run !== null && isEnded(run)
  const isHeld = ({ run }: Turn) => run?.rollout?.phase === 'paused' || run?.rollout?.phase === 'looking'
  const shown = await console.turnWhen(turnId, (turn) => hasEnded(turn) || isHeld(turn))
  if (hasEnded(shown)) return
  say(`the rollout was stopped: ${shown.run?.rollout?.reason ?? 'its canary was interrupted'}`)
  await console.commands.steer(turnId, 'stop')
  await console.turnWhen(turnId, hasEnded)
}

/** A long run comes as the states of its commands, a short one with them. */
function isEnded({ commands, states = {} }: Run): boolean {
  const found = [...commands.map(({ state }) => state), ...COMMAND_STATES.filter((state) => (states[state] ?? 0) > 0)]
  return found.every(isTerminal)
}

/** Listens for announcements, then returns the ids; a named device that was never heard is a target all the same. */
async function chooseDevices(console: HeadlessConsole, { targets, waitS }: RunCommandOptions): Promise<string[]> {
  const { connectionId, devices } = console
  const { registry, entries } = devices
  const selection = { filter: targets.kind === 'filter' ? targets.filter : '', text: '', presence: [] }
  // A mistake in the filter is told at once.
  registry.queries.matching(connectionId, selection)
  const isHeard = (deviceId: string) => (registry.find({ connectionId, deviceId })?.lastSeenAt ?? null) !== null
  const isComplete = () => targets.kind === 'devices' && targets.deviceIds.every(isHeard)
  const endsAt = performance.now() + waitS * 1000
  while (!isComplete() && performance.now() < endsAt) await new Promise((next) => setTimeout(next, LOOK_EVERY_MS))
  if (targets.kind === 'devices') {
    for (const deviceId of targets.deviceIds) {
      const ref = { connectionId, deviceId }
      if (registry.find(ref) !== undefined) continue
      entries.add(ref, { name: '', description: '', location: '', tags: [], notes: '' })
    }
    return [...targets.deviceIds]
  }
  const { deviceIds, total } = registry.queries.matching(connectionId, selection)
  if (total === 0) throw new Refusal(EXIT.someDidNot, `no device matches the filter after ${waitS} s`)
  if (total > TARGETS_MAX) throw new Refusal(EXIT.badUsage, `the filter matches ${total} devices, above ${TARGETS_MAX}`)
  return [...deviceIds]
}

/** Proposes the command or, for a request in words, what the phrasebook makes of it. */
async function propose(
  console: HeadlessConsole,
  { request, timeoutS }: RunCommandOptions,
  deviceIds: readonly string[],
): Promise<Turn> {
  const { turns } = console.commands
  const turnId =
    request.kind === 'command'
      ? turns.type(deviceIds, request.text, timeoutS ?? DEFAULT_TIMEOUT_S, { kind: 'typed' })
      : turns.ask(deviceIds, request.text, { kind: 'typed' }, 'phrasebook')
  return console.turnWhen(turnId, ({ isThinking }) => !isThinking)
}

function sendableProposal({ answer, failure, proposal }: Turn, deviceIds: readonly string[]): Proposal {
  if (proposal !== null) {
    const chosen = new Set(deviceIds)
    const isSame = proposal.deviceIds.length === chosen.size && proposal.deviceIds.every((id) => chosen.has(id))
    if (!isSame) {
      const why = 'the request names other devices than the arguments, or its command differs by their system'
      throw new Refusal(EXIT.badUsage, why)
    }
    return proposal
  }
  if (answer?.kind === 'choose') {
    const options = answer.options.map(({ command }) => command).join('\n')
    throw new Refusal(EXIT.badUsage, `the request has several commands; give one with --command:\n${options}`)
  }
  throw new Refusal(EXIT.badUsage, `no command for this request: ${answer?.text.en ?? failure?.code ?? ''}`)
}

/** Gives what the phrasebook wrote the timeout of the call. */
function timedProposal(console: HeadlessConsole, { timeoutS }: RunCommandOptions, proposal: Proposal): Proposal {
  if (timeoutS === null || timeoutS === proposal.timeoutS) return proposal
  return console.commands.proposals.revise(proposal.id, proposal.command, timeoutS)
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (!(error instanceof AppError)) throw error
  const { code } = error
  const isUsage = code === 'FILTER_INVALID' || code === 'INVALID_INPUT'
  const isAbove = code === 'APPROVAL_INVALID' || code.startsWith('COMMAND_')
  const exitCode = isUsage ? EXIT.badUsage : isAbove ? EXIT.aboveApproval : EXIT.someDidNot
  return new Refusal(exitCode, `${code} ${JSON.stringify(error.data)}`)
}

function print(report: RunReport, { junitFile }: RunCommandOptions, command = ''): void {
  process.stdout.write(`${JSON.stringify(report)}\n`)
  if (junitFile === null) return
  try {
    writeFileSync(junitFile, junitOf(report, command))
  } catch (error) {
    throw new SetupError(`the report cannot be written: ${String(error)}`)
  }
}

function dataFolder(given: string | null): string {
  if (given !== null) return resolve(given)
  const folder = mkdtempSync(join(tmpdir(), 'waypost-run-command-'))
  say(`audit and history: ${folder}`)
  return folder
}

await runScript(main)
