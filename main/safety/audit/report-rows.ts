import type { ChainReport } from './audit-verify.ts'

/** A record as read back from a file, of which nothing is certain. */
export type AuditRow = Readonly<Record<string, unknown>>

/** The chain holds, and no key contradicts it. */
export const isWhole = ({ ok, proof }: ChainReport): boolean => ok && proof?.ok !== false

export function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function fieldOf(value: unknown, name: string): string {
  return typeof value === 'object' && value !== null ? textOf((value as AuditRow)[name]) : ''
}

export function devicesOf(row: AuditRow): { readonly deviceId: string; readonly commandId: string }[] {
  const listed = Array.isArray(row.devices) ? row.devices : [row]
  return listed.map((device) => ({ deviceId: fieldOf(device, 'deviceId'), commandId: fieldOf(device, 'commandId') }))
}
