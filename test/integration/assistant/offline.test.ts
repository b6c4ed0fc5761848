import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { startLlmStub } from '../../support/model/llm-stub.ts'

const hook = new URL('../../support/loaded-modules.mjs', import.meta.url).pathname
const root = new URL('../../../', import.meta.url).href

/** Runs a script in a process that reports each module it loads and each network it reaches for. */
function watched(script: string) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', hook, '--input-type=module', '--eval', script.replaceAll('ROOT/', root)],
    { encoding: 'utf8' },
  )
  const lines = stderr.split('\n')
  return {
    status,
    stdout,
    modelLibrary: lines.filter((line) => /^loaded .*(?:@langchain|\/langchain\/|\/openai\/|\/undici\/)/u.test(line)),
    agentLibrary: lines.filter((line) => /^loaded .*(?:\/langchain\/|langgraph)/u.test(line)),
    network: lines.filter((line) => /^(?:connects|resolves) /u.test(line)),
  }
}

const BEGIN = `
  import { createAssistant } from 'ROOT/main/assistant/create-assistant.ts'
  const settings = { kind: 'KIND', presetId: '', baseUrl: 'BASE', model: 'm', promptProfile: 'standard', requestTimeoutS: 5 }
  const store = { assistant: () => settings, setAssistant: () => {}, answerFormats: () => ({}), setAnswerFormats: () => {} }
  const secrets = { has: () => false, get: async () => null, set: async () => {}, delete: async () => {} }
  const { assistant, access } = createAssistant({ store, secrets, redact: (text) => text, now: Date.now })
  const ask = (text) => assistant.ask(
    { deviceIds: ['a'], system: 'linux', text: { text, isFromDeviceOutput: false }, history: [], facts: [], language: 'en' },
    { signal: new AbortController().signal, onText: () => {} },
  )
`

describe('the assistant offline', () => {
  it('answers without a network, and without loading the model library', () => {
    const { status, stdout, modelLibrary, network } = watched(`${BEGIN.replace('KIND', 'phrasebook')}
      access.view()
      console.log((await ask('show memory')).command, (await ask('sing a song')).kind)
    `)
    expect({ status, stdout, modelLibrary, network }).toEqual({
      status: 0,
      stdout: 'free -h decline\n',
      modelLibrary: [],
      network: [],
    })
  })

  it('with a model set up, loads and reaches nothing before the first question', () => {
    const { status, modelLibrary, network } = watched(`${BEGIN.replace('KIND', 'model')}
      access.view()
      assistant.readDraft('{"command":"df')
    `)
    expect({ status, modelLibrary, network }).toEqual({ status: 0, modelLibrary: [], network: [] })
  })

  it('reaches for the endpoint alone when it is asked: the watch itself works', async () => {
    const gone = await startLlmStub()
    await gone.stop()
    const { modelLibrary, agentLibrary, network } =
      watched(`${BEGIN.replace('KIND', 'model').replace('BASE', gone.baseUrl)}
      await ask('show memory').catch(() => {})
    `)
    expect(modelLibrary.length).toBeGreaterThan(10)
    expect(agentLibrary).toEqual([])
    expect(network.length).toBeGreaterThan(0)
    for (const line of network) expect(line).toMatch(/127\.0\.0\.1/u)
  })

  it('loads the agent library with the first investigation, and not with its plan', async () => {
    const gone = await startLlmStub()
    await gone.stop()
    const script = `${BEGIN.replace('KIND', 'model').replace('BASE', gone.baseUrl)}
      const plan = assistant.plan(
        { question: { text: 'why?', isFromDeviceOutput: false }, deviceIds: ['a'], system: 'linux', language: 'en', maxReads: 5 },
        { facts: () => [], readings: () => [], pastCommands: () => [], brokerLogFindings: async () => null, refusal: () => null },
      )
    `
    expect(watched(script).agentLibrary).toEqual([])
    const next = 'await plan.next(null, { signal: new AbortController().signal, onText: () => {} }).catch(() => {})'
    const { agentLibrary, network } = watched(script + next)
    expect(agentLibrary.length).toBeGreaterThan(10)
    for (const line of network) expect(line).toMatch(/127\.0\.0\.1/u)
  })
})
