import { readdirSync, readFileSync } from 'node:fs'
import type { Classification, CommandClass, Shell } from '../../../../../preload/contract/models/safety/safety.ts'
import { COMMAND_CLASSES } from '../../../../../preload/contract/models/safety/safety.ts'

/** One row of a corpus: a command and what is right about it. */
export interface Case {
  readonly shell: Shell
  readonly command: string
  /** The class that it has; a worse one is wrong only for `read` and where a test says so. */
  readonly expect?: CommandClass
  /** Classes below `expect` that count as right too. */
  readonly tolerate?: readonly CommandClass[]
  /** The class that it has at least. */
  readonly least?: CommandClass
  readonly endless?: boolean
  readonly cutsOff?: boolean
  readonly max_ms?: number
  readonly family?: string
}

const FOLDER = new URL('./corpus/', import.meta.url)

/** The cases of one file, such as `reads-linux`. */
export function casesOf(name: string): readonly Case[] {
  const text = readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case)
}

/** Names of the files that begin so: `reads-`, `attacks-`. */
export function corporaOf(start: string): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(start) && file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort()
}

/** Commands of one file for one shell. */
export const commandsOf = (name: string, shell: Shell = 'bash'): readonly string[] =>
  casesOf(name).flatMap((row) => (row.shell === shell ? [row.command] : []))

/** Rank of a class; `refused` stands above all, since nothing refused is ever sent. */
export const rankOf = (found: Classification['class']): number =>
  found === 'refused' ? COMMAND_CLASSES.length : COMMAND_CLASSES.indexOf(found)

/** Whether a class is lower than a case demands. */
export function isBelow(row: Case, found: Classification['class']): boolean {
  const demanded = row.least ?? row.expect ?? 'read'
  return rankOf(found) < rankOf(demanded) && !row.tolerate?.some((tolerated) => tolerated === found)
}
