import type { TestMessage } from '../../../preload/contract/models/broker/broker.ts'
import type { SessionMessage } from '../session/broker-session.ts'

/** Bytes of a payload that are kept and shown. */
export const SHOWN_BYTES = 2_048
const HEX_BYTES = 256
const TOPIC_CHARS = 256

/** A message as kept until it is shown: its head is copied, so that a large payload is let go. */
export interface KeptMessage {
  readonly id: number
  readonly topic: string
  readonly qos: 0 | 1 | 2
  readonly isRetained: boolean
  readonly receivedAt: number
  readonly bytes: number
  readonly head: Buffer
}

export function keepMessage(message: SessionMessage, id: number, receivedAt: number): KeptMessage {
  const { topic, payload, qos, isRetained } = message
  return {
    id,
    topic,
    qos,
    isRetained,
    receivedAt,
    bytes: payload.length,
    head: Buffer.from(payload.subarray(0, SHOWN_BYTES)),
  }
}

/** Text where it is text, else hexadecimal; nothing in it can act on the window. */
export function showMessage(
  kept: KeptMessage,
  sanitise: (text: string) => { readonly text: string; readonly marks: readonly string[] },
  sanitiseLine: (text: string, maxChars: number) => string,
): TestMessage {
  const { head, topic, ...facts } = kept
  const text = textOf(head, kept.bytes > head.length)
  const safe = text === null ? null : sanitise(text)
  return {
    ...facts,
    topic: sanitiseLine(topic, TOPIC_CHARS),
    form: safe === null ? 'hex' : 'text',
    payload: safe === null ? hexOf(head) : safe.text,
    isCut: kept.bytes > (safe === null ? Math.min(head.length, HEX_BYTES) : head.length),
    isMarked: safe !== null && safe.marks.length > 0,
  }
}

function textOf(bytes: Buffer, isCut: boolean): string | null {
  // A NUL is in no text.
  if (bytes.includes(0)) return null
  try {
    // With `stream` a character that the cut goes through is left out instead of refused.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut })
  } catch {
    return null
  }
}

function hexOf(bytes: Buffer): string {
  const lines: string[] = []
  for (let at = 0; at < Math.min(bytes.length, HEX_BYTES); at += 16) {
    const row = bytes.subarray(at, Math.min(at + 16, HEX_BYTES))
    lines.push((row.toString('hex').match(/../g) ?? []).join(' '))
  }
  return lines.join('\n')
}
