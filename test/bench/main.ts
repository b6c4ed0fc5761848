import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runScript, SetupError } from '../support/command-line.ts'
import { buildAppIfStale } from '../support/run/build-app.ts'
import { answers } from './answers.ts'
import { assistant } from './assistant.ts'
import { classify } from './classify.ts'
import { fanout } from './fanout.ts'
import { fold } from './fold.ts'
import { ingest } from './ingest.ts'
import { openConsole } from './open-console.ts'
import { type Benchmark, lineOf, type Row } from './report.ts'
import { rollout } from './rollout.ts'
import { roundtrip } from './roundtrip.ts'
import { scale } from './scale.ts'
import { search } from './search.ts'
import { size } from './size.ts'
import { soak } from './soak.ts'
import { startup } from './startup.ts'
import { window } from './window.ts'

const BENCHMARKS: readonly Benchmark[] = [
  ingest,
  scale,
  window,
  answers,
  openConsole,
  startup,
  roundtrip,
  fanout,
  fold,
  rollout,
  soak,
  assistant,
  classify,
  search,
  size,
]

await runScript(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      long: { type: 'boolean', default: false },
      rtt: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  })
  const rttMs = Number(values.rtt)
  if (!(rttMs >= 0 && rttMs <= 10_000)) throw new SetupError('--rtt takes a time in ms, from 0 to 10000.')
  const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const unknown = positionals.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name))
  if (unknown.length > 0) {
    throw new SetupError(
      `There is no benchmark ${unknown.join(', ')}: choose from ${BENCHMARKS.map(({ name }) => name).join(', ')}.`,
    )
  }
  if (chosen.some(({ needsApp }) => needsApp)) await buildAppIfStale()
  const rows: Row[] = []
  for (const benchmark of chosen) {
    for (const row of await benchmark.run({ isLong: values.long, rttMs })) {
      rows.push(row)
      console.log(lineOf(row))
    }
  }
  if (values.json) {
    const report = rows.map(({ isMet, ...row }) => ({ ...row, met: isMet }))
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  return 0
})
