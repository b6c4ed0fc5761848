import type { Run, Turn } from '../../preload/contract/models/commands/command.ts'
import type { CommandsDeps } from './commands-deps.ts'
import { HistoryIndex } from './history/history-index.ts'
import { AnswerReadings } from './runs/answer-readings.ts'
import { LiveCommands } from './runs/live-commands.ts'
import { RunStore } from './runs/run-store.ts'
import { TurnStore } from './turns/turn-store.ts'

/** Bytes of outputs on disk where nothing was set. */
const OUTPUTS_USUAL_BYTES = 1024 * 1024 * 1024

export type Stores = ReturnType<typeof createStores>

/** Builds what keeps turns, runs and their history, and tells of their changes. */
export function createStores(deps: CommandsDeps) {
  const { after, audit, database, devices, link, log, newId, now, onCut, sanitise, settings } = deps
  const { afterOthers = after } = deps
  const store = new RunStore(database, afterOthers, log)
  const live = new LiveCommands({ store, audit, devices, sanitise, now, log, onCut })
  const index = new HistoryIndex({
    database,
    flush: (maxMs) => store.flush(maxMs),
    onOutputsDropped: () => live.ended.clear(),
    operator: () => settings().operatorName,
    outputLimitBytes: deps.outputLimitBytes ?? (() => OUTPUTS_USUAL_BYTES),
    now,
    after: afterOthers,
    log,
  })
  const workingNotes = new Set<string>()
  const ofActive = <Item extends { readonly connectionId: string }>(changed: readonly Item[]): readonly Item[] => {
    const active = link.active()?.connectionId
    return changed.filter(({ connectionId }) => connectionId === active)
  }
  const emit = (changed: readonly Turn[]) => {
    index.touched()
    const shown = ofActive(changed)
    if (shown.length > 0) deps.emitChanged(shown)
  }
  const emitRuns = (changed: readonly Run[]) => {
    index.touched()
    const shown = ofActive(changed)
    if (shown.length > 0) deps.emitRunsChanged(shown)
  }
  const readings = new AnswerReadings(deps)
  const given = { database, runs: live, workingNotes, readings, now, after, newId, log }
  const turns = new TurnStore({ ...given, emit, emitRuns })
  live.onChanged((turnId) => turns.messages.ran(turnId))
  live.onChanged(() => index.touched())
  return { store, live, turns, workingNotes, index }
}
