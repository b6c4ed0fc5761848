import type { ReadForm, ReadOption, ReadProgram } from '../manual/read-form.ts'
import type { OptionRow } from './option-row.ts'

/** How an option takes its value: attached or as the next word, attached only, or not at all. */
export type Arity = 'value' | 'attached' | 'switch'

/** Kinds of options; whether one takes a value is an arity of its own. */
export const MARKS = [
  'trees',
  'endless',
  'ends',
  'idle',
  'startsShell',
  'version',
  'first',
  'shellText',
  'scripts',
  'scriptFiles',
] as const
/** Properties of a whole program. */
export const TRAITS = [
  'isWordStyle',
  'isAbbreviating',
  'isBareFirst',
  'isNamesOnly',
  'isBounded',
  'hasPatternFirst',
] as const

type Marks = Readonly<Record<(typeof MARKS)[number], ReadonlySet<string>>>
type Traits = Readonly<Record<(typeof TRAITS)[number], boolean>>

/** `wholeWith`: options and their values, each in two parts. */
interface SecretPairFacts {
  readonly options: readonly string[]
  readonly sign: string
  readonly wholeWith: readonly (readonly [option: string, value: string])[]
}

/** Facts about secrets that a program takes on its command line. */
interface SecretFacts {
  readonly options: readonly string[]
  readonly attached: readonly string[]
  readonly pairs: readonly SecretPairFacts[]
  readonly operands: readonly number[]
  readonly lastWith: string | undefined
  readonly isLast: boolean
  readonly isAssigning: boolean
}

/** All that is known of the options of one program, from its manual and its row. */
export interface OptionFacts extends Marks, Traits {
  readonly arities: ReadonlyMap<string, Arity>
  /** Long options by their exact names, without dashes: an exact name is no abbreviation of another. */
  readonly longs: readonly string[]
  /** It never ends by itself, unless one of `ends` is given. */
  readonly isEndless: boolean
  readonly isAlwaysTree: boolean
  readonly secrets: SecretFacts
  /** Its own options end at the first operand, which is another program. */
  readonly endsAtOperand: boolean
}

/** Facts of one source, before they are joined. */
interface Source {
  readonly arities: Map<string, Arity>
  readonly marks: Record<(typeof MARKS)[number], Set<string>>
  readonly traits: Record<(typeof TRAITS)[number], boolean>
  readonly row?: OptionRow
}

const record = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>

const newSource = (): Source => ({
  arities: new Map(),
  marks: record(MARKS, () => new Set<string>()),
  traits: record(TRAITS, () => false),
})

export const listOf = (list: string | undefined): readonly string[] => (list ? list.split(' ') : [])

/** The lists of a row that say how an option takes its value, with that arity. */
export function aritiesOf(row: OptionRow): readonly (readonly [option: string, arity: Arity])[] {
  const valued = [row.values, row.shellText, row.scripts, row.scriptFiles, row.secrets]
  const paired = row.secretPairs?.map((pair) => pair.options) ?? []
  const of = (lists: readonly (string | undefined)[], arity: Arity) =>
    lists.flatMap(listOf).map((option) => [option, arity] as const)
  return [...of([...valued, ...paired], 'value'), ...of([row.attached], 'attached'), ...of([row.switches], 'switch')]
}

export function factsOfRow(row: OptionRow): Source {
  const source = newSource()
  for (const [option, arity] of aritiesOf(row)) source.arities.set(option, arity)
  for (const mark of MARKS) {
    if (mark === 'first' || mark === 'trees') continue
    for (const option of listOf(row[mark])) source.marks[mark].add(option)
  }
  for (const option of [...source.marks.scripts, ...source.marks.scriptFiles]) source.marks.first.add(option)
  for (const trait of TRAITS) source.traits[trait] = row[trait] === true
  return { ...source, row }
}

/** A pattern for which an option may stand is no file. */
const hasPatternFirst = ({ operands, options }: ReadForm): boolean => {
  const kind = operands[0]?.kind.name
  return kind === 'script' || (kind === 'text' && [...options.values()].some((option) => option.isFirstOperand))
}

const arityOf = (option: ReadOption): Arity =>
  option.value === undefined ? 'switch' : option.isValueOptional ? 'attached' : 'value'

/**
 * Derives the facts that a manual states for every use of the program, or of one sub-command. Behind a sub-command a
 * letter has its own meaning (`git log -n 5`, `git clean -n`), so of a program with sub-commands only what every form
 * lists holds for the program; where two forms differ nothing holds. Options before a sub-command say nothing, because
 * they may belong to its first word (`docker compose -f x ps`).
 */
export function factsOfManual(program: ReadProgram, sub: string): Source {
  const source = newSource()
  const isOfSub = (form: ReadForm): boolean => form.subs.some((words) => words.join(' ') === sub)
  const hasSubs = program.forms.some(({ subs }) => subs.some((words) => words.length > 0))
  const forms = sub === '' ? program.forms : program.forms.filter(isOfSub)
  if (forms.length === 0) return source
  const seen = new Map<string, ReadOption[]>()
  for (const { options } of forms) {
    for (const [name, option] of options) seen.set(name, [...(seen.get(name) ?? []), option])
  }
  for (const [name, options] of seen) {
    const [first] = options
    if (!first || !options.every((option) => arityOf(option) === arityOf(first))) continue
    if (sub === '' && hasSubs && options.length < forms.length) continue
    source.arities.set(name, arityOf(first))
    const every = (is: (option: ReadOption) => boolean): boolean => options.every(is)
    if (every((option) => option.isTree === true)) source.marks.trees.add(name)
    if (every((option) => option.isEndless === true)) source.marks.endless.add(name)
    if (options.some((option) => option.isEnding)) source.marks.ends.add(name)
    if (every((option) => option.isFirstOperand === true)) source.marks.first.add(name)
    if (every((option) => option.value?.name === 'script')) source.marks.scripts.add(name)
  }
  const every = (is: (form: ReadForm) => boolean): boolean => forms.every(is)
  if (every((form) => form.isTree === true)) source.marks.trees.add('*')
  if (every((form) => form.endless !== undefined)) source.marks.endless.add('*')
  source.traits.isBareFirst = every((form) => form.isBareCluster === true)
  source.traits.isBounded = every((form) => form.isBounded === true)
  source.traits.hasPatternFirst = every(hasPatternFirst)
  return source
}

/** Joins sources; of an option that stands in several the last one counts. */
export function joinFacts(sources: readonly Source[]): OptionFacts {
  const arities = new Map(sources.flatMap((source) => [...source.arities]))
  const marks = record(MARKS, (mark) => new Set(sources.flatMap((source) => [...source.marks[mark]])))
  const traits = record(TRAITS, (trait) => sources.some((source) => source.traits[trait]))
  for (const option of [...marks.idle, ...marks.startsShell]) {
    if (!arities.has(option)) arities.set(option, 'switch')
  }
  return {
    ...marks,
    ...traits,
    arities,
    longs: [...arities.keys()].filter((name) => name.startsWith('--')).map((name) => name.slice(2)),
    isEndless: marks.endless.has('*'),
    isAlwaysTree: marks.trees.has('*'),
    secrets: secretsOf(sources.flatMap(({ row }) => row ?? [])),
    endsAtOperand: sources.some(({ row }) => row?.endsAtOperand === true),
  }
}

function secretsOf(rows: readonly OptionRow[]): SecretFacts {
  return {
    options: rows.flatMap((row) => listOf(row.secrets)),
    attached: rows.flatMap((row) => listOf(row.attachedSecrets)),
    pairs: rows
      .flatMap((row) => row.secretPairs ?? [])
      .map(({ options, sign, wholeWith }) => ({
        options: listOf(options),
        sign,
        wholeWith: listOf(wholeWith).map((given) => {
          const at = given.lastIndexOf('=')
          return [given.slice(0, at), given.slice(at + 1)] as const
        }),
      })),
    operands: rows.flatMap((row) => row.secretOperands ?? []),
    lastWith: rows.find((row) => row.lastSecretWith !== undefined)?.lastSecretWith,
    isLast: rows.some((row) => row.isLastSecret),
    isAssigning: rows.some((row) => row.isAssigningSecrets),
  }
}

export const NO_FACTS: OptionFacts = joinFacts([])

/** Options that a spelling may mean: itself, or the long ones that it abbreviates by at least so many letters. */
export function meantOptions(facts: OptionFacts, name: string, minLetters = 3): readonly string[] {
  if (facts.arities.has(name)) return [name]
  if (!name.startsWith('--') || name.length < 2 + minLetters) return []
  return [...facts.arities.keys()].filter((option) => option.startsWith(name))
}
