import { Duplex } from 'node:stream'
import type { LargePublishes } from './large-publish.ts'

/**
 * The stream of a session, with large messages shortened on their way in. What fails is told by `source` alone: it ends as
 * `source` does, after all that was received.
 */
export function shortenedStream(source: Duplex, publishes: LargePublishes): Duplex {
  const isGone = () => source.destroyed || source.writableEnded
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => void source.resume(),
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
      source.destroy()
      done(error)
    },
  })
  source.on('data', (chunk: Buffer) => {
    for (const part of publishes.shorten(chunk)) if (!stream.push(part)) source.pause()
  })
  source.on('end', () => stream.push(null))
  source.on('error', (error) => stream.destroy(error))
  source.on('close', () => {
    if (!source.readableEnded) stream.destroy()
  })
  return stream
}
