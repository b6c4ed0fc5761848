import { basename } from 'node:path'
import { AppError } from '../../../preload/contract/errors.ts'
import type { LogReading } from '../../../preload/contract/models/connection.ts'
import type { brokerLogRoutes } from '../../../preload/contract/routes/broker-log.ts'
import { explainLog } from '../../broker/log/explain-log.ts'
import { type LogEnd, readLogEnd } from '../../broker/log/reading/read-log-end.ts'
import type { Dialogs } from '../../shared/dialogs.ts'
import type { HandlersOf } from '../router.ts'

/** What the window shows of it; a text of megabytes would hold up the window. */
const SHOWN_CHARS = 200_000
const TELL_EVERY_MS = 100

/** Reads and explains logs of a broker; how far a large file is read is told by `onReading`. */
export function brokerLogHandlers({
  dialogs,
  onReading,
}: {
  readonly dialogs: Pick<Dialogs, 'openFile'>
  readonly onReading: (reading: LogReading) => void
}): HandlersOf<typeof brokerLogRoutes> {
  return {
    'broker.explainLog': ({ text }) => explainLog(text),
    'broker.openLog': async () => {
      const path = await dialogs.openFile()
      if (path === null) return null
      let end: LogEnd
      try {
        end = await readLogEnd(path, { onProgress: seldom(onReading) })
      } catch (cause) {
        throw new AppError('DISK_FAILED', { path }, { cause })
      }
      const { text, size, isCut } = end
      const shown = text.length > SHOWN_CHARS ? text.slice(text.indexOf('\n', text.length - SHOWN_CHARS) + 1) : text
      return { name: basename(path), text: shown, size, isCut, isShownCut: shown !== text, findings: explainLog(text) }
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
