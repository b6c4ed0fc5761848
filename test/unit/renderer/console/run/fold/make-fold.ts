import type { CommandRecord, CommandState, Run } from '../../../../../../preload/contract/models/commands/command.ts'
import {
  FOLD_KINDS,
  type FoldGroup,
  type FoldKind,
  type FoldMode,
  type RunFold,
} from '../../../../../../preload/contract/models/commands/folding.ts'
import { makeRecord, makeRun } from '../../make-turn.ts'

export function deviceName(index: number): string {
  return `gw-${String(index + 1).padStart(3, '0')}`
}

/** A run of devices that all said the same, but for what is changed by index. */
export function makeFleetRun(devices: number, odd: Readonly<Record<number, Partial<CommandRecord>>> = {}): Run {
  const commands = Array.from({ length: devices }, (_, index) =>
    makeRecord({
      commandId: `command-${index}`,
      deviceId: deviceName(index),
      state: 'succeeded',
      exitCode: 0,
      stdout: 'Debian 12\n',
      durationMs: 900,
      outputBytes: 10,
      shownBytes: 10,
      ...odd[index],
    }),
  )
  return makeRun({ commands })
}

function kindOf(state: CommandState, isMajority: boolean): FoldKind {
  if (state === 'succeeded') return isMajority ? 'majority' : 'differs'
  if (state === 'failed') return 'failed'
  return state === 'sent' || state === 'running' || state === 'queued' ? 'waiting' : 'silent'
}

/** Folds a run as main does, in short. */
export function foldOf(run: Run, mode: FoldMode = 'exact'): RunFold {
  const byKey = new Map<string, CommandRecord[]>()
  for (const record of run.commands) {
    const key = JSON.stringify([record.state, record.exitCode, record.stdout])
    byKey.set(key, [...(byKey.get(key) ?? []), record])
  }
  const largest = Math.max(
    0,
    ...[...byKey.values()].filter(([first]) => first?.state === 'succeeded').map(({ length }) => length),
  )
  const groups = [...byKey].flatMap(([id, [first, ...rest]]): FoldGroup[] => {
    if (!first) return []
    const isMajority = largest > 1 && rest.length + 1 === largest
    return [
      {
        id,
        kind: kindOf(first.state, isMajority),
        state: first.state,
        exitCode: first.exitCode,
        deviceIds: [first, ...rest].map(({ deviceId }) => deviceId),
        sampleCommandId: first.commandId,
        isDoubtful: first.stdout.includes('not found'),
        isDropped: false,
      },
    ]
  })
  groups.sort(
    (a, b) => FOLD_KINDS.indexOf(a.kind) - FOLD_KINDS.indexOf(b.kind) || b.deviceIds.length - a.deviceIds.length,
  )
  const count = (kind: FoldKind) =>
    groups.filter((group) => group.kind === kind).reduce((sum, { deviceIds }) => sum + deviceIds.length, 0)
  return {
    runId: run.id,
    mode,
    groups,
    counts: {
      devices: run.commands.length,
      same: count('majority'),
      differ: count('differs'),
      dropped: count('dropped'),
      failed: count('failed'),
      silent: count('silent'),
      waiting: count('waiting'),
    },
    suggestsSimilar: mode === 'exact' && groups.length > 5,
  }
}
