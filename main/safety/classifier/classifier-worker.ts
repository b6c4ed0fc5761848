import { setTimeout as after, setImmediate as afterOthers } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Classifier } from './classifier.ts'
import {
  MARK_DONE,
  MARK_STARTED,
  type ThreadAnswer,
  type ThreadData,
  type ThreadNews,
  type ThreadRequest,
} from './classifier-messages.ts'

/** After the first picture of the window. */
const TABLE_CHECK_DELAY_MS = 5_000

/** Entry of the classifier's thread: answers one request after the other, and checks the tables in between. */
const { port, marks } = workerData as ThreadData
const classifier = new Classifier()

port.on('message', ({ id, command, shell }: ThreadRequest) => {
  mark(MARK_STARTED, id)
  port.postMessage(answer({ id, command, shell }))
  mark(MARK_DONE, id)
})
tell({ kind: 'ready', tableVersion: classifier.tableVersion })
await after(TABLE_CHECK_DELAY_MS)
for (const faults of classifier.tableFaults()) {
  for (const fault of faults) tell({ kind: 'fault', fault })
  await afterOthers()
}

function answer({ id, command, shell }: ThreadRequest): ThreadAnswer {
  try {
    return { id, found: classifier.classify(command, shell) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function mark(place: number, id: number): void {
  Atomics.store(marks, place, id)
  Atomics.notify(marks, place)
}

function tell(news: ThreadNews): void {
  parentPort?.postMessage(news)
}
