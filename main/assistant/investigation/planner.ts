import { BaseCallbackHandler } from '@langchain/core/callbacks/base'
import { AIMessage, ToolMessage, type UsageMetadata } from '@langchain/core/messages'
import {
  type AgentMiddleware,
  createAgent,
  createMiddleware,
  MiddlewareError,
  modelCallLimitMiddleware,
  type ToolRuntime,
  tool,
  toolCallLimitMiddleware,
} from 'langchain'
import { AppError } from '../../../preload/contract/errors.ts'
import type { InvestigationRequest } from '../../shared/investigation.ts'
import { chatClient } from '../model/chat-client.ts'
import type { ChatEndpoint } from '../model/chat-model.ts'
import { Conversation } from './conversation.ts'
import { type InvestigationTools, TOOLS } from './investigation-tools.ts'
import type { ModelCalls } from './model-calls.ts'

const MAX_MODEL_CALLS = 14
const MAX_TOOL_CALLS = 24
/** Far above what the limits let happen, because the agent counts each node of its own. */
const RECURSION_LIMIT = 400
/** Names of the errors by which the library says that a limit was reached. */
const LIMITS = new Set(['ModelCallLimitMiddlewareError', 'GraphRecursionError'])

interface CallLimit {
  readonly toolName?: string
  readonly runLimit: number
  readonly exitBehavior: 'error' | 'continue'
}
// The library's declarations of these two do not hold under `exactOptionalPropertyTypes`.
const limitModelCalls = modelCallLimitMiddleware as unknown as (limit: CallLimit) => AgentMiddleware
const limitToolCalls = toolCallLimitMiddleware as unknown as (limit: CallLimit) => AgentMiddleware

interface PlannerOptions {
  readonly endpoint: ChatEndpoint
  readonly request: InvestigationRequest
  readonly tools: InvestigationTools
  readonly calls: ModelCalls
  readonly redact: (text: string) => string
  readonly signal: AbortSignal
}

/** The finding; null where the model called no tool, so that it rests on nothing. */
export type Planned = string | null

/**
 * Lets a model plan with `createAgent`: it calls tools until it gives a finding, or until a limit ends it. The agent holds
 * no way to a device, no memory beyond this call, and no text of a device. Import this module late, because it loads the
 * agent library. Rejects with an `AppError`, with what a port rejects with, or with the reason of the signal.
 */
export async function plan({ endpoint, request, tools, calls, redact, signal }: PlannerOptions): Promise<Planned> {
  const conversation = new Conversation(request, tools, redact)
  const agent = createAgent({
    model: chatClient(endpoint, false),
    tools: Object.entries(TOOLS).map(([name, { schema, description }]) =>
      tool((_args: unknown, runtime: ToolRuntime) => runCall(runtime.toolCallId, conversation, tools), {
        name,
        description,
        schema,
      }),
    ),
    middleware: [
      limitModelCalls({ runLimit: MAX_MODEL_CALLS, exitBehavior: 'error' }),
      limitToolCalls({ runLimit: MAX_TOOL_CALLS, exitBehavior: 'continue' }),
      limitToolCalls({ toolName: 'propose_read', runLimit: 2 * request.maxReads, exitBehavior: 'continue' }),
      gate(conversation, tools, calls),
    ],
  })
  try {
    const { messages } = await agent.invoke(
      { messages: [{ role: 'user', content: conversation.question }] },
      { signal, recursionLimit: RECURSION_LIMIT, callbacks: [new StreamedPieces(calls)] },
    )
    return conversation.hasCalls ? (messages.at(-1)?.text ?? '') : null
  } catch (error) {
    throw causeOf(error)
  }
}

/** Everything that the agent sends, hears and runs goes through here. */
function gate(conversation: Conversation, tools: InvestigationTools, calls: ModelCalls) {
  let modelCalls = 0
  return createMiddleware({
    name: 'gate',
    wrapModelCall: async (request, handler) => {
      modelCalls++
      const isLast = modelCalls >= MAX_MODEL_CALLS
      const { messages, account } = conversation.outgoing(request.messages, isLast)
      const { message } = await calls.around(account, async () => {
        const said = await handler({ ...request, messages, ...(isLast ? { toolChoice: 'none' as const } : {}) })
        if (!AIMessage.isInstance(said)) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'wrong-shape' })
        return { message: said, text: said.text, usage: usageOf(said) }
      })
      return conversation.taken(message)
    },
    wrapToolCall: async (request, handler) => {
      const { id = '', name } = request.toolCall
      // A call that may not run has its answer already.
      return tools.results.has(id) ? new ToolMessage({ content: '', tool_call_id: id, name }) : handler(request)
    },
  })
}

/** Runs the call that the model made; what it returns stays with us, the agent hears only that there is a result. */
async function runCall(callId: string, conversation: Conversation, tools: InvestigationTools): Promise<string> {
  const call = conversation.call(callId)
  if (call === undefined) throw new Error('a call that nobody made')
  await tools.run(callId, call)
  return 'done'
}

function usageOf({ usage_metadata: usage }: { readonly usage_metadata?: UsageMetadata | undefined }) {
  return usage === undefined ? null : { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }
}

/** Makes the client stream, and tells how the answer arrives. */
class StreamedPieces extends BaseCallbackHandler {
  override readonly name = 'streamed-pieces'
  override readonly awaitHandlers = true
  readonly lc_prefer_streaming = true
  readonly #calls: ModelCalls

  constructor(calls: ModelCalls) {
    super()
    this.#calls = calls
  }

  override handleLLMNewToken(piece: string): void {
    this.#calls.onText(piece)
  }
}

/** The failure itself, out of what the library wrapped around it. */
function causeOf(error: unknown): unknown {
  let current = error
  while (MiddlewareError.isInstance(current) && current.cause !== undefined) current = current.cause
  const isLimit = current instanceof Error && LIMITS.has(current.name)
  return isLimit ? new AppError('ASSISTANT_BAD_ANSWER', { reason: 'no-finding' }, { cause: current }) : current
}
