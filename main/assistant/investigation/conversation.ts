import { randomBytes, randomUUID } from 'node:crypto'
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import type { InvestigationRequest } from '../../shared/investigation.ts'
import { joined, type MarkedText, marked, markedJson, unmarked } from '../../shared/marked-text.ts'
import type { ChatMessage } from '../model/chat-model.ts'
import { withoutThinking } from '../model/thinking.ts'
import { COMMAND_RULES } from '../prompts/prompt.ts'
import { DATA_RULE, languageName, SYSTEM_NAMES } from '../prompts/prompt-words.ts'
import { type InvestigationTools, readCall, type ToolCall } from './investigation-tools.ts'

const MAX_CALLS_A_MESSAGE = 32
const MAX_SAID_CHARS = 4000
const NAMED_DEVICES = 20
/** Stands for any name that is no tool's: the model's own word goes no further. */
const NO_TOOL = 'unknown_tool'
const FIND = 'No calls are left. Give the finding now, from the results above.'

/** One request as it goes out. */
interface OutgoingRequest {
  readonly messages: BaseMessage[]
  /** The same, for the operator to look at. */
  readonly account: readonly ChatMessage[]
}

/** The instructions of the planning model, all of them the program's own words. */
function instructionsFor({ deviceIds, system, language, maxReads }: InvestigationRequest): string {
  return [
    'You investigate a question about devices for an operator. You plan; you run nothing. Call tools to learn what is the case. propose_read shows the operator a command; it runs only if it is approved.',
    `Begin with a tool. At most ${maxReads} commands, one at a time, never the same twice, each of which only reads. As soon as the results answer the question, answer without a tool: what is the case, on which evidence, what stays unknown, and what should be done.`,
    `Target system: ${SYSTEM_NAMES[system]}. Number of devices: ${deviceIds.length}.`,
    COMMAND_RULES,
    `Write reasons and the finding in ${languageName(language)}: a reason in one or two sentences, a finding in at most six, in plain text.`,
    DATA_RULE,
  ].join('\n\n')
}

/** Goes between the agent's messages and the wire, so that nothing leaves that is not redacted, marked and bounded. */
export class Conversation {
  readonly #instructions: SystemMessage
  readonly #tools: InvestigationTools
  readonly #redact: (text: string) => string
  readonly #question: MarkedText
  readonly #calls = new Map<string, ToolCall>()
  #hasCalls = false

  constructor(request: InvestigationRequest, tools: InvestigationTools, redact: (text: string) => string) {
    this.#tools = tools
    this.#redact = redact
    this.#instructions = new SystemMessage(instructionsFor(request))
    const devices = markedJson(request.deviceIds.slice(0, NAMED_DEVICES).map(unmarked))
    this.#question = joined([marked`Devices: ${devices}`, marked`Question: ${request.question}`], '\n\n')
  }

  get question(): string {
    return this.#question.text
  }

  /** True if the model called any tool at all. */
  get hasCalls(): boolean {
    return this.#hasCalls
  }

  /** The call behind an id, unless it may not run. */
  call(callId: string): ToolCall | undefined {
    return this.#calls.get(callId)
  }

  /** The messages for the endpoint, made anew for each request: the agent's own hold no result. */
  outgoing(messages: readonly BaseMessage[], isLast: boolean): OutgoingRequest {
    const boundary = randomBytes(12).toString('hex')
    const callIds = messages.filter(ToolMessage.isInstance).map(({ tool_call_id: callId }) => callId)
    const results = this.#tools.results.render(callIds, { boundary, redact: this.#redact })
    const texts = new Map(callIds.map((callId, index) => [callId, results[index]?.text ?? '']))
    const sent = messages.map((message) => {
      if (ToolMessage.isInstance(message)) {
        const { tool_call_id: callId, name } = message
        return new ToolMessage({ content: texts.get(callId) ?? '', tool_call_id: callId, name: name ?? NO_TOOL })
      }
      if (AIMessage.isInstance(message)) return this.#redacted(message)
      return new HumanMessage(this.#redact(message.text))
    })
    const whole = [this.#instructions, ...sent, ...(isLast ? [new HumanMessage(FIND)] : [])]
    return { messages: whole, account: whole.map(accountOf) }
  }

  /**
   * Returns a model's message as the agent may know it: with ids of our own, because a message with the id of another
   * replaces it, and only with calls of a known shape. Reasoning and all else that the endpoint added is dropped.
   */
  taken(message: AIMessage): AIMessage {
    const { tool_calls: calls = [], invalid_tool_calls: invalid = [] } = message
    const asked = [...calls, ...invalid.map(({ name }) => ({ name: name ?? '', args: null }))]
    this.#hasCalls ||= asked.length > 0
    return new AIMessage({
      id: randomUUID(),
      content: withoutThinking(message.text).slice(0, MAX_SAID_CHARS),
      tool_calls: asked.slice(0, MAX_CALLS_A_MESSAGE).map(({ name, args }) => this.#takenCall(name, args)),
    })
  }

  #takenCall(name: string, args: unknown) {
    const id = `call_${randomBytes(9).toString('hex')}`
    const call = readCall(name, args)
    if (call !== null) {
      this.#calls.set(id, call)
      return { id, type: 'tool_call' as const, name: call.name, args: call.args }
    }
    const known = readCall(name, {})?.name ?? (name === 'propose_read' ? name : NO_TOOL)
    const why = known === NO_TOOL ? 'There is no such tool.' : 'The arguments are not those of this tool.'
    this.#tools.results.add(id, known, [{ facts: { refused: unmarked(why) } }])
    return { id, type: 'tool_call' as const, name: known, args: {} }
  }

  #redacted(message: AIMessage): AIMessage {
    const { tool_calls: calls = [] } = message
    const redacted = (value: unknown) => (typeof value === 'string' ? this.#redact(value) : value)
    return new AIMessage({
      content: this.#redact(message.text),
      tool_calls: calls.map((call) => ({
        ...call,
        args: Object.fromEntries(Object.entries(call.args).map(([name, value]) => [name, redacted(value)])),
      })),
    })
  }
}

function accountOf(message: BaseMessage): ChatMessage {
  if (ToolMessage.isInstance(message)) return { role: 'tool', content: message.text }
  if (SystemMessage.isInstance(message)) return { role: 'system', content: message.text }
  if (!AIMessage.isInstance(message)) return { role: 'user', content: message.text }
  const calls = (message.tool_calls ?? []).map(({ name, args }) => `${name} ${JSON.stringify(args)}`)
  return { role: 'assistant', content: [message.text, ...calls].filter((line) => line !== '').join('\n') }
}
