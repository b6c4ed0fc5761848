import { basename } from 'node:path'
import type { LogReading } from '../../../../preload/contract/models/broker/connection.ts'
import type { brokerLogRoutes } from '../../../../preload/contract/routes/broker/broker-log.ts'
import type { LogThreads } from '../../../broker/log/log-threads.ts'
import type { Dialogs } from '../../../shared/dialogs.ts'
import type { HandlersOf } from '../../router.ts'

const TELL_EVERY_MS = 100

/** Reads and explains logs of a broker; how far a large file is read is told by `onReading`. */
export function brokerLogHandlers({
  dialogs,
  logs,
  onReading,
}: {
  readonly dialogs: Pick<Dialogs, 'openFile'>
  readonly logs: Pick<LogThreads, 'explain' | 'open'>
  readonly onReading: (reading: LogReading) => void
}): HandlersOf<typeof brokerLogRoutes> {
  return {
    'broker.explainLog': ({ text }) => logs.explain(text),
    'broker.openLog': async () => {
      const path = await dialogs.openFile()
      return path === null ? null : { name: basename(path), ...(await logs.open(path, seldom(onReading))) }
    },
  }
}

/** Events come at most ten times a second; the last one always. */
function seldom(tell: (reading: LogReading) => void): (reading: LogReading) => void {
  let toldAt = 0
  return (reading) => {
    const now = Date.now()
    if (reading.read < reading.total && now - toldAt < TELL_EVERY_MS) return
    toldAt = now
    tell(reading)
  }
}
