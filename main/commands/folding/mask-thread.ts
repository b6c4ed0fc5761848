import type { Worker } from 'node:worker_threads'
import type { Log } from '../../shared/log.ts'
import { inSlices, type NextTurn } from '../../shared/work/slices.ts'
import { type KeyedAnswer, keyOf } from './fold-keys.ts'
import type { MaskAnswer, MaskRequest } from './mask-worker.ts'

/** Characters sent at a time, because copying them to the thread is work of this one. */
const BATCH_CHARS = 512 * 1024

interface MaskThreadDeps {
  /** Starts the thread of `mask-worker.ts`; null without one, and then masks are put on here, a slice at a time. */
  readonly start: (() => Worker) | null
  readonly nextTurn: NextTurn
  readonly log: Log
}

/** Makes the keys of similar answers in a thread, started with the first of them; where it fails, here and in slices. */
export class MaskThread {
  readonly #deps: MaskThreadDeps
  readonly #waiting = new Map<number, { resolve: (keys: readonly string[]) => void; reject: (error: Error) => void }>()
  #worker: Worker | null = null
  #hasFailed = false
  #lastId = 0

  constructor(deps: MaskThreadDeps) {
    this.#deps = deps
  }

  /** Returns a key for each answer, in their order. */
  async keysOf(answers: readonly KeyedAnswer[]): Promise<readonly string[]> {
    if (answers.length === 0) return []
    const worker = this.#started()
    if (worker === null) return this.#here(answers)
    const made: Promise<readonly string[]>[] = []
    for (const batch of batchesOf(answers)) {
      made.push(this.#ask(worker, batch).catch(() => this.#here(batch)))
      await this.#deps.nextTurn()
    }
    return (await Promise.all(made)).flat()
  }

  async dispose(): Promise<void> {
    this.#hasFailed = true
    await this.#worker?.terminate()
  }

  async #here(answers: readonly KeyedAnswer[]): Promise<readonly string[]> {
    const keys: string[] = []
    await inSlices(answers, this.#deps.nextTurn, (answer) => keys.push(keyOf(answer, 'similar')))
    return keys
  }

  #ask(worker: Worker, answers: readonly KeyedAnswer[]): Promise<readonly string[]> {
    if (this.#worker !== worker) return Promise.reject(new Error('the thread is gone'))
    this.#lastId++
    const request: MaskRequest = { id: this.#lastId, answers }
    const keys = new Promise<readonly string[]>((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject })
    })
    worker.postMessage(request)
    return keys
  }

  #started(): Worker | null {
    const { start, log } = this.#deps
    if (this.#worker !== null || start === null || this.#hasFailed) return this.#worker
    const worker = start()
    // Masking never keeps the app from ending.
    worker.unref()
    worker.on('message', ({ id, keys }: MaskAnswer) => {
      this.#waiting.get(id)?.resolve(keys)
      this.#waiting.delete(id)
    })
    worker.on('error', (error) => log.error('the thread that masks answers failed', error))
    worker.on('exit', () => this.#onExit())
    this.#worker = worker
    return worker
  }

  #onExit(): void {
    this.#worker = null
    this.#hasFailed = true
    for (const { reject } of this.#waiting.values()) reject(new Error('the thread ended'))
    this.#waiting.clear()
  }
}

function* batchesOf(answers: readonly KeyedAnswer[]): Generator<readonly KeyedAnswer[]> {
  let batch: KeyedAnswer[] = []
  let chars = 0
  for (const answer of answers) {
    batch.push(answer)
    chars += answer.texts.reduce((sum, text) => sum + text.length, 0)
    if (chars < BATCH_CHARS) continue
    yield batch
    batch = []
    chars = 0
  }
  if (batch.length > 0) yield batch
}
