import { type DeviceEntry, ENTRY_LIMITS } from '../../../preload/contract/models/devices/device.ts'
import { sanitise, sanitiseLine } from '../../safety/text/sanitiser.ts'
import { NO_ENTRY } from '../registry/device-record.ts'

/** Cuts an entry to its limits: sanitised, tags in lower case, sorted, each once, because files are hostile too. */
export function cleanEntry(entry: DeviceEntry): DeviceEntry {
  const line = (text: string, maxChars: number): string => sanitiseLine(text.trim(), maxChars)
  const tags = entry.tags.map((tag) => line(tag, ENTRY_LIMITS.tag).toLowerCase().replaceAll(',', ' ').trim())
  const cleaned = {
    name: line(entry.name, ENTRY_LIMITS.name),
    description: line(entry.description, ENTRY_LIMITS.description),
    location: line(entry.location, ENTRY_LIMITS.location),
    tags: [...new Set(tags.filter((tag) => tag !== ''))].sort().slice(0, ENTRY_LIMITS.tags),
    notes: sanitise(entry.notes.slice(0, ENTRY_LIMITS.notes)).text.trim(),
  }
  return isEmpty(cleaned) ? NO_ENTRY : cleaned
}

function isEmpty(entry: DeviceEntry): boolean {
  return Object.values(entry).every((value) => value.length === 0)
}
