import type { ParameterExpansionPart, ParsedScript, Word, WordPart } from 'unbash'
import type { Arg } from '../../shared/arguments.ts'
import { expandBraces, MAX_BRACE_WORDS } from './brace-expansion.ts'

/** How expansions are filled in: `empty` takes every unknown as nothing, `known` uses what the command itself set. */
export interface Fill {
  readonly mode: 'empty' | 'known'
  readonly variables: ReadonlyMap<string, string>
  /** Text that a substitution prints, where that is literal. */
  readonly outputOf: (script: ParsedScript | undefined) => string | undefined
}

/** Marks a place where an unquoted expansion splits into words; cannot occur in accepted input. */
const SPLIT = '\u0000'
const MAX_WORD_DEPTH = 24

interface Piece {
  readonly value: string
  readonly glob: string
  readonly isGlob: boolean
  readonly isOpaque: boolean
}

const piece = (value: string, glob = escapeGlob(value), isGlob = false, isOpaque = false): Piece => ({
  value,
  glob,
  isGlob,
  isOpaque,
})

const escapeGlob = (text: string): string => (/[\\*?[]/.test(text) ? text.replace(/[\\*?[]/g, '\\$&') : text)

/**
 * Returns the arguments that one word becomes; undefined when there are too many.
 *
 * Handles: quotes, braces, variables that the command set, variables of every shell (`$HOME`), `$'…'`, wildcards, which are
 * kept as patterns.
 * @example `r''m -rf /` → forbidden
 * @example `rm -rf "$HOME"` → destructive
 * @example `ls *.log` → read
 * @example `ls $DIR` → unknown
 */
export function resolveWord(word: Word, fill: Fill): Arg[] | undefined {
  const parts = word.parts
  if (!parts) return [{ value: word.value }]
  let rows: Piece[] = [piece('')]
  for (const part of parts) {
    const choices = choicesOf(part, fill)
    if (!choices || rows.length * choices.length > MAX_BRACE_WORDS) return undefined
    rows = rows.flatMap((row) => choices.map((choice) => join(row, choice)))
  }
  return rows.flatMap(splitFields)
}

const join = (a: Piece, b: Piece): Piece => ({
  value: a.value + b.value,
  glob: a.glob + b.glob,
  isGlob: a.isGlob || b.isGlob,
  isOpaque: a.isOpaque || b.isOpaque,
})

function splitFields(row: Piece): Arg[] {
  const values = row.value.split(SPLIT)
  const globs = row.glob.split(SPLIT)
  const args: Arg[] = []
  values.forEach((value, i) => {
    const glob = globs[i] ?? ''
    if (value === '' && row.isOpaque && values.length > 1) return
    args.push({ value, ...(row.isGlob ? { glob } : {}), ...(row.isOpaque ? { isOpaque: true } : {}) })
  })
  return args
}

function choicesOf(part: WordPart, fill: Fill): Piece[] | undefined {
  if (part.type === 'BraceExpansion')
    return expandBraces(part.text)?.map((text) => piece(text, text, /[*?[]/.test(text)))
  return [pieceOf(part, fill, false, 0)]
}

function pieceOf(part: WordPart, fill: Fill, isQuoted: boolean, depth: number): Piece {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
      return piece(part.value)
    case 'AnsiCQuoted':
      return piece(part.value.replaceAll(SPLIT, ''))
    case 'Glob':
      return piece(part.text, part.text, true)
    case 'ExtendedGlob':
      return piece(part.text, '*', true)
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map((child) => pieceOf(child, fill, true, depth)).reduce(join, piece(''))
    case 'BraceExpansion':
      return piece(part.text)
    case 'SimpleExpansion':
      return opaque(variableValue(part.text.slice(1), fill), isQuoted)
    case 'ParameterExpansion':
      return opaque(parameterValue(part, fill, depth), isQuoted)
    case 'CommandExpansion':
      return opaque(fill.mode === 'known' ? (fill.outputOf(part.script) ?? '') : '', isQuoted)
    case 'ArithmeticExpansion':
      return opaque('1', true)
    case 'ProcessSubstitution':
      return opaque('/dev/fd/63', true)
  }
}

function opaque(value: string, isQuoted: boolean): Piece {
  if (isQuoted) return piece(value, escapeGlob(value), false, true)
  const fields = value.replace(/[ \t\n]+/g, SPLIT)
  return piece(fields, fields, /[*?[]/.test(fields), true)
}

/** Values that the shell itself gives to well-known variables, as the worst case on a device. */
const WELL_KNOWN: ReadonlyMap<string, string> = new Map([
  ['HOME', '/root'],
  ['IFS', ' '],
  ['PWD', '.'],
  ['SHELL', '/bin/sh'],
  ['BASH', '/bin/bash'],
  ['0', 'sh'],
  ['USER', 'root'],
  ['RANDOM', '1'],
  ['$', '1'],
])

function variableValue(name: string, fill: Fill): string {
  const known = fill.mode === 'known' ? fill.variables.get(name) : undefined
  return known ?? WELL_KNOWN.get(name) ?? ''
}

function parameterValue(part: ParameterExpansionPart, fill: Fill, depth: number): string {
  if (part.prefix === '!') return variableValue(variableValue(part.parameter, fill), fill)
  const own = variableValue(part.parameter, fill)
  const operation = part.operation
  if (operation?.type === 'Default' && depth < MAX_WORD_DEPTH) {
    const isAlternative = operation.operator.endsWith('+')
    return own === '' || isAlternative ? wordText(operation.operand, fill, depth + 1) : own
  }
  if (
    operation?.type === 'Slice' &&
    /^(?:PATH|HOME|PWD|OLDPWD|SHELL)$/.test(part.parameter) &&
    /:0:1\}$/.test(part.text)
  )
    return '/'
  return operation === undefined || operation.type === 'Default' ? own : fill.mode === 'known' ? own : ''
}

function wordText(word: Word, fill: Fill, depth: number): string {
  if (!word.parts) return word.value
  return word.parts.map((part) => pieceOf(part, fill, true, depth).value).join('')
}

/** True if the word holds anything whose value only the device knows. */
export function isOpaqueWord(word: Word): boolean {
  return word.parts !== undefined && /[$`]|[<>]\(/.test(word.text)
}
