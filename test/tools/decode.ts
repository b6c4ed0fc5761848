import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readScene, type Scene } from './decode-scene.ts'
import { judgeMessage } from './decode-verdict.ts'
import { answerLines } from './json-lines.ts'

const USAGE =
  'usage: decode --stdin [--state FILE]   (JSON lines {"id","topic","payload_b64","retained"})\n' +
  'FILE: {"now","devices":[{"id","presence","interval_s","os","capabilities"}],"commands":[{"command_id","device","command","timeout","state","output"}]}\n'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { stdin: { type: 'boolean' }, state: { type: 'string' } },
    allowPositionals: true,
  })
  if (!values.stdin || positionals.length > 0) return refuse(USAGE)
  const fixed = values.state === undefined ? null : readScene(readFileSync(values.state, 'utf8'))
  return answerLines((fields) => {
    const topic = fields.get('topic')
    const payload = fields.get('payload_b64')
    if (typeof topic !== 'string') return new Error('topic is not a string')
    if (typeof payload !== 'string') return new Error('payload_b64 is not a string')
    if (!fields.has('id')) return new Error('id is missing')
    const scene: Scene = fixed ?? { now: Date.now(), capabilities: new Map(), commands: new Map() }
    const verdict = judgeMessage(topic, Buffer.from(payload, 'base64'), fields.get('retained') === true, scene)
    return { id: fields.get('id'), ...verdict }
  })
}

function refuse(message: string): number {
  process.stderr.write(message)
  return 2
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = refuse(`${error instanceof Error ? error.message : String(error)}\n`)
}
