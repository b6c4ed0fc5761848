import { isOddId } from '../../../preload/contract/models/limits.ts'
import type { AssistantRequest, DeviceFact, EarlierTurn, PastCommand } from '../../shared/assistance.ts'
import { changed, fromDevice, joined, type MarkedText, marked, markedJson, unmarked } from '../../shared/marked-text.ts'
import type { AnswerFormat } from '../answers/answer-format.ts'
import type { PromptMessage } from '../model/model-questions.ts'
import { asUntrustedData, boundOutputs, estimateTokens, headAndTail } from './device-output.ts'
import { DATA_RULE, languageName, SYSTEM_NAMES } from './prompt-words.ts'

interface PromptExample {
  readonly text: string
  readonly command: string
}

export interface PromptContext {
  readonly profile: 'standard' | 'tiny'
  readonly format: AnswerFormat
  readonly examples: readonly PromptExample[]
  /** Unguessable, new for each request. */
  readonly boundary: string
  readonly redact: Redact
}

type Redact = (text: string) => string

const HISTORY_TURNS = 6
const HISTORY_TOKENS = 6000
const FACT_DEVICES = 5
const NAMED_DEVICES = 20
const REPLY_CHARS = 600
const FAILED_OUTPUT_BYTES = 4096

/** Rules of every proposed command, in a single request and in an investigation. */
export const COMMAND_RULES = `Rules for the command:
- One line, one command (pipes and && are fine). It runs without a terminal and without stdin.
- It ends by itself within its timeout: ping with a count, top -b -n 1, tail without -f, journalctl with --no-pager and a limit.
- No pager, no editor, no password prompt (sudo only as sudo -n), no question to the user (apt-get -y).
- Prefer commands that only read. Change something only when the request asks for exactly that change.
- Each command starts fresh: no directory or variable survives from the one before. Use ASCII where possible.
- Never put a secret into a command.`

const FOLLOW_UP =
  'Earlier turns are oldest first. Words like "the same", "again", "only the errors" mean the newest of them: give the whole new command, for the devices of this request. Where your_reply was a question, this request may be the answer to it.'
const FIX =
  'The command under FAILED did not work. Propose one command that does what was asked and gets around the failure; explain the cause first. If it cannot be repaired with a command, use "answer" and say what to do.'
const INVESTIGATE =
  'This is an investigation toward the question. Propose the next command, which must only read, or, as soon as the results under STEPS answer the question, use "answer" with the finding: what is the case, on which evidence, and what should be done. Never repeat a command.'
const FIND =
  'This investigation has no commands left. Use "answer" with the finding from the results under STEPS: what is the case, on which evidence, what stays unknown, and what should be done. Never use "command".'

const JSON_SHAPE = `Answer with one JSON object and nothing else:
{"kind":"command","command":"…","explanation":"…","timeout_s":30}
kind is "command", "question" (the request is unclear: ask in explanation), "answer" (no command is needed: answer in explanation) or "refuse" (no task for this device: say why in explanation). For kinds other than "command", command and timeout_s are null. No other keys.`

const FENCED_SHAPE = `Answer with one JSON object in one fenced block and nothing else:
\`\`\`json
{"kind":"command","command":"…","explanation":"…","timeout_s":30}
\`\`\`
kind is "command", "question", "answer" or "refuse"; for the last three the text goes into explanation, and command and timeout_s are null. No other keys.`

/**
 * The messages of one request: a system text, and one user text with data, history and the request. Each says whether a
 * device had a part in it.
 */
export function buildPrompt(request: AssistantRequest, context: PromptContext): readonly PromptMessage[] {
  return context.profile === 'tiny' ? tinyPrompt(request, context) : standardPrompt(request, context)
}

/** Words that lean on the turn before; anything more would only mislead a small model. */
const FOLLOWS = /\b(?:same|again|only|just|now|that|it|instead|also)\b|同样|一样|再|只|刚才|上一|改成|改为|那个|也/iu

/** Too little for rules and data: with a failure, its command and nothing that a device printed. */
function tinyPrompt(request: AssistantRequest, { examples, redact }: PromptContext): readonly PromptMessage[] {
  const { failed } = request
  const last = request.history.at(-1)
  const shots = examples.slice(0, 4).map(({ text, command }) => `Task: ${text}\n\`\`\`\n${command}\n\`\`\``)
  const system = [
    `Write one shell command for this system: ${SYSTEM_NAMES[request.system]}.`,
    'It must end by itself and must not ask anything. Answer with one fenced block that holds only the command.',
    ...shots,
  ].join('\n\n')
  const isFollowUp = !failed && FOLLOWS.test(request.text.text)
  const user = joined(
    [
      ...(last?.command && isFollowUp ? [marked`Command before: ${changed(last.command, redact)}`] : []),
      ...(failed ? [marked`This command failed, write another one: ${changed(failed.command, redact)}`] : []),
      marked`Task: ${changed(request.text, redact)}`,
    ],
    '\n',
  )
  return [
    { role: 'system', content: unmarked(system) },
    { role: 'user', content: user },
  ]
}

function standardPrompt(request: AssistantRequest, context: PromptContext): readonly PromptMessage[] {
  const { redact, boundary, format } = context
  const { failed, investigation } = request
  const shots = context.examples.map(({ text, command }) => `- ${JSON.stringify(text)} → ${command}`)
  const system = [
    'You help an operator of devices. You propose one shell command; a person reviews it before it runs.',
    `Target system: ${SYSTEM_NAMES[request.system]}. Number of devices: ${request.deviceIds.length}.`,
    COMMAND_RULES,
    `Write explanation in ${languageName(request.language)}, at most two sentences${investigation ? '; a finding may have six' : ''}.`,
    ...(request.history.length > 0 ? [FOLLOW_UP] : []),
    ...(failed ? [FIX] : []),
    ...(investigation ? [investigation.stepsLeft > 0 ? INVESTIGATE : FIND] : []),
    DATA_RULE,
    format === 'fenced' ? FENCED_SHAPE : JSON_SHAPE,
    `Examples of good commands:\n${shots.join('\n')}`,
  ].join('\n\n')

  const facts = request.facts.slice(0, FACT_DEVICES).map(readFact)
  const history = boundHistory(request.history, redact)
  const user = [
    ...(facts.length > 0 ? [asUntrustedData('DEVICE FACTS', facts, boundary)] : []),
    ...(history.length > 0 ? [asUntrustedData('EARLIER TURNS', history, boundary)] : []),
    ...(failed ? [asUntrustedData('FAILED', readFailed(failed, redact), boundary)] : []),
    ...(investigation ? [asUntrustedData('STEPS', readSteps(investigation.steps, redact), boundary)] : []),
    marked`Devices: ${markedJson(namesOf(request.deviceIds))}`,
    marked`Request: ${changed(request.text, redact)}`,
  ]
  return [
    { role: 'system', content: unmarked(system) },
    { role: 'user', content: joined(user, '\n\n') },
  ]
}

function namesOf(deviceIds: readonly string[]): readonly MarkedText[] {
  return deviceIds.slice(0, NAMED_DEVICES).map(named)
}

/** An id that may hold words of a sentence is a device's own text. */
function named(deviceId: string): MarkedText {
  return isOddId(deviceId) ? fromDevice(deviceId) : unmarked(deviceId)
}

function readFact({ deviceId, shell, metrics }: DeviceFact) {
  return { device: named(deviceId), shell: shell && unmarked(shell), metrics: { ...metrics } }
}

function readFailed({ command, outcome, exitCode, output }: PastCommand, redact: Redact) {
  return {
    command: changed(command, redact),
    outcome: unmarked(outcome),
    exit_code: exitCode,
    device_output: changed(output, (text) => headAndTail(redact(text), FAILED_OUTPUT_BYTES)),
  }
}

function readSteps(steps: readonly PastCommand[], redact: Redact) {
  const outputs = boundOutputs(steps.map(({ output }) => changed(output, redact)))
  return steps.map(({ command, outcome, exitCode }, index) => ({
    command: changed(command, redact),
    outcome: unmarked(outcome),
    exit_code: exitCode,
    device_output: outputs[index],
  }))
}

/** The last turns, newest kept first when there is not room for all. */
function boundHistory(turns: readonly EarlierTurn[], redact: Redact) {
  const recent = turns.slice(-HISTORY_TURNS)
  const outputs = boundOutputs(recent.map(({ tail }) => changed(tail, redact)))
  const entries = recent.map(({ deviceIds, otherDevices, request, command, outcome, reply }, index) => ({
    devices: deviceIds && namesOf(deviceIds),
    other_devices: otherDevices || undefined,
    request: changed(request, redact),
    command: command && changed(command, redact),
    outcome: outcome === null ? null : unmarked(redact(outcome)),
    your_reply: reply ? changed(reply, (text) => redact(text.slice(0, REPLY_CHARS))) : undefined,
    device_output: outputs[index],
  }))
  let tokens = 0
  return entries
    .reverse()
    .filter((entry) => {
      tokens += estimateTokens(markedJson(entry).text)
      return tokens <= HISTORY_TOKENS
    })
    .reverse()
}
