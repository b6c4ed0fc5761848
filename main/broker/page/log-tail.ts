import { type FileHandle, open } from 'node:fs/promises'
import type { LogView } from '../../../preload/contract/models/broker/broker.ts'
import type { Timers } from '../../shared/timers.ts'
import { errorCode } from '../diagnosis/detail.ts'
import { decodeLog } from '../log/reading/decode-log.ts'

export interface LogTailDeps {
  /** Paths that a local Mosquitto usually writes to, the likeliest first. */
  readonly usualFiles: readonly string[]
  readonly sanitiseLine: (text: string, maxChars: number) => string
  readonly timers: Timers
  /** At most once a second, and only while it follows. */
  readonly onChanged: (view: LogView) => void
}

const PERIOD_MS = 1_000
const TAIL_BYTES = 64 * 1024
const MAX_LINES = 300
const MAX_LINE_CHARS = 400

type FileState = Pick<LogView, 'path' | 'state' | 'lines' | 'isCut'>

/** The end of a log file, read anew when it grew, was cut or was exchanged by a rotation. Never more than 64 KB of it. */
export class LogTail {
  readonly #deps: LogTailDeps
  #chosen: string | null = null
  #view: FileState = { path: null, state: 'absent', lines: [], isCut: false }
  #seen = ''
  #isFollowing = false
  #cancel: (() => void) | null = null

  constructor(deps: LogTailDeps) {
    this.#deps = deps
  }

  view(): LogView {
    return { source: 'file', ...this.#view }
  }

  /** A file that the operator chose in a dialog; never a path that came from the window. */
  async choose(path: string): Promise<LogView> {
    this.#chosen = path
    await this.#read()
    return this.view()
  }

  /** Reads now, then whenever the file changed, until `pause`. */
  async follow(): Promise<void> {
    if (this.#isFollowing) return
    this.#isFollowing = true
    await this.#read()
    this.#again()
  }

  pause(): void {
    this.#isFollowing = false
    this.#cancel?.()
    this.#cancel = null
  }

  #again(): void {
    if (!this.#isFollowing || this.#cancel !== null) return
    this.#cancel = this.#deps.timers.after(PERIOD_MS, () => {
      this.#cancel = null
      void this.#read().then((isNew) => {
        if (isNew && this.#isFollowing) this.#deps.onChanged(this.view())
        this.#again()
      })
    })
  }

  /** Resolves to true when anything changed. */
  async #read(): Promise<boolean> {
    const files = this.#chosen === null ? this.#deps.usualFiles : [this.#chosen]
    let worst: FileState = { path: this.#chosen, state: 'absent', lines: [], isCut: false }
    for (const path of files) {
      const found = await this.#readFile(path)
      if (found === 'same') return false
      if (found.state === 'reading') return this.#set(found)
      if (found.state !== 'absent') worst = found
    }
    this.#seen = ''
    return this.#set(worst)
  }

  async #readFile(path: string): Promise<FileState | 'same'> {
    const without = (state: FileState['state']): FileState => ({ path, state, lines: [], isCut: false })
    let file: FileHandle | null = null
    try {
      file = await open(path, 'r')
      const { size, mtimeMs, ino, isFile } = await factsOf(file)
      if (!isFile) return without('not-a-file')
      const seen = `${path} ${ino} ${size} ${mtimeMs}`
      if (seen === this.#seen && this.#view.state === 'reading') return 'same'
      const length = Math.min(size, TAIL_BYTES)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
      this.#seen = seen
      return { path, state: 'reading', ...this.#lines(buffer.subarray(0, bytesRead), size > length) }
    } catch (error) {
      const code = errorCode(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return without('absent')
      if (code === 'EACCES' || code === 'EPERM') return without('forbidden')
      return without(code === 'EISDIR' ? 'not-a-file' : 'failed')
    } finally {
      await file?.close()
    }
  }

  #lines(bytes: Buffer, isCut: boolean): Pick<FileState, 'lines' | 'isCut'> {
    const lines = decodeLog(bytes).split('\n')
    // The first line of a part is most often half of one; after the last line end there is none.
    if (isCut) lines.shift()
    if (lines.at(-1) === '') lines.pop()
    const kept = lines.slice(-MAX_LINES)
    return {
      lines: kept.map((line) => this.#deps.sanitiseLine(readableTime(line.replace(/\r$/, '')), MAX_LINE_CHARS)),
      isCut: isCut || kept.length < lines.length,
    }
  }

  #set(view: FileState): boolean {
    const isSame = view.state !== 'reading' && view.state === this.#view.state && view.path === this.#view.path
    this.#view = view
    return !isSame
  }
}

async function factsOf(file: FileHandle) {
  const stats = await file.stat()
  return { size: stats.size, mtimeMs: stats.mtimeMs, ino: stats.ino, isFile: stats.isFile() }
}

/** Mosquitto writes epoch seconds unless told otherwise. */
function readableTime(line: string): string {
  const [, seconds, rest] = /^(\d{10}): (.*)$/.exec(line) ?? []
  return seconds === undefined ? line : `${new Date(Number(seconds) * 1_000).toISOString()}: ${rest}`
}
