import { useEffect, useMemo, useRef } from 'react'
import type { CommandRecord, Run } from '../../../../preload/contract/models/commands/command.ts'
import type { RouteInput, RouteName } from '../../../../preload/contract/routes/routes.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { isSameRuns } from './run-state.ts'

/** A run of hundreds changes many times a second; nobody reads faster than this. */
const PAUSE_MS = 300

/**
 * Asks main about runs, and again when one of them changed: not before the last answer is here, nor at each change.
 * `keepsLast` keeps the answer to another input meanwhile.
 */
export function useRunRequest<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name> | null,
  of: Run | readonly Run[],
  { keepsLast = true } = {},
) {
  const answer = useRequest(name, input, { keepsLast })
  const { isLoading, reload } = answer
  const asked = useRef({ of, at: Date.now() })
  useEffect(() => {
    if (isLoading || isSameRuns(asked.current.of, of)) return
    const ask = () => {
      asked.current = { of, at: Date.now() }
      reload()
    }
    const timer = setTimeout(ask, Math.max(0, asked.current.at + PAUSE_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [isLoading, of, reload])
  return answer
}

/**
 * Returns the commands of a run on these devices: at once where the run came with them, else those that main has sent by
 * now. `isBrief` leaves the answers out.
 */
export function useRunCommands(
  run: Run,
  deviceIds: readonly string[],
  isBrief = false,
): ReadonlyMap<string, CommandRecord> {
  const isWhole = run.states === undefined
  const { turnId } = run
  const input = isWhole || deviceIds.length === 0 ? null : { turnId, deviceIds: [...deviceIds], isBrief }
  const { value } = useRunRequest('console.commands', input, run)
  const commands = isWhole ? run.commands : value
  return useMemo(() => new Map((commands ?? []).map((record) => [record.deviceId, record])), [commands])
}
