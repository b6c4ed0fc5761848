import { Phrasebook } from '../../main/assistant/phrasebook/phrasebook.ts'
import { Classifier } from '../../main/safety/classifier/classifier.ts'
import type { DeviceSystem, Shell } from '../../preload/contract/models/safety/safety.ts'
import { runScript, say } from '../support/command-line.ts'
import { textLines } from './json-lines.ts'

const USAGE =
  'usage: node test/tools/phrasebook.ts --stdin   (JSON lines {"id","lang","os","text"}; lang is zh or en, os is linux, raspberrypi or windows)'

const SYSTEMS: ReadonlyMap<unknown, DeviceSystem> = new Map<unknown, DeviceSystem>([
  [undefined, 'linux'],
  ['linux', 'linux'],
  ['raspberrypi', 'raspberrypi'],
  ['windows', 'windows-powershell'],
])

interface Question {
  readonly id: unknown
  readonly text: string
  readonly system: DeviceSystem
}

/** Reads the question of a line; the language is optional, because the words show it. */
function readQuestion(line: string): Question | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) return null
    const { id = null, lang, text, os } = value as Record<string, unknown>
    const system = SYSTEMS.get(os)
    const isLanguage = lang === undefined || lang === 'zh' || lang === 'en'
    return typeof text === 'string' && system !== undefined && isLanguage ? { id, text, system } : null
  } catch {
    return null
  }
}

/** Answer to a line; fields that do not apply are null, `mutating` is true only for a proposal of a change. */
function reply(phrasebook: Phrasebook, classifier: Classifier, { id, text, system }: Question) {
  const answer = phrasebook.answer(text, system)
  if (answer.decision === 'propose') {
    const { intent, command, expectedClass } = answer.command
    const shell: Shell = system === 'windows-powershell' ? 'powershell' : 'bash'
    const found = classifier.classify(command, shell).class
    return { id, kind: 'propose', intent, command, class: found, mutating: expectedClass !== 'read', options: [] }
  }
  const options = answer.decision === 'choose' ? answer.options.map(({ command }) => ({ command })) : []
  return { id, kind: answer.decision, intent: null, command: null, class: null, mutating: false, options }
}

/** Answers each line of stdin from the phrasebook. Exit 0: done, `decline` included; 2: bad usage or a bad line. */
await runScript(async (args) => {
  if (args.length !== 1 || args[0] !== '--stdin') {
    say(USAGE)
    return 2
  }
  const phrasebook = new Phrasebook()
  const classifier = new Classifier()
  let isBad = false
  for await (const lines of textLines(process.stdin)) {
    for (const line of lines) {
      if (line.trim() === '') continue
      const question = readQuestion(line)
      if (question === null) {
        say(`not a question: ${JSON.stringify(line.slice(0, 200))}`)
        isBad = true
      } else process.stdout.write(`${JSON.stringify(reply(phrasebook, classifier, question))}\n`)
    }
  }
  return isBad ? 2 : 0
})
