import { sha256 } from '../../safety/audit/audit-record.ts'
import { maskedCommands } from './control-commands.ts'
import type { PlannedChange } from './plan-change.ts'

/** What the audit keeps of a change: once before it is sent, and once how it ended. */
export interface AccountsRecord {
  /** Epoch ms. */
  readonly at: number
  readonly operator: string
  readonly connectionId: string
  readonly changeId: string
  readonly change: string
  readonly state: 'approved' | 'applied' | 'refused' | 'unknown'
  readonly class: 'change'
  /** The commands, one a line, with dots for a password. */
  readonly sent: string
  /** Of `sent`, hexadecimal. */
  readonly sha256: string
  /** The plugin's own words. */
  readonly reason: string | null
}

export function recordOf(
  { change, connectionId, commands }: PlannedChange,
  changeId: string,
  { at, operator }: { readonly at: number; readonly operator: string },
): AccountsRecord {
  const sent = maskedCommands(commands).join('\n')
  return {
    at,
    operator,
    connectionId,
    changeId,
    change: change.kind,
    state: 'approved',
    class: 'change',
    sent,
    sha256: sha256(sent),
    reason: null,
  }
}
