import { createInterface } from 'node:readline'
import { Phrasebook } from '../../main/assistant/phrasebook/phrasebook.ts'
import { DEVICE_SYSTEMS, type DeviceSystem } from '../../preload/contract/models/safety.ts'
import { runScript, say } from '../support/command-line.ts'

const USAGE = 'usage: node test/tools/phrasebook.ts --stdin   (JSON lines {"id","text","system"?} on stdin)'

interface Question {
  readonly id: unknown
  readonly text: string
  readonly system: DeviceSystem
}

function readQuestion(line: string): Question | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) return null
    const { id = null, text, system = 'linux' } = value as Record<string, unknown>
    const known = DEVICE_SYSTEMS.find((name) => name === system)
    return typeof text === 'string' && known !== undefined ? { id, text, system: known } : null
  } catch {
    return null
  }
}

function reply(phrasebook: Phrasebook, { id, text, system }: Question): object {
  const answer = phrasebook.answer(text, system)
  if (answer.decision === 'propose') {
    const { intent, command, expectedClass } = answer.command
    return { id, decision: 'propose', intent, command, class_hint: expectedClass, options: [] }
  }
  if (answer.decision === 'decline') {
    return { id, decision: 'decline', intent: null, command: null, reason: answer.reason, options: [] }
  }
  const options = answer.options.map(({ intent, command, expectedClass }) => ({
    intent,
    command,
    class_hint: expectedClass,
  }))
  return { id, decision: 'choose', intent: null, command: null, options }
}

/** Answers each line of stdin from the phrasebook. 0: done; 1: every request was declined; 2: bad usage or a bad line. */
await runScript(async (args) => {
  if (args.length !== 1 || args[0] !== '--stdin') {
    say(USAGE)
    return 2
  }
  const phrasebook = new Phrasebook()
  let answered = 0
  let declined = 0
  let isBad = false
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const question = readQuestion(line)
    if (question === null) {
      say(`not a question: ${JSON.stringify(line.slice(0, 200))}`)
      isBad = true
      continue
    }
    const answer = reply(phrasebook, question)
    if ('reason' in answer) declined++
    else answered++
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  if (isBad) return 2
  return answered === 0 && declined > 0 ? 1 : 0
})
