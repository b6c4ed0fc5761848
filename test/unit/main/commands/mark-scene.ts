import { Assistant } from '../../../../main/assistant/assistant.ts'
import { EndpointDialer } from '../../../../main/assistant/model/endpoint-dialer.ts'
import type { TextOrigin, Turn } from '../../../../preload/contract/models/commands/command.ts'
import { ConsoleScene, SITE, TYPED } from './scene.ts'

/** What a hostile device says, in every text that it controls. */
export const CANARY = 'canary-7c1f'

interface ChatRequest {
  readonly messages: readonly { readonly content: string }[]
  readonly response_format: { readonly json_schema: { readonly name: string } }
}

/** Answers without a network, as `answer` says. */
class StubDialer extends EndpointDialer {
  readonly #answer: (request: ChatRequest) => string

  constructor(answer: (request: ChatRequest) => string) {
    super()
    this.#answer = answer
  }

  override async fetchFor(): Promise<typeof fetch> {
    return async (_input, init) => {
      const content = this.#answer(JSON.parse(String(init?.body)) as ChatRequest)
      const choices = [{ index: 0, delta: { role: 'assistant', content }, finish_reason: 'stop' }]
      const chunk = JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices })
      return new Response(`data: ${chunk}\n\ndata: [DONE]\n\n`, { headers: { 'content-type': 'text/event-stream' } })
    }
  }
}

/**
 * The console with the whole assistant before a model that is taken in: what it writes holds the canary where its prompt
 * did, and only there. Reads run unasked. Every device announces the canary as host name, agent and shell.
 */
export class MarkScene extends ConsoleScene {
  says: 'command' | 'question' = 'command'
  readonly prompts: string[] = []
  readonly approvedTurns = new Set<string>()

  constructor() {
    super()
    this.addDevice('rpi_003')
    const announced = { hostname: CANARY, agent: CANARY, version: CANARY, shell: `/bin/${CANARY}` }
    for (const [deviceId, target] of this.targets) this.targets.set(deviceId, { ...target, ...announced })
    const assistant = new Assistant({
      settings: () => ({
        kind: 'model',
        presetId: '',
        baseUrl: 'http://127.0.0.1:9/v1',
        model: 'm',
        promptProfile: 'standard',
        requestTimeoutS: 30,
      }),
      key: async () => null,
      redact: (text) => text,
      dialer: new StubDialer((request) => this.#answer(request)),
    })
    this.ask = (request, options) => assistant.ask(request, options)
    this.summarise = (request, options) => assistant.summarise(request, options)
    this.explain = (request, options) => assistant.explain(request, options)
    this.console.unasked.set(true)
  }

  override restart(): void {
    super.restart()
    this.time.advance(60_000)
    this.console.unasked.set(true)
  }

  /** All turns, oldest first. */
  turns(): readonly Turn[] {
    return this.console.turns(null, 200)
  }

  /** Waits until the assistant has nothing to do. */
  async quiet(): Promise<void> {
    const isBusy = () =>
      this.turns().some(
        ({ isThinking, assist }) => isThinking || assist?.notes?.some(({ state }) => state === 'working'),
      )
    while (isBusy()) await new Promise((resolve) => setImmediate(resolve))
    await this.settle()
  }

  /** A request in words, and what came of it. */
  async request(
    text: string,
    deviceIds: readonly string[] = ['rpi_001'],
    { origin = TYPED, via }: { readonly origin?: TextOrigin; readonly via?: 'phrasebook' | undefined } = {},
  ): Promise<Turn> {
    const { id } = this.console.ask(deviceIds, text, origin, via)
    await this.quiet()
    return this.turn(id)
  }

  async approve({ id, proposal, decision }: Turn): Promise<void> {
    if (proposal !== null && decision === 'open') {
      this.approvedTurns.add(id)
      await this.console.approve(proposal.id, proposal.confirmation)
    }
    await this.settle()
  }

  /** Every command under way gets an answer. */
  async answerAll(change: { readonly stdout?: string; readonly stderr?: string; readonly isSuccess?: boolean }) {
    for (const { run } of this.turns()) {
      for (const command of run?.commands ?? []) {
        if (command.state === 'sent') this.console.onResult(SITE, this.result(command, { stdout: '', ...change }))
      }
    }
    await this.settle()
    await this.quiet()
  }

  /** A typed command that ran, and this is what the device printed. */
  async printed(deviceId: string, stdout: string): Promise<Turn> {
    const turn = this.console.type([deviceId], 'dmesg', 30, TYPED)
    await this.settle()
    await this.answerAll({ stdout })
    return this.turn(turn.id)
  }

  #answer({ messages, response_format: { json_schema: shape } }: ChatRequest): string {
    const prompt = messages.map(({ content }) => content).join('\n')
    this.prompts.push(prompt)
    const word = prompt.includes(CANARY) ? CANARY : 'clean'
    if (shape.name === 'summary') {
      return JSON.stringify({ summary: word, outliers: [], next_step: `show the file /tmp/${word}` })
    }
    const isCommand = this.says === 'command'
    const command = isCommand ? `cat /tmp/${word}` : null
    return JSON.stringify({ kind: this.says, command, explanation: word, timeout_s: isCommand ? 30 : null })
  }
}
