import type { BrokerSample, TesterState } from '../../../preload/contract/models/broker/broker.ts'

const SERIES_MS = 60 * 60_000
const KEPT_MESSAGES = 200

/** The chart's points with a new one, an hour at most. */
export function withSample(series: readonly BrokerSample[], sample: BrokerSample | null): readonly BrokerSample[] {
  if (sample === null || series.some(({ at }) => at === sample.at)) return series
  return [...series.filter(({ at }) => sample.at - at <= SERIES_MS), sample]
}

/** The tester's state with the messages of an event put behind those that are here; one that came twice counts once. */
export function withTester(before: TesterState, event: TesterState): TesterState {
  const last = before.messages.at(-1)?.id ?? 0
  const fresh = event.messages.filter(({ id }) => id > last)
  return { ...event, messages: [...before.messages, ...fresh].slice(-KEPT_MESSAGES) }
}
