import { Duplex } from 'node:stream'
import type { LargePublishes } from './large-publish.ts'

/**
 * The stream of a session, with large messages shortened on their way in, and a few packets handed on in a turn of the event
 * loop, because answers that piled up in the socket would hold main for as long as it takes to work on all of them. What
 * fails is told by `source` alone: it ends as `source` does, after all that was received.
 */
export function shortenedStream(source: Duplex, publishes: LargePublishes): Duplex {
  const isGone = () => source.destroyed || source.writableEnded
  const waiting: Buffer[] = []
  let isWanted = false
  let isTurnUsed = false
  let end: (() => void) | null = null
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => {
      isWanted = true
      goOn()
    },
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
    destroy: (error, done) => {
      waiting.length = 0
      source.destroy()
      done(error)
    },
  })

  function goOn(): void {
    if (isTurnUsed || stream.destroyed) return
    if (waiting.length === 0) {
      if (end !== null) end()
      else if (isWanted) source.resume()
      return
    }
    if (!isWanted) return
    isTurnUsed = true
    isWanted = stream.push(waiting.shift())
    setImmediate(() => {
      isTurnUsed = false
      goOn()
    })
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
