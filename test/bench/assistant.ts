import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { leaveOut } from '../../resources/packaging/leave-out.ts'
import { LEFT_OUT_OF_MAIN } from '../../resources/packaging/left-out-parts.ts'
import { projectFolder } from '../support/project-paths.ts'
import { openWorkplace } from './assistant-workplace.ts'
import { atMost, type Benchmark, median, type Row, shown } from './report.ts'

const ROUNDS = 40
const WARM_UP = 5
const FIRST_ROUNDS = 5
const REQUESTS = [
  'how much disk space is left?',
  '查看内存',
  'which service failed?',
  '最近的系统日志',
  'is the network up?',
]
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Compares request to proposal with the request by bare `fetch`; the model answers at once, in another process. */
export const assistant: Benchmark = {
  name: 'assistant',
  run: async () => {
    const model = spawn(process.execPath, [fileOf('./llm-process.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
    try {
      const [baseUrl] = (await once(createInterface({ input: model.stdout }), 'line')) as [string]
      return await measure(baseUrl)
    } finally {
      const hasEnded = once(model, 'exit')
      model.stdin.end()
      await hasEnded
    }
  },
}

async function measure(baseUrl: string): Promise<readonly Row[]> {
  const firstFile = await bundleFirst()
  const first: number[] = []
  const bareFirst: number[] = []
  for (let round = 0; round < FIRST_ROUNDS; round++) {
    bareFirst.push(await bareRequest(baseUrl, 'x'))
    first.push(await firstQuestion(firstFile, baseUrl))
  }
  const workplace = openWorkplace(baseUrl)
  const ours: number[] = []
  const bare: number[] = []
  try {
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const text = REQUESTS[Math.abs(round) % REQUESTS.length] ?? ''
      const a = await workplace.ask(text)
      const b = await bareRequest(baseUrl, text)
      // Pauses, because the window gets at most ten events a second and an operator asks less often.
      await new Promise((resolve) => setTimeout(resolve, 250))
      if (round < 0) continue
      ours.push(a)
      bare.push(b)
    }
  } finally {
    workplace.close()
  }
  const words = (values: readonly number[]) => `${median(values).toFixed(1)} ms`
  return [
    atMost(
      'assistant',
      median(ours) - median(bare),
      30,
      'ms of our own',
      `request to proposal, medians of ${ROUNDS}: console ${words(ours)}, bare fetch of a streamed answer ${words(bare)}`,
    ),
    atMost(
      'assistant first',
      median(first) - median(bareFirst),
      400,
      'ms of our own',
      `first question of a process, bundled like the app, with the model library loaded: ${words(first)}, bare ${words(bareFirst)}`,
    ),
    shown('assistant ratio', median(ours) / median(bare), '× bare fetch', 'the same medians as a ratio'),
  ]
}

/** Bundles the code of the first question as the app is bundled: separate chunks for late imports, without the parts left out. */
async function bundleFirst(): Promise<string> {
  const outDir = join(projectFolder, 'node_modules/.cache/waypost-bench')
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectFolder,
    ssr: { noExternal: true },
    plugins: [leaveOut(LEFT_OUT_OF_MAIN)],
    resolve: { alias: [{ find: /^undici$/, replacement: fileOf('../../resources/packaging/undici-parts.mjs') }] },
    build: {
      ssr: fileOf('./assistant-first.ts'),
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, 'assistant-first.mjs')
}

async function firstQuestion(file: string, baseUrl: string): Promise<number> {
  const child = spawn(process.execPath, [file, baseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return Number(JSON.parse(line))
}

async function bareRequest(baseUrl: string, text: string): Promise<number> {
  const startedAt = performance.now()
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
    body: JSON.stringify({ model: 'stub-model', stream: true, messages: [{ role: 'user', content: text }] }),
  })
  await response.text()
  return performance.now() - startedAt
}
