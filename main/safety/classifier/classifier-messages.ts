import type { MessagePort } from 'node:worker_threads'
import type { Classification, Shell } from '../../../preload/contract/models/safety/safety.ts'

/** Places in the shared memory: the number of the request that was begun, and of the one that is done. */
export const MARK_STARTED = 0
export const MARK_DONE = 1

/** Start data of the classifier's thread. */
export interface ThreadData {
  readonly port: MessagePort
  readonly marks: Int32Array
}

export interface ThreadRequest {
  readonly id: number
  readonly command: string
  readonly shell: Shell
}

/** `error` where the classifier threw, so that nothing is sent. */
export interface ThreadAnswer {
  readonly id: number
  readonly found?: Classification
  readonly error?: string
}

/** A report of the thread about itself. */
export type ThreadNews =
  | { readonly kind: 'ready'; readonly tableVersion: string }
  | { readonly kind: 'fault'; readonly fault: string }
