import { Classifier } from '../../main/safety/classifier/classifier.ts'
import type { Shell } from '../../preload/contract/models/safety/safety.ts'
import { answerLines } from './json-lines.ts'

const USAGE = 'usage: classify --stdin   (JSON lines {"id","shell","command"}; shell is bash, powershell or cmd)\n'
const SHELLS: ReadonlyMap<unknown, Shell> = new Map<unknown, Shell>([
  ['bash', 'bash'],
  ['powershell', 'powershell'],
  ['cmd', 'cmd'],
])

async function main(): Promise<number> {
  const options = process.argv.slice(2)
  if (options.length !== 1 || options[0] !== '--stdin') {
    process.stderr.write(USAGE)
    return 2
  }
  const classifier = new Classifier()
  return answerLines((fields) => {
    const shell = SHELLS.get(fields.get('shell'))
    const command = fields.get('command')
    if (!shell) return new Error('shell is not bash, powershell or cmd')
    if (typeof command !== 'string') return new Error('command is not a string')
    if (!fields.has('id')) return new Error('id is missing')
    const found = classifier.classify(command, shell)
    const reasons = found.reasons.map((reason) => reason.en)
    const { class: judged, rules, endless, cutsOff } = found
    return { id: fields.get('id'), class: judged, reasons, rules, endless, cutsOff }
  })
}

process.exitCode = await main()
