import type { Worker } from 'node:worker_threads'
import { AppError } from '../../../preload/contract/errors.ts'
import type { LogFinding, LogReading } from '../../../preload/contract/models/broker/connection.ts'
import type { ExplainedLog, LogNews, LogOrder } from './log-order.ts'

/** Shorter texts are explained at once, because to start a thread takes longer. */
const AT_ONCE_CHARS = 50_000

/** Explains logs, each in a thread of its own that ends with it, so that main goes on meanwhile. */
export class LogThreads {
  readonly #start: (order: LogOrder) => Worker
  readonly #running = new Set<Worker>()

  /** `start` runs the thread of `log-worker.ts`. */
  constructor(start: (order: LogOrder) => Worker) {
    this.#start = start
  }

  /** Returns the causes in a text, gravest first. */
  async explain(text: string): Promise<readonly LogFinding[]> {
    if (text.length > AT_ONCE_CHARS) return (await this.#run({ text })).findings
    const { explainLog } = await import('./explain-log.ts')
    return explainLog(text)
  }

  /** Explains the end of a file; progress in bytes. Throws `DISK_FAILED` where it cannot be read. */
  open(path: string, onReading: (reading: LogReading) => void): Promise<ExplainedLog> {
    return this.#run({ path }, onReading)
  }

  /** Ends what is being explained; its promises reject. */
  async dispose(): Promise<void> {
    await Promise.all([...this.#running].map((worker) => worker.terminate()))
  }

  async #run(order: LogOrder, onReading: (reading: LogReading) => void = () => undefined): Promise<ExplainedLog> {
    const worker = this.#start(order)
    // Explaining never keeps the app from ending.
    worker.unref()
    this.#running.add(worker)
    try {
      return await new Promise((resolve, reject) => {
        worker.on('message', (news: LogNews) => {
          if (news.kind === 'reading') onReading({ read: news.read, total: news.total })
          else if (news.kind === 'explained') resolve(news.log)
          else reject(unreadable(order, news.reason))
        })
        worker.on('error', reject)
        worker.on('exit', (code) => reject(new Error(`the thread that explains a log ended with ${code}`)))
      })
    } finally {
      this.#running.delete(worker)
      await worker.terminate()
    }
  }
}

function unreadable(order: LogOrder, reason: string): AppError {
  return new AppError('DISK_FAILED', { path: 'path' in order ? order.path : '' }, { cause: new Error(reason) })
}
