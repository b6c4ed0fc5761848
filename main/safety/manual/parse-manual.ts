import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { OperandSpec, OptionStyle, ReadForm, ReadOption, ReadProgram } from './read-form.ts'
import { readKind } from './value-kinds.ts'

/** Marks behind an option, and the field that each sets. */
const MARKS = {
  needed: 'isNeeded',
  endless: 'isEndless',
  ends: 'isEnding',
  tree: 'isTree',
  next: 'canValueFollow',
  first: 'isFirstOperand',
} as const satisfies Record<string, keyof ReadOption>

const STYLES: readonly OptionStyle[] = ['gnu', 'word', 'slash', 'cmdlet', 'none']

interface Draft {
  names: string[]
  subs: string[][]
  does: LocalizedText | undefined
  isCommon: boolean
  isBeforeSub: boolean
  options: Map<string, ReadOption>
  operands: OperandSpec[]
  uses: string[]
  match: string[]
  noMatch: string[]
  style: OptionStyle
  from: string
  bareLetters: string | undefined
  isBareCluster: boolean
  endless: LocalizedText | undefined
  isEndlessSoft: boolean
  isNetwork: boolean
  isBounded: boolean
  isTree: boolean
  line: number
}

/** The content of a manual, and one sentence for each wrong line. A program with a wrong line is left out. */
export interface Manual {
  readonly programs: readonly ReadProgram[]
  readonly faults: readonly string[]
}

/**
 * Reads option lists. A line that begins in the first column opens a form: `programs[: sub-commands] | en | zh`, or
 * `common programs` for options of all their forms, or `set name` for options that others `use`. Indented lines are
 * options (`-n --lines=number !ends | en | zh`), `operands KIND?*+ …`, `from PAGES`, `style STYLE`, `use SET`,
 * `bare LETTERS|same`, `endless | en | zh`, `soft`, `network`, `bounded`, `tree`, `before`, and examples: `= covered`,
 * `! not covered`.
 */
export function parseManual(text: string, origin: string): Manual {
  const reader = new ManualReader(origin)
  text.split('\n').forEach((line, i) => void reader.line(line, i + 1))
  return reader.end()
}

class ManualReader {
  readonly #origin: string
  readonly #drafts: Draft[] = []
  readonly #sets = new Map<string, Draft>()
  readonly #faults: string[] = []
  readonly #faulty = new Set<string>()
  #open: Draft | undefined

  constructor(origin: string) {
    this.#origin = origin
  }

  line(line: string, number: number): void {
    if (line.trim() === '' || line.startsWith('#')) return
    if (/^\S/.test(line)) this.#head(line, number)
    else if (this.#open) this.#detail(line.trim(), this.#open, number)
    else this.#fault(number, 'stands before any program')
  }

  #head(line: string, number: number): void {
    const { left, does } = withText(line)
    const kind = /^(common|set)\s+/.exec(left)?.[1]
    const [names = '', subs = ''] = left.replace(/^(?:common|set)\s+/, '').split(/:(?=\s|$)/)
    const draft = newDraft(number)
    draft.names = names.split(',').map((name) => name.trim())
    draft.subs = subs.trim() === '' ? [[]] : subs.split(',').map((sub) => sub.trim().split(/\s+/).filter(Boolean))
    draft.does = does
    draft.isCommon = kind === 'common'
    this.#open = draft
    if (kind === 'set') this.#sets.set(draft.names[0] ?? '', draft)
    else this.#drafts.push(draft)
    if (!kind && !does) this.#fault(number, 'has no text in both languages')
  }

  #detail(line: string, draft: Draft, number: number): void {
    const [word = ''] = line.split(/\s/, 1)
    const rest = line.slice(word.length).trim()
    if (word === '=') draft.match.push(rest)
    else if (word === '!') draft.noMatch.push(rest)
    else if (/^[-/+]/.test(word)) this.#option(line, draft, number)
    else if (!this.#setting(word, rest, draft)) this.#fault(number, `“${word}” is no setting`)
  }

  #setting(word: string, rest: string, draft: Draft): boolean {
    if (word === 'operands') return this.#operands(rest, draft)
    if (word === 'from') draft.from = rest
    else if (word === 'use') draft.uses.push(...rest.split(/\s+/))
    else if (word === 'bare' && rest === 'same') draft.isBareCluster = true
    else if (word === 'bare') draft.bareLetters = rest
    else if (word === 'endless') {
      draft.endless = withText(`x ${rest}`).does
      return draft.endless !== undefined
    } else if (word === 'soft') draft.isEndlessSoft = true
    else if (word === 'network') draft.isNetwork = true
    else if (word === 'bounded') draft.isBounded = true
    else if (word === 'tree') draft.isTree = true
    else if (word === 'before') draft.isBeforeSub = true
    else {
      const style = word === 'style' ? STYLES.find((name) => name === rest) : undefined
      if (!style) return false
      draft.style = style
    }
    return true
  }

  #operands(rest: string, draft: Draft): boolean {
    for (const word of rest.split(/\s+/)) {
      const mark = /[?*+]$/.exec(word)?.[0]
      const kind = readKind(mark ? word.slice(0, -1) : word)
      if (kind instanceof Error) return false
      draft.operands.push({
        kind,
        min: mark === '?' || mark === '*' ? 0 : 1,
        max: mark === '*' || mark === '+' ? 999 : 1,
      })
    }
    return true
  }

  #option(line: string, draft: Draft, number: number): void {
    const { left, does } = withText(line)
    const names: string[] = []
    let option: ReadOption = { names, ...(does ? { does } : {}) }
    for (const word of left.split(/\s+/)) {
      const mark = /^!(\w+)$/.exec(word)?.[1]
      if (mark !== undefined) {
        if (!Object.hasOwn(MARKS, mark)) this.#fault(number, `“${word}” is no mark`)
        else option = { ...option, [MARKS[mark as keyof typeof MARKS]]: true }
        continue
      }
      const parts = /^(.[^=[]*)(?:(\[)?=([^\]]+|\{.*\}|\/.*\/f?)\]?)?$/.exec(word)
      const [, name = word, isOptional, kindText] = parts ?? []
      names.push(name)
      if (kindText === undefined) continue
      const kind = readKind(kindText)
      if (kind instanceof Error) this.#fault(number, kind.message)
      else option = { ...option, value: kind, ...(isOptional ? { isValueOptional: true } : {}) }
    }
    for (const name of names) draft.options.set(name, option)
  }

  #fault(number: number, what: string): void {
    for (const name of this.#open?.names ?? []) this.#faulty.add(name)
    this.#faults.push(`${this.#origin}:${number}: ${what}`)
  }

  end(): Manual {
    const programs = new Map<string, ReadForm[]>()
    const heads = new Map<string, { style: OptionStyle; from: string }>()
    for (const draft of this.#drafts) {
      for (const name of draft.names) {
        const common = this.#drafts.filter((other) => other.isCommon && other.names.includes(name))
        const own = [draft, ...common]
        const head = heads.get(name)
        heads.set(name, {
          style: head?.style ?? own.find((part) => part.style !== 'gnu')?.style ?? 'gnu',
          from: head?.from || (own.find((part) => part.from !== '')?.from ?? ''),
        })
        if (draft.isCommon) continue
        const form = this.#form(name, draft, common, heads.get(name)?.style ?? 'gnu')
        programs.set(name, [...(programs.get(name) ?? []), form])
      }
    }
    for (const [name, head] of heads) {
      if (head.from === '') this.#faults.push(`${this.#origin}: ${name} does not say which manual its list is from`)
    }
    const kept = [...programs].filter(([name]) => !this.#faulty.has(name))
    return {
      programs: kept.map(([name, forms]) => ({ name, ...(heads.get(name) ?? { style: 'gnu', from: '' }), forms })),
      faults: this.#faults,
    }
  }

  #form(program: string, draft: Draft, common: readonly Draft[], style: OptionStyle): ReadForm {
    const used = draft.uses.flatMap((name) => {
      const set = this.#sets.get(name)
      if (!set) this.#fault(draft.line, `uses “${name}”, which is no set`)
      return set ? [set] : []
    })
    const everywhere = common.filter((part) => !part.isBeforeSub)
    const keyed = (parts: readonly Draft[]): Map<string, ReadOption> =>
      new Map(
        parts
          .flatMap((part) => [
            ...part.uses.flatMap((name) => [...(this.#sets.get(name)?.options ?? [])]),
            ...part.options,
          ])
          .map(([name, option]) => [style === 'slash' || style === 'cmdlet' ? name.toLowerCase() : name, option]),
      )
    const options = keyed([...everywhere, ...used, draft])
    const before = keyed(common.filter((part) => part.isBeforeSub))
    const sub = draft.subs[0]?.join('-') ?? ''
    return {
      id: `read.${program}${sub === '' ? '' : `.${sub}`}`,
      does: draft.does ?? { en: program, zh: program },
      subs: draft.subs,
      options,
      operands: draft.operands,
      ...(before.size > 0 ? { beforeSub: before } : {}),
      ...(draft.bareLetters === undefined ? {} : { bareLetters: draft.bareLetters }),
      ...(draft.isBareCluster ? { isBareCluster: true } : {}),
      ...(draft.endless ? { endless: draft.endless } : {}),
      ...(draft.isEndlessSoft ? { isEndlessSoft: true } : {}),
      ...(draft.isNetwork || common.some((part) => part.isNetwork) ? { isNetwork: true } : {}),
      ...(draft.isBounded ? { isBounded: true } : {}),
      ...(draft.isTree ? { isTree: true } : {}),
      hasNeeded: [...options.values()].some((option) => option.isNeeded),
      match: draft.names[0] === program ? draft.match : [],
      noMatch: draft.names[0] === program ? draft.noMatch : [],
    }
  }
}

function newDraft(line: number): Draft {
  return {
    names: [],
    subs: [[]],
    does: undefined,
    isCommon: false,
    isBeforeSub: false,
    options: new Map(),
    operands: [],
    uses: [],
    match: [],
    noMatch: [],
    style: 'gnu',
    from: '',
    bareLetters: undefined,
    isBareCluster: false,
    endless: undefined,
    isEndlessSoft: false,
    isNetwork: false,
    isBounded: false,
    isTree: false,
    line,
  }
}

/** Splits `left | en | zh`. */
function withText(line: string): { left: string; does: LocalizedText | undefined } {
  const [left = '', en, zh] = line.split(/\s\|\s/)
  return { left: left.trim(), does: en && zh ? { en: en.trim(), zh: zh.trim() } : undefined }
}
