import { describe, expect, it } from 'vitest'
import { Assistant } from '../../../../main/assistant/assistant.ts'
import { removeModelEnvironment } from '../../../../main/assistant/model/environment.ts'
import type { Assistance, AssistantRequest } from '../../../../main/shared/assistance.ts'
import { unmarked } from '../../../../main/shared/marked-text.ts'
import type { AssistantSettings } from '../../../../preload/contract/models/assistant/assistant.ts'

const settings: AssistantSettings = {
  kind: 'phrasebook',
  presetId: '',
  baseUrl: '',
  model: '',
  promptProfile: 'standard',
  requestTimeoutS: 30,
}

function offline(): Assistance {
  return new Assistant({
    settings: () => settings,
    key: () => Promise.reject(new Error('the phrasebook needs no key')),
    redact: (text) => text,
  })
}

function request(text: string, system: AssistantRequest['system'] = 'linux'): AssistantRequest {
  return { deviceIds: ['a'], system, text: unmarked(text), history: [], facts: [], language: 'en' }
}

const options = { signal: new AbortController().signal, onText: () => undefined }

describe('Assistant with the phrasebook', () => {
  it('proposes a command that names its intent as source', async () => {
    expect(await offline().ask(request('查看内存'), options)).toMatchObject({
      kind: 'command',
      command: 'free -h',
      source: { kind: 'phrasebook', name: 'memory' },
      isFromDeviceOutput: false,
    })
  })

  it('offers instead of guessing where too little was said', async () => {
    const outcome = await offline().ask(request('reboot'), options)
    expect(outcome).toMatchObject({
      kind: 'choose',
      question: { en: 'Restart the whole device, or a service on it?' },
      options: [
        { command: 'sudo -n reboot' },
        { command: 'systemctl list-units --type=service --state=running --no-pager' },
      ],
    })
  })

  it('does not say that it did not understand what it understood, and leads on by what shows it once', async () => {
    const terminal = await offline().ask(request('vim /etc/hosts'), options)
    expect(terminal).toMatchObject({
      kind: 'refuse',
      text: { en: expect.stringContaining('needs a terminal'), zh: expect.stringContaining('需要终端') },
    })
    const ways = terminal.kind === 'refuse' ? (terminal.nearest ?? []) : []
    expect(ways[0]).toEqual({ en: 'show /etc/hosts', zh: '查看 /etc/hosts' })
    expect(new Set(ways.map(({ en }) => en)).size).toBe(ways.length)
    expect(await offline().ask(request('set a static ip'), options)).toMatchObject({ kind: 'question' })
  })

  it('declines in both languages, and says when only the system is the reason', async () => {
    const unknown = await offline().ask(request('sing a song'), options)
    const elsewhere = await offline().ask(request('list usb devices', 'windows-cmd'), options)
    expect([unknown.kind, elsewhere.kind]).toEqual(['decline', 'decline'])
    expect(unknown).not.toEqual(elsewhere)
    for (const { nearest } of [unknown, elsewhere].map((one) => (one.kind === 'decline' ? one : { nearest: [] })))
      expect(nearest).toHaveLength(3)
  })
})

describe('removeModelEnvironment', () => {
  it('takes away tracing, gateways and keys, and nothing else', () => {
    const env = {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_API_KEY: 'x',
      OPENAI_BASE_URL: 'http://elsewhere',
      openai_log: 'debug',
      PATH: '/bin',
    }
    removeModelEnvironment(env)
    expect(env).toEqual({ PATH: '/bin' })
  })
})
