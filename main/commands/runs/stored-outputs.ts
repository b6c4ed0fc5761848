import { type Database, prepared } from '../../shared/sqlite.ts'
import { NO_OUTPUT, type Output } from '../models.ts'

const SAVE_OUTPUT = `INSERT INTO outputs (command_id, stdout, stderr, total_bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (command_id) DO UPDATE SET stdout = excluded.stdout, stderr = excluded.stderr,
    total_bytes = excluded.total_bytes`
const OUTPUT = 'SELECT stdout, stderr, total_bytes FROM outputs WHERE command_id = ?'

interface OutputRow {
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
  readonly total_bytes: number
}

/** Saves what a device sent, raw. */
export function saveOutput(database: Database, commandId: string, { stdout, stderr, totalBytes }: Output): void {
  prepared(database, SAVE_OUTPUT).run(commandId, Buffer.from(stdout), Buffer.from(stderr), totalBytes)
}

/** Reads what a device sent; nothing where it sent none, or it was dropped. */
export function readOutput(database: Database, commandId: string): Output {
  const row = prepared<OutputRow>(database, OUTPUT).get(commandId)
  if (row === undefined) return NO_OUTPUT
  const { stdout, stderr, total_bytes: totalBytes } = row
  return { stdout: Buffer.from(stdout).toString(), stderr: Buffer.from(stderr).toString(), totalBytes }
}
