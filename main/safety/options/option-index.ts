import type { ReadProgram } from '../manual/read-form.ts'
import { factsOfManual, factsOfRow, joinFacts, listOf, NO_FACTS, type OptionFacts } from './option-facts.ts'
import type { OptionRow } from './option-row.ts'

const keyOf = (program: string, sub: string): string => (sub === '' ? program : `${program} ${sub}`)

/** The option facts of one system: what the manuals of its programs state, and the rows of the table beside it. */
export class OptionIndex {
  readonly #rows = new Map<string, OptionRow>()
  readonly #facts = new Map<string, OptionFacts>()
  readonly #manuals: ReadonlyMap<string, ReadProgram>

  constructor(rows: readonly OptionRow[], manuals: ReadonlyMap<string, ReadProgram> = new Map()) {
    this.#manuals = manuals
    for (const row of rows) {
      for (const program of listOf(row.programs)) {
        for (const sub of row.subs?.split('|') ?? ['']) this.#rows.set(keyOf(program, sub), row)
      }
    }
  }

  /** Facts of a program; those of a sub-command add to them and count before them. */
  of(program: string, sub = ''): OptionFacts {
    // Names come from outside: one of which nothing is known is not kept.
    if (!this.#manuals.has(program) && !this.#rows.has(program) && sub === '') return NO_FACTS
    const key = keyOf(program, sub)
    let facts = this.#facts.get(key)
    if (!facts) {
      const manual = this.#manuals.get(program)
      const levels = sub === '' ? [''] : ['', sub]
      facts = joinFacts(
        levels.flatMap((level) => {
          const row = this.#rows.get(keyOf(program, level))
          return [...(manual ? [factsOfManual(manual, level)] : []), ...(row ? [factsOfRow(row)] : [])]
        }),
      )
      this.#facts.set(key, facts)
    }
    return facts
  }
}
