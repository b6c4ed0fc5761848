import { isTaken, PROBE_EXPIRY_S, PROBE_PAYLOAD, type Probe } from './probe.ts'

const WAIT_MS = 1_000

/**
 * True if a level of a topic that holds a dot does not fit `+`, because the broker takes the dot for a separator of its own:
 * a device of such an id is never heard. Asked below `test/`, where the account may publish and read.
 */
export async function areDotsApart({ context, spare, publisher, id }: Probe): Promise<boolean> {
  const topic = `test/${id.replace('waypost-probe-', 'waypost-probe.')}/dots`
  const subscribed = await spare.ask((open) => open.subscribe(['test/+/dots']))
  if (subscribed.kind !== 'answered' || subscribed.value.length > 0) return false
  const sent = await publisher.ask((open) => open.publish(topic, PROBE_PAYLOAD, { messageExpiryS: PROBE_EXPIRY_S }))
  if (sent.kind === 'hung-up') return true
  if (sent.kind !== 'answered' || !isTaken(sent.value)) return false
  const heard = await spare.ask((_open, own) => own.message(topic, Math.min(WAIT_MS, context.timeoutMs)))
  return heard.kind === 'answered' && heard.value === null
}
