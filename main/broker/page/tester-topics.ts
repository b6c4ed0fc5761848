import { AppError } from '../../../preload/contract/errors.ts'

/** Topics on which a device takes orders: `control` is one of the executor in the field. */
const ORDERS = ['command', 'cancel', 'control']

/** Throws `TOPIC_INVALID` for what MQTT does not allow to publish to, `TOPIC_RESERVED` for what goes through an approval. */
export function checkPublishTopic(topic: string): void {
  if (topic === '' || /[+#]/.test(topic) || !isMqttText(topic)) throw new AppError('TOPIC_INVALID', { field: 'topic' })
  const levels = topic.split('/')
  if (levels.length === 3 && levels[0] === 'device' && ORDERS.includes(levels[2] ?? '')) {
    throw new AppError('TOPIC_RESERVED', { field: 'topic', topic })
  }
  if (topic.startsWith('$')) throw new AppError('TOPIC_INVALID', { field: 'topic', reason: 'topic-system' })
}

/** Throws `TOPIC_INVALID` for what is no topic filter (MQTT 5, section 4.7.1). */
export function checkFilter(filter: string): void {
  const levels = filter.split('/')
  const isRight = levels.every((level, index) => {
    if (level === '#') return index === levels.length - 1
    return level === '+' || !/[+#]/.test(level)
  })
  if (filter === '' || !isMqttText(filter) || !isRight) {
    throw new AppError('TOPIC_INVALID', { field: 'filter' })
  }
}

/** MQTT 5, section 1.5.4: no NUL and no lone surrogate. */
function isMqttText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text)
}

/** Bytes of a payload as typed. Throws `INVALID_INPUT` for what is no hexadecimal text. */
export function payloadBytes(payload: string, encoding: 'text' | 'hex'): Buffer {
  if (encoding === 'text') return Buffer.from(payload, 'utf8')
  const digits = payload.replace(/\s+/g, '')
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) throw new AppError('INVALID_INPUT', { field: 'payload' })
  return Buffer.from(digits, 'hex')
}
