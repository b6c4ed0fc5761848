import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'

interface Request {
  readonly system: DeviceSystem
  readonly text: string
  readonly intent?: string
}

const EVERY = 5
const SHOTS = 6
const phrasebook = new Phrasebook()
const requests = readFileSync(new URL('./technician.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Request)
  .filter(({ intent }, index) => intent !== undefined && index % EVERY === 0)

it.each([
  ['a request', ''],
  ['a request with a word that nobody knows', ' 的铁皮柜'],
])(
  'holds an example of what is meant by %s among the nearest six for 98 of 100, and among the first three for 97',
  (_kind, unknown) => {
    const ranks = requests.map(({ text, system, intent = '' }) =>
      phrasebook.nearestExamples(text + unknown, system, SHOTS).findIndex((example) => example.intent === intent),
    )
    const shareWithin = (count: number) => ranks.filter((rank) => rank >= 0 && rank < count).length / ranks.length
    expect(requests.length).toBeGreaterThan(400)
    expect(shareWithin(SHOTS)).toBeGreaterThanOrEqual(0.98)
    expect(shareWithin(3)).toBeGreaterThanOrEqual(0.97)
  },
)
