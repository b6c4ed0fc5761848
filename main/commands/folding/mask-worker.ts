import { parentPort } from 'node:worker_threads'
import { type KeyedAnswer, keyOf } from './fold-keys.ts'

/** Answers to make keys of, as they go to the thread. */
export interface MaskRequest {
  readonly id: number
  readonly answers: readonly KeyedAnswer[]
}

export interface MaskAnswer {
  readonly id: number
  readonly keys: readonly string[]
}

/** Entry of the thread that masks answers, because a thousand of them keep main busy for longer than a frame. */
parentPort?.on('message', ({ id, answers }: MaskRequest) => {
  const keys = answers.map((answer) => keyOf(answer, 'similar'))
  parentPort?.postMessage({ id, keys } satisfies MaskAnswer)
})
