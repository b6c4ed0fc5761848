const NAME = /['"]?\w+['"]?\s*=\s*/y
const WORDS = /[\w.:-]+(?:\s*,\s*[\w.:-]+)*/y
const DATE = /\(Get-Date\)(?:\.Add\w+\(-?\d+\))?/iy
const QUOTED = /'[^']*'|"[^"$`]*"/y
const GAP = /[\s;]*/y

/** A literal table such as `@{LogName='System'; Level=1,2}` or a calculated property of `Select-Object`. */
export interface PowerShellTable {
  /** Position after the closing brace. */
  readonly end: number
  /** Texts of the script blocks in it. */
  readonly blocks: readonly string[]
}

/**
 * Reads the table at a position; undefined where there is none or more than literals and blocks of literals stand in it. One
 * pass.
 *
 * Handles: `@{n='Name'; e={$_.Size/1GB}}`, `@{StartTime=(Get-Date).AddDays(-1)}`.
 * @example powershell `Get-Volume | Select-Object @{n='GB';e={$_.Size/1GB}}` → read
 */
export function readTable(text: string, start: number): PowerShellTable | undefined {
  if (text.charAt(start) !== '@' || text.charAt(start + 1) !== '{') return undefined
  const blocks: string[] = []
  let at = skip(GAP, text, start + 2)
  while (at < text.length && text.charAt(at) !== '}') {
    const value = skip(NAME, text, at)
    if (value === at) return undefined
    const end = endOfValue(text, value, blocks)
    if (end === undefined) return undefined
    at = skip(GAP, text, end)
  }
  return at < text.length ? { end: at + 1, blocks } : undefined
}

function endOfValue(text: string, start: number, blocks: string[]): number | undefined {
  if (text.charAt(start) === '{') return endOfBlock(text, start, blocks)
  for (const kind of [QUOTED, DATE, WORDS]) {
    const end = skip(kind, text, start)
    if (end > start) return end
  }
  return undefined
}

function endOfBlock(text: string, start: number, blocks: string[]): number | undefined {
  let at = start + 1
  while (at < text.length && text.charAt(at) !== '}') {
    const char = text.charAt(at)
    if (char === '{') return undefined
    const end = char === "'" || char === '"' ? skip(QUOTED, text, at) : at + 1
    if (end === at) return undefined
    at = end
  }
  if (at >= text.length) return undefined
  blocks.push(text.slice(start + 1, at))
  return at + 1
}

/** Position behind what a sticky expression matches there, or the same one. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
