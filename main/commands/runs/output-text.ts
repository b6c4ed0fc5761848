import { sha256 } from '../../safety/audit/audit-record.ts'
import { normalise } from '../folding/normalise.ts'
import type { Output } from '../models.ts'
import type { Sanitise } from '../ports.ts'

/** Bytes of one answer that are kept (stdout and stderr together). */
export const MAX_STORED_BYTES = 4 * 1024 * 1024
const MAX_SHOWN_BYTES = 256 * 1024
const MIN_SHOWN_BYTES = 4 * 1024
/** Shown bytes of a whole run: a turn travels to the window in one piece. */
const MAX_SHOWN_BYTES_OF_RUN = 4 * 1024 * 1024

/** The part of an output that the window gets. */
export interface ShownOutput {
  readonly stdout: string
  readonly stderr: string
  readonly outputBytes: number
  /** Bytes of the output that are shown; fewer than `outputBytes` where it was cut. */
  readonly shownBytes: number
  readonly hasInvisible: boolean
}

/** Bytes shown per device of a run on so many. */
export function shownLimitBytes(deviceCount: number): number {
  const share = Math.floor(MAX_SHOWN_BYTES_OF_RUN / Math.max(1, deviceCount))
  return Math.min(MAX_SHOWN_BYTES, Math.max(MIN_SHOWN_BYTES, share))
}

/** Adds to an output; what is over the limit is counted and left out. */
export function addOutput(output: Output, stream: 'stdout' | 'stderr', text: string): Output {
  const bytes = Buffer.byteLength(text)
  const free = MAX_STORED_BYTES - Buffer.byteLength(output.stdout) - Buffer.byteLength(output.stderr)
  const kept = bytes <= free ? text : headOf(Buffer.from(text), Math.max(0, free))
  return { ...output, [stream]: output[stream] + kept, totalBytes: output.totalBytes + bytes }
}

/** SHA-256 of an output's bytes as stored, stdout first. */
export function outputSha256(output: Output): string {
  return sha256(output.stdout + output.stderr)
}

/** SHA-256 of what answers are compared by, stdout first. */
export function wholeSha256({ stdout, stderr }: Output): string {
  return sha256(`${normalise(stdout)}\0${normalise(stderr)}`)
}

/** Cuts to head and tail, then sanitises. stderr gets up to a quarter, stdout the rest. */
export function showOutput(output: Output, limitBytes: number, sanitise: Sanitise): ShownOutput {
  const stderr = cutMiddle(output.stderr, Math.floor(limitBytes / 4))
  const stdout = cutMiddle(output.stdout, limitBytes - stderr.keptBytes)
  const shownStdout = sanitise(stdout.text)
  const shownStderr = sanitise(stderr.text)
  return {
    stdout: shownStdout.text,
    stderr: shownStderr.text,
    outputBytes: output.totalBytes,
    shownBytes: stdout.keptBytes + stderr.keptBytes,
    hasInvisible: [...shownStdout.marks, ...shownStderr.marks].includes('invisible-characters'),
  }
}

function cutMiddle(text: string, limitBytes: number): { readonly text: string; readonly keptBytes: number } {
  // A UTF-16 unit is at most three bytes of UTF-8: most answers need no counting.
  if (text.length * 3 <= limitBytes) return { text, keptBytes: Buffer.byteLength(text) }
  const bytes = Buffer.from(text)
  if (bytes.length <= limitBytes) return { text, keptBytes: bytes.length }
  const head = headOf(bytes, Math.floor(limitBytes / 2))
  const tail = tailOf(bytes, limitBytes - Math.floor(limitBytes / 2))
  const keptBytes = Buffer.byteLength(head) + Buffer.byteLength(tail)
  return { text: `${head}\n[… ${bytes.length - keptBytes} B …]\n${tail}`, keptBytes }
}

/** Whole characters only: a cut never makes a replacement character. */
function headOf(bytes: Buffer, limit: number): string {
  let end = Math.min(limit, bytes.length)
  while (end > 0 && end < bytes.length && isContinuation(bytes[end])) end -= 1
  return bytes.toString('utf8', 0, end)
}

function tailOf(bytes: Buffer, limit: number): string {
  let start = Math.max(0, bytes.length - limit)
  while (start < bytes.length && isContinuation(bytes[start])) start += 1
  return bytes.toString('utf8', start)
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}
