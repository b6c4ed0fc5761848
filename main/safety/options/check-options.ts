import type { ReadProgram } from '../manual/read-form.ts'
import {
  type Arity,
  aritiesOf,
  factsOfManual,
  factsOfRow,
  joinFacts,
  listOf,
  MARKS,
  type OptionFacts,
  TRAITS,
} from './option-facts.ts'
import type { OptionRow } from './option-row.ts'

/** In words, for the log. */
const SAID: Readonly<Record<Arity, string>> = {
  value: 'takes a value',
  attached: 'takes an attached value only',
  switch: 'takes no value',
}

/**
 * Says what is wrong in the option table: a program with two rows, an option in two lists of one row, a row that
 * contradicts a manual, and one that repeats what the manuals of all its programs state already.
 */
export function checkOptions(rows: readonly OptionRow[], manuals: ReadonlyMap<string, ReadProgram>): readonly string[] {
  return [
    ...twice(rows),
    ...rows.flatMap((row) => [...listedTwice(row), ...subsOf(row).flatMap((sub) => held(row, sub, manuals))]),
  ]
}

const subsOf = (row: OptionRow): readonly string[] => row.subs?.split('|') ?? ['']

function twice(rows: readonly OptionRow[]): string[] {
  const seen = new Set<string>()
  const names = rows.flatMap((row) =>
    listOf(row.programs).flatMap((name) => subsOf(row).map((sub) => `${name} ${sub}`)),
  )
  return names.filter((name) => seen.size === seen.add(name).size).map((name) => `options: ${name.trim()} has two rows`)
}

function listedTwice(row: OptionRow): string[] {
  const seen = new Set<string>()
  return aritiesOf(row)
    .filter(([option]) => seen.size === seen.add(option).size)
    .map(([option]) => `options: ${row.programs}: ${option} stands in two lists`)
}

/** Holds a row against the manuals of its programs. */
function held(row: OptionRow, sub: string, manuals: ReadonlyMap<string, ReadProgram>): string[] {
  const own = joinFacts([factsOfRow(row)])
  const programs = listOf(row.programs)
  const known = programs.map((name) => {
    const manual = manuals.get(name)
    return manual && joinFacts([factsOfManual(manual, sub)])
  })
  const wrong = programs.flatMap((name, i) => contradictions(`${name} ${sub}`.trim(), own, known[i]))
  // A secret is told by the table alone, which is all that redaction reads.
  const isRepeated = (is: (facts: OptionFacts) => boolean): boolean => known.every((facts) => facts && is(facts))
  const secrets = new Set([...own.secrets.options, ...own.secrets.pairs.flatMap((pair) => pair.options)])
  const options = [...own.arities]
    .filter(([option]) => !secrets.has(option) && !isMarked(own, option))
    .filter(([option, arity]) => isRepeated((facts) => facts.arities.get(option) === arity))
    .map(([option]) => option)
  const marks = MARKS.flatMap((mark) =>
    [...own[mark]].filter((option) => isRepeated((facts) => facts[mark].has(option))),
  )
  const traits = secrets.size > 0 ? [] : TRAITS.filter((trait) => own[trait] && isRepeated((facts) => facts[trait]))
  const repeated = [...new Set([...options, ...marks, ...traits])]
  return [...wrong, ...repeated.map((what) => `options: ${row.programs}: ${what} is repeated, the manual states it`)]
}

const isMarked = (facts: OptionFacts, option: string): boolean => MARKS.some((mark) => facts[mark].has(option))

function contradictions(name: string, own: OptionFacts, known: OptionFacts | undefined): string[] {
  return [...own.arities].flatMap(([option, arity]) => {
    if (own.idle.has(option) || own.startsShell.has(option)) return []
    const stated = known?.arities.get(option)
    if (stated === undefined || stated === arity) return []
    return [`options: ${name}: ${option} ${SAID[arity]} in the table and ${SAID[stated]} in the manual`]
  })
}
