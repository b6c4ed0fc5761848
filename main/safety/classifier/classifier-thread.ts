import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import type { Classification, Shell } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { Log } from '../../shared/log.ts'
import type { ThreadAnswer, ThreadData, ThreadNews, ThreadRequest } from './classifier-messages.ts'
import { MARK_DONE, MARK_STARTED } from './classifier-messages.ts'
import type { ShellClassifier } from './judge-for-systems.ts'

/** Longest that judging one command may compute; a read takes well below a millisecond. */
const JUDGE_MS = 250
/** Longest that main waits for a thread that gets no processor: a machine under load, not a hostile command. */
const STARVED_MS = 2_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 30_000

const TOO_LONG = {
  en: 'judging it took too long, so it was stopped: send it in parts',
  zh: '判断耗时过长，已停止：请拆分后发送',
}
const STARTING = {
  en: 'what judges commands is being started: try again in a moment',
  zh: '命令判断程序正在启动：请稍后再试',
}
const RESTARTING = {
  en: 'what judges commands was stopped and is being started again: try again in a moment',
  zh: '命令判断程序已停止，正在重新启动：请稍后再试',
}

interface ClassifierThreadDeps {
  /** Starts the thread of `classifier-worker.ts`. */
  readonly start: (data: ThreadData, transfer: readonly MessagePort[]) => Worker
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
  /** Lengths of time in ms, for tests. */
  readonly judgeMs?: number
  /** Processor time in ms that this process has used, all threads together; for tests. */
  readonly usedMs?: () => number
}

interface Thread {
  readonly worker: Worker
  readonly port: MessagePort
  readonly marks: Int32Array
}

/**
 * Runs the classifier in a thread of its own, so that no command can hold main up by what it costs for longer than {@link JUDGE_MS}:
 * over that it is `refused`, the thread is ended, and a new one is started. On a machine so busy that the thread gets no
 * processor, main waits for up to {@link STARVED_MS} instead of refusing a command that costs nothing. `classify` waits for the answer, because an approval is
 * judged again in the same turn of the event loop in which it is used; await `ready` before it, which does not block.
 */
export class ClassifierThread implements ShellClassifier {
  readonly #deps: ClassifierThreadDeps
  #thread: Thread | null = null
  #loading: Promise<void> | null = null
  #isReady = false
  #isDisposed = false
  #pauseMs = FIRST_PAUSE_MS
  #cancelPause: (() => void) | null = null
  #tableVersion = ''
  #lastId = 0

  constructor(deps: ClassifierThreadDeps) {
    this.#deps = deps
  }

  /** Resolves when commands can be judged. Rejects when the thread cannot be started; then nothing is judged or sent. */
  ready(): Promise<void> {
    this.#loading ??= this.#start()
    return this.#loading
  }

  /** Refuses while the thread starts; where nobody has called `ready`, this starts it. */
  classify(command: string, shell: Shell): Classification {
    const thread = this.#thread
    if (this.#tableVersion === '') {
      this.ready().catch((error) => this.#deps.log.error('the classifier could not be started', error))
      return this.#refused('judge.starting', STARTING)
    }
    if (thread === null || !this.#isReady) return this.#refused('judge.restarting', RESTARTING)
    this.#lastId = (this.#lastId + 1) % 2 ** 30
    const id = this.#lastId
    thread.port.postMessage({ id, command, shell } satisfies ThreadRequest)
    if (!waitFor(thread.marks, MARK_STARTED, id, STARVED_MS)) {
      this.#restart('the thread did not begin to judge')
      return this.#refused('judge.restarting', RESTARTING)
    }
    if (!this.#isDone(thread, id)) {
      this.#restart(`judging ${command.length} characters for ${shell} took too long`)
      return this.#refused('judge.time', TOO_LONG)
    }
    return this.#answerOf(thread, id)
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true
    this.#cancelPause?.()
    await this.#end()
  }

  /** Waits for the answer; false when judging has used up its time. Main sleeps meanwhile, so what the process uses is the thread's. */
  #isDone({ marks }: Thread, id: number): boolean {
    const { judgeMs = JUDGE_MS, usedMs = processorMs } = this.#deps
    const end = performance.now() + STARVED_MS
    const mostUsed = usedMs() + judgeMs
    for (;;) {
      if (waitFor(marks, MARK_DONE, id, judgeMs)) return true
      if (usedMs() >= mostUsed || performance.now() >= end) return false
    }
  }

  #answerOf(thread: Thread, id: number): Classification {
    for (let found = receiveMessageOnPort(thread.port); found; found = receiveMessageOnPort(thread.port)) {
      const answer = found.message as ThreadAnswer
      if (answer.id !== id) continue
      if (answer.found) return answer.found
      throw new Error(answer.error ?? 'The classifier failed')
    }
    throw new Error('The classifier gave no answer')
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel()
      const marks = new Int32Array(new SharedArrayBuffer(8))
      const worker = this.#deps.start({ port: port2, marks }, [port2])
      const thread: Thread = { worker, port: port1, marks }
      this.#thread = thread
      worker.unref()
      port1.unref()
      worker.on('message', (news: ThreadNews) => {
        if (news.kind === 'fault') this.#deps.log.error('rule table', news.fault)
        else {
          this.#tableVersion = news.tableVersion
          this.#isReady = true
          this.#pauseMs = FIRST_PAUSE_MS
          resolve()
        }
      })
      worker.on('error', (error) => {
        this.#deps.log.error('the thread of the classifier failed', error)
        reject(error)
      })
      worker.on('exit', (code) => {
        reject(new Error(`the thread of the classifier ended with ${code}`))
        if (this.#thread === thread) this.#restart(`the thread ended with ${code}`)
      })
    })
  }

  #restart(reason: string): void {
    if (this.#isDisposed) return
    this.#deps.log.warn('the classifier is started again', { reason })
    void this.#end()
    const pauseMs = this.#pauseMs
    this.#pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    this.#cancelPause?.()
    this.#cancelPause = this.#deps.after(pauseMs, () => {
      this.#start().catch((error) => this.#deps.log.error('the classifier could not be started again', error))
    })
  }

  async #end(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    this.#isReady = false
    thread?.port.close()
    await thread?.worker.terminate()
  }

  #refused(rule: string, reason: LocalizedText): Classification {
    return {
      class: 'refused',
      reasons: [reason],
      options: [],
      rules: [rule],
      cutsOff: false,
      endless: false,
      tableVersion: this.#tableVersion,
    }
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Waits until the other thread has set a mark to `value`; false when it took longer than `ms`. */
function waitFor(marks: Int32Array, mark: number, value: number, ms: number): boolean {
  const end = performance.now() + ms
  for (;;) {
    const now = Atomics.load(marks, mark)
    if (now === value) return true
    const left = end - performance.now()
    if (left <= 0) return false
    Atomics.wait(marks, mark, now, left)
  }
}
