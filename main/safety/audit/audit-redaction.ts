import type { ApprovedEntry, EventEntry } from './audit-record.ts'

/** Of what was refused for its length, enough to know it by. */
const MAX_REJECTED_LENGTH = 4_096

/** An entry whose texts have gone through `redact`; its hashes stay those of the exact bytes. */
export function redactEntry<E extends ApprovedEntry | EventEntry>(entry: E, redact: (text: string) => string): E {
  switch (entry.kind) {
    case 'approved':
      return { ...entry, proposed: redact(entry.proposed), sent: redact(entry.sent) }
    case 'rejected':
      return { ...entry, proposed: redact(entry.proposed).slice(0, MAX_REJECTED_LENGTH) }
    case 'outcome':
      return entry.reason === null ? entry : { ...entry, reason: redact(entry.reason) }
    default:
      return entry
  }
}
