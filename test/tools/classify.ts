import { createInterface } from 'node:readline'
import { Classifier } from '../../main/safety/classifier.ts'
import type { Shell } from '../../preload/contract/models/safety.ts'

const USAGE = 'usage: classify --stdin   (JSON lines {"id","shell","command"}; shell is bash, powershell or cmd)\n'
const SHELLS: ReadonlyMap<unknown, Shell> = new Map<unknown, Shell>([
  ['bash', 'bash'],
  ['powershell', 'powershell'],
  ['cmd', 'cmd'],
])

interface Request {
  readonly id: unknown
  readonly shell: Shell
  readonly command: string
}

/** Reads one line; an Error says what is wrong with it. */
function requestOf(line: string): Request | Error {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return new Error('not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Error('not an object')
  const fields = new Map<string, unknown>(Object.entries(value))
  const shell = SHELLS.get(fields.get('shell'))
  const command = fields.get('command')
  if (!shell) return new Error('shell is not bash, powershell or cmd')
  if (typeof command !== 'string') return new Error('command is not a string')
  if (!fields.has('id')) return new Error('id is missing')
  return { id: fields.get('id'), shell, command }
}

/** Writes one line and waits while the reader is behind. */
async function writeLine(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return
  await new Promise<void>((resolve) => void process.stdout.once('drain', resolve))
}

async function main(): Promise<number> {
  const options = process.argv.slice(2)
  if (options.length !== 1 || options[0] !== '--stdin') {
    process.stderr.write(USAGE)
    return 2
  }
  const classifier = new Classifier()
  let exitCode = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const request = requestOf(line)
    if (request instanceof Error) {
      exitCode = 1
      await writeLine({ error: request.message })
      continue
    }
    const found = classifier.classify(request.command, request.shell)
    const reasons = found.reasons.map((reason) => reason.en)
    await writeLine({ id: request.id, class: found.class, reasons, rules: found.rules })
  }
  return exitCode
}

process.exitCode = await main()
