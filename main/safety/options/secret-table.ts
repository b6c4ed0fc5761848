import type { OptionFacts } from './option-facts.ts'
import { OptionIndex } from './option-index.ts'
import type { OptionRow } from './option-row.ts'

/** Operands among which a sub-command is looked for: options before it may take values. */
const SUB_WITHIN = 20

/** A word of a command line, and where it begins in the text. */
export interface Word {
  readonly text: string
  readonly start: number
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** The part of the option table that tells where programs take secrets. */
export class SecretTable {
  readonly #index: OptionIndex
  readonly #subs = new Map<string, string[]>()
  /** A program that takes secrets, with a word behind it. */
  readonly program: RegExp
  readonly innerProgram: RegExp

  constructor(rows: readonly OptionRow[]) {
    this.#index = new OptionIndex(rows)
    const names = new Set<string>()
    for (const row of rows) {
      const programs = row.programs.split(' ').filter((name) => this.#takesSecrets(name, row))
      for (const name of programs) {
        names.add(name)
        if (row.subs) this.#subs.set(name, [...(this.#subs.get(name) ?? []), ...row.subs.split('|')])
      }
    }
    const longestFirst = [...names].sort((a, b) => b.length - a.length)
    const listed = longestFirst.map(escaped).join('|')
    this.program = new RegExp(`(?<![\\w.-])(${listed})(?:\\.exe)?(?:(?:\\\\?["'])?(?=[ \\t,\\0\\r\\n]))`, 'gi')
    this.innerProgram = new RegExp(`[ \\t"'(\`/](?:${listed})(?:\\.exe)?[ \\t]`, 'i')
  }

  #takesSecrets(program: string, row: OptionRow): boolean {
    const { secrets } = this.#index.of(program, row.subs?.split('|')[0])
    const listed = [secrets.options, secrets.attached, secrets.pairs, secrets.operands].some((list) => list.length > 0)
    return listed || secrets.isLast || secrets.isAssigning || secrets.lastWith !== undefined
  }

  /** Facts of a call, and where its operands begin: behind the sub-command, if it is one that takes secrets. */
  factsOf(program: string, words: readonly Word[]): { readonly facts: OptionFacts; readonly from: number } {
    const subs = this.#subs.get(program) ?? []
    const at = words.findIndex(({ text }, i) => i < SUB_WITHIN && subs.includes(text))
    return { facts: this.#index.of(program, words[at]?.text), from: at + 1 }
  }
}
