import { BY_NAME, findSecret, LINUX_PLACES } from './find-secret.ts'
import { findWindowsSecret, WINDOWS_ROWS } from './find-windows-secret.ts'
import type { SecretPlace } from './secret-place.ts'

/**
 * Every row must know its examples and no row its counter-examples; identifiers are unique and texts complete. Returns
 * one sentence for each fault.
 */
export function checkSecretPlaces(): string[] {
  return [
    ...checkRows([...LINUX_PLACES, BY_NAME], (path) => findSecret(path, /[*?[]/.test(path))),
    ...checkRows(WINDOWS_ROWS, findWindowsSecret),
  ]
}

function checkRows(rows: readonly SecretPlace[], find: (path: string) => SecretPlace | undefined): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    if (seen.has(row.id)) faults.push(`${row.id}: the identifier is used twice`)
    seen.add(row.id)
    if (!row.what.en.trim() || !row.what.zh.trim()) faults.push(`${row.id}: a text is missing`)
    if (row.match.length === 0 || row.noMatch.length === 0) faults.push(`${row.id}: examples are missing`)
    for (const path of [...row.paths, ...(row.except ?? [])]) {
      if (path.split('/').some((part) => part !== '**' && part.split('*').length > 2)) {
        faults.push(`${row.id}: “${path}” has two wildcards in a component`)
      }
      if (path.slice(0, -2).includes('**')) faults.push(`${row.id}: “${path}” has ** before its end`)
    }
    for (const path of row.match) {
      const found = find(path)
      if (found?.id !== row.id) faults.push(`${row.id}: does not know “${path}” (${found?.id ?? 'no row'})`)
    }
    for (const path of row.noMatch) {
      const found = find(path)
      if (found) faults.push(`${row.id}: “${path}” is known to ${found.id}`)
    }
  }
  return faults
}
