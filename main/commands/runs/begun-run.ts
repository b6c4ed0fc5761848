import { z } from 'zod'
import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import { type Database, prepared, transaction } from '../../shared/sqlite.ts'
import type { StoredCommand, StoredRun } from '../models.ts'

/** Commands saved at once, because those of ten thousand devices would hold main for most of a second. */
export const COMMANDS_AT_ONCE = 100
/** Ms after which no more of the others are saved at once. */
const PART_MS = 8

const ADD_COMMAND = `INSERT INTO commands (command_id, run_id, connection_id, device_id, state, sent_at, finished_at, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (command_id) DO NOTHING`
const FINISH = `UPDATE runs SET body = json_remove(body, '$.unwritten') WHERE id = ?`
/** No insert of a command notes that its run changed. */
const NOTE_CHANGE = `INSERT INTO history_changed_turns (turn_id) SELECT turn_id FROM runs WHERE id = ? ON CONFLICT DO NOTHING`
/** Finds the key as JSON writes it, which no text in a body holds, because a quote inside one is escaped. */
const BEGUN = `SELECT id, body FROM runs WHERE instr(body, '"unwritten":{') > 0`

type Fields = [
  commandId: string,
  deviceId: string,
  state: CommandRecord['state'],
  finishedAt: number | null,
  reason: string | null,
  position: number,
]

/** All commands of a run as they are before anything is sent: one whole, of the others what differs. */
interface Unwritten {
  readonly first: StoredCommand
  readonly commands: readonly Fields[]
}

const begunBody = z.looseObject({
  unwritten: z.looseObject({
    first: z.looseObject({ record: z.looseObject({ commandId: z.string(), deviceId: z.string() }) }),
    commands: z.array(
      z.tuple([z.string(), z.string(), z.string(), z.number().nullable(), z.string().nullable(), z.number()]),
    ),
  }),
}) as unknown as z.ZodType<{ readonly unwritten: Unwritten }>

/** Returns the body of a run. Where not all of its commands are saved with it, it lists them, so that a crash loses none. */
export function bodyOf(run: StoredRun, commands: readonly StoredCommand[]): string {
  const [first] = commands
  if (first === undefined || commands.length <= COMMANDS_AT_ONCE) return JSON.stringify(run)
  const fields = commands.map(({ record, position }): Fields => {
    const { commandId, deviceId, state, finishedAt, reason } = record
    return [commandId, deviceId, state, finishedAt, reason, position]
  })
  const unwritten: Unwritten = { first, commands: fields }
  return JSON.stringify({ ...run, unwritten })
}

/** Saves the first commands of a run, in the transaction that saves the run; those that are there stay. */
export function addFirst(database: Database, commands: readonly StoredCommand[]): void {
  const first = commands.slice(0, COMMANDS_AT_ONCE)
  addAll(
    database,
    // A queued command was saved when it was queued.
    first.filter(({ record }) => record.state !== 'queued'),
  )
}

/** Saves the commands of a run that were not saved with it, a few at a time; one that is there is newer and stays. */
export function* addOthers(
  database: Database,
  run: Pick<StoredRun, 'id'>,
  commands: readonly StoredCommand[],
): Generator<undefined, void> {
  if (commands.length <= COMMANDS_AT_ONCE) return
  for (let from = COMMANDS_AT_ONCE; from < commands.length; ) {
    yield
    const part = commands.slice(from, from + COMMANDS_AT_ONCE)
    from += transaction(database, () => addAll(database, part, PART_MS))
  }
  transaction(database, () => finish(database, run.id))
}

/** Saves what a crash left out of runs that were being saved. */
export function completeBegun(database: Database): void {
  for (const { id, body } of prepared<{ id: string; body: string }>(database, BEGUN).all()) {
    const { success, data } = begunBody.safeParse(parsed(body))
    if (!success) continue
    transaction(database, () => {
      addAll(database, commandsOf(data.unwritten))
      finish(database, id)
    })
  }
}

/** Adds commands for so many ms; returns how many. */
function addAll(database: Database, commands: readonly StoredCommand[], forMs = Number.POSITIVE_INFINITY): number {
  const add = prepared(database, ADD_COMMAND)
  const until = performance.now() + forMs
  let added = 0
  for (const command of commands) {
    const { commandId, runId, deviceId, state, sentAt, finishedAt } = command.record
    add.run(commandId, runId, command.connectionId, deviceId, state, sentAt, finishedAt, JSON.stringify(command))
    added++
    if (performance.now() >= until) break
  }
  return added
}

function finish(database: Database, runId: string): void {
  prepared(database, FINISH).run(runId)
  prepared(database, NOTE_CHANGE).run(runId)
}

function commandsOf({ first, commands }: Unwritten): readonly StoredCommand[] {
  return commands.map(([commandId, deviceId, state, finishedAt, reason, position]) => ({
    ...first,
    position,
    record: { ...first.record, commandId, deviceId, state, finishedAt, reason },
  }))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
