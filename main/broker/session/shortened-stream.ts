import { Duplex, type DuplexOptions } from 'node:stream'
import type { LargePublishes } from './large-publish.ts'

/** Ms of work in one turn of the event loop after which others get theirs. */
const TURN_MS = 8

/**
 * The stream of a session, with large messages shortened on their way in, and handed on for a few ms in a turn of the event
 * loop, because answers that piled up in the socket would hold main for as long as it takes to work on all of them. What
 * fails is told by `source` alone: it ends as `source` does, after all that was received.
 */
export function shortenedStream(source: Duplex, publishes: LargePublishes): Duplex {
  const waiting: Buffer[] = []
  let isWanted = false
  /** True while what was handed on is worked on, and until the next turn where this one is used up. */
  let isBusy = false
  let turnBeganAt: number | null = null
  let end: (() => void) | null = null
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => {
      isWanted = true
      goOn()
    },
    ...writesTo(source),
    destroy: (error, done) => {
      waiting.length = 0
      source.destroy()
      done(error)
    },
  })

  function goOn(): void {
    if (isBusy || stream.destroyed) return
    if (waiting.length === 0) {
      if (end !== null) end()
      else if (isWanted) source.resume()
      return
    }
    if (!isWanted) return
    isBusy = true
    turnBeganAt ??= beginTurn()
    isWanted = stream.push(waiting.shift())
    // A microtask comes after all that the packets of a piece do in ticks of their own.
    queueMicrotask(handedOn)
  }

  function handedOn(): void {
    if (turnBeganAt !== null && performance.now() - turnBeganAt >= TURN_MS) return
    isBusy = false
    goOn()
  }

  function beginTurn(): number {
    setImmediate(() => {
      turnBeganAt = null
      isBusy = false
      goOn()
    })
    return performance.now()
  }

  /** Ends the stream once all that was received is handed on. */
  function endWith(last: () => void): void {
    // A socket that was reset holds what nobody took from it.
    for (let left = source.read(); left !== null; left = source.read()) waiting.push(...publishes.shorten(left))
    end ??= last
    goOn()
  }

  source.on('data', (chunk: Buffer) => {
    waiting.push(...publishes.shorten(chunk))
    if (waiting.length === 0) return
    source.pause()
    goOn()
  })
  source.on('end', () => endWith(() => stream.push(null)))
  source.on('error', (error) => endWith(() => stream.destroy(error)))
  source.on('close', () => {
    if (!source.readableEnded) endWith(() => stream.destroy())
  })
  return stream
}

/** What is written goes to the source as it is, in one piece a turn. */
function writesTo(source: Duplex): Required<Pick<DuplexOptions, 'writev' | 'final'>> {
  const isGone = () => source.destroyed || source.writableEnded
  return {
    writev: (chunks, done) => {
      if (isGone()) return done()
      source.cork()
      for (const [index, { chunk }] of chunks.entries()) {
        source.write(chunk, index === chunks.length - 1 ? () => done() : undefined)
      }
      source.uncork()
    },
    final: (done) => {
      if (isGone()) done()
      else source.end(() => done())
    },
  }
}
