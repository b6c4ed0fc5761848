import type { ReadingColumn } from '../../../preload/contract/models/commands/answer-reading.ts'
import { column, type Formatter, reading } from '../formatters/reading.ts'

/** One read of a check, with the heading that its output gets. */
export type CheckPart = readonly [heading: string, command: string]

/** Outputs of a check by heading, without empty lines. */
export type CheckParts = ReadonlyMap<string, readonly string[]>

const HEADING = /^== ([a-z ]{1,30})$/u
const END = 'end'

/**
 * One command line of several reads, each under a heading: reviewed, classified and approved as one. Its last heading
 * proves that the answer is whole, and a read that fails leaves its heading empty.
 */
export function checkCommand(parts: readonly CheckPart[]): string {
  return [...parts.map(([heading, command]) => `echo '== ${heading}'; ${command}`), `echo '== ${END}'`].join('; ')
}

function partsOf(stdout: string): CheckParts | null {
  const parts = new Map<string, string[]>()
  let lines: string[] = []
  for (const line of stdout.split(/\r?\n/u)) {
    const heading = HEADING.exec(line)?.[1]
    if (heading === undefined) {
      if (line.trim() !== '') lines.push(line)
      continue
    }
    lines = []
    if (!parts.has(heading)) parts.set(heading, lines)
  }
  return parts.has(END) ? parts : null
}

/** What a check found: sentences, and the values that they rest on. */
export interface Verdict {
  readonly findings: readonly (readonly [en: string, zh: string])[]
  readonly isWarning: boolean
  readonly values: readonly (readonly [en: string, zh: string, value: string])[]
}

/** A formatter that draws one verdict; none where the answer is not whole, or where `judge` is in doubt. */
export function checkFormatter(judge: (parts: CheckParts) => Verdict | null): Formatter {
  return (stdout) => {
    const parts = partsOf(stdout)
    const verdict = parts === null ? null : judge(parts)
    if (verdict === null || verdict.findings.length === 0) return null
    const columns: ReadingColumn[] = verdict.values.map(([en, zh]) => column(en, zh))
    return reading(verdict.findings.map(([en]) => en).join(' '), verdict.findings.map(([, zh]) => zh).join(''), {
      isWarning: verdict.isWarning,
      columns,
      rows: [verdict.values.map(([, , value]) => value)],
    })
  }
}

/** A number as programs print it, with the decimal comma of some locales; null for anything else. */
export function decimal(text: string | undefined): number | null {
  const match = /^-?\d{1,9}(?:[.,]\d{1,6})?/u.exec(text?.trim() ?? '')
  return match === null ? null : Number(match[0].replace(',', '.'))
}

/** Cells of a line between white space. */
export const cellsOf = (line: string | undefined): readonly string[] => (line ?? '').trim().split(/\s+/u)
