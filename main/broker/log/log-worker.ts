import { parentPort, workerData } from 'node:worker_threads'
import { explainLog } from './explain-log.ts'
import type { ExplainedLog, LogNews, LogOrder } from './log-order.ts'
import { type LogEnd, readLogEnd } from './reading/read-log-end.ts'

/** What the window shows of a log; a text of megabytes would hold up the window. */
const SHOWN_CHARS = 200_000

/** Entry of the thread that reads and explains one log, because four megabytes of it keep main busy for a second and more. */
const order = workerData as LogOrder
const end = await endOf(order)
if (end !== null) tell({ kind: 'explained', log: explained(end) })

/** Returns null where the file could not be read, and says why. */
async function endOf(wanted: LogOrder): Promise<LogEnd | null> {
  if ('text' in wanted) return { text: wanted.text, size: wanted.text.length, isCut: false }
  try {
    return await readLogEnd(wanted.path, { onProgress: ({ read, total }) => tell({ kind: 'reading', read, total }) })
  } catch (error) {
    tell({ kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) })
    return null
  }
}

function explained({ text, size, isCut }: LogEnd): ExplainedLog {
  const shown = text.length > SHOWN_CHARS ? text.slice(text.indexOf('\n', text.length - SHOWN_CHARS) + 1) : text
  return { text: shown, size, isCut, isShownCut: shown !== text, findings: explainLog(text) }
}

function tell(news: LogNews): void {
  parentPort?.postMessage(news)
}
