import type { DeviceCommand } from '../../../preload/contract/models/command.ts'
import type { HistoryDatabase, StoredCommand, StoredRun } from './run-store.ts'

const LATEST = 50

/** What was sent to one device, newest first. */
export function commandsOf(
  database: HistoryDatabase,
  connectionId: string,
  deviceId: string,
): readonly DeviceCommand[] {
  const rows = database
    .prepare(
      `SELECT c.body AS command, r.body AS run FROM commands c JOIN runs r ON r.id = c.run_id
       WHERE c.connection_id = ? AND c.device_id = ? ORDER BY coalesce(c.sent_at, r.approved_at) DESC LIMIT ${LATEST}`,
    )
    .all(connectionId, deviceId) as { readonly command: string; readonly run: string }[]
  return rows.map((row) => {
    const { record } = JSON.parse(row.command) as StoredCommand
    const run = JSON.parse(row.run) as StoredRun
    const { commandId, state, sentAt } = record
    return { commandId, state, command: run.command, at: sentAt ?? run.approvedAt }
  })
}
