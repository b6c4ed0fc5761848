/** One simple command with its redirections. */
export interface SimpleCommand {
  readonly words: readonly string[]
  readonly redirects: readonly Redirect[]
}

export interface Redirect {
  readonly stream: 'stdin' | 'stdout' | 'stderr' | 'both'
  readonly isAppend: boolean
  /** A path, or `&1` / `&2` for the other stream. */
  readonly target: string
}

/** A pipeline and its condition on the one before it. */
export interface Step {
  readonly when: 'always' | 'on-success' | 'on-failure'
  readonly commands: readonly SimpleCommand[]
}

/** Syntax error of the simulated shell; its message reads like that of a real shell. */
export class ShellSyntaxError extends Error {}

/** Returns what a command line prints, without the newlines at its end. */
export type Substitute = (line: string) => string

type Token = { readonly kind: 'word' | 'operator'; readonly text: string }

const OPERATORS = [
  '2>&1',
  '1>&2',
  '&>>',
  '2>>',
  '&&',
  '||',
  '>>',
  '&>',
  '2>',
  '>&2',
  '1>',
  '>',
  '<',
  '|',
  ';',
  '&',
  '\n',
]

/**
 * Parses lists (`;`, `&&`, `||`), pipelines, redirections, quotes, `$NAME` and a substitution in double quotes, which
 * `substitute` runs. Loops, other substitutions and here documents throw a ShellSyntaxError, because a simulated device
 * is no full shell.
 */
export function parseCommandLine(
  line: string,
  variables: Readonly<Record<string, string>>,
  substitute: Substitute | null = null,
): Step[] {
  const tokens = tokenise(line, variables, substitute)
  const steps: Step[] = []
  let when: Step['when'] = 'always'
  let index = 0
  while (index < tokens.length) {
    const commands: SimpleCommand[] = []
    for (;;) {
      const [command, next] = readCommand(tokens, index)
      commands.push(command)
      index = next
      if (tokens[index]?.text !== '|' || tokens[index]?.kind !== 'operator') break
      index += 1
    }
    steps.push({ when, commands })
    const separator = tokens[index]
    if (separator === undefined) break
    index += 1
    when = separator.text === '&&' ? 'on-success' : separator.text === '||' ? 'on-failure' : 'always'
    const needsMore = when !== 'always'
    if (needsMore && index >= tokens.length) throw new ShellSyntaxError('Syntax error: end of file unexpected')
  }
  return steps
}

function readCommand(tokens: readonly Token[], start: number): [SimpleCommand, number] {
  const words: string[] = []
  const redirects: Redirect[] = []
  let index = start
  for (; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'word') {
      words.push(token.text)
      continue
    }
    const redirect = redirectOf(token.text)
    if (redirect === null) break
    if (redirect.target !== '') redirects.push(redirect)
    else {
      index += 1
      const target = tokens[index]
      if (target?.kind !== 'word') throw new ShellSyntaxError('Syntax error: newline unexpected')
      redirects.push({ ...redirect, target: target.text })
    }
  }
  if (words.length === 0) {
    const what = tokens[index]?.text
    throw new ShellSyntaxError(`Syntax error: ${what === undefined ? 'end of file' : `"${what}"`} unexpected`)
  }
  return [{ words, redirects }, index]
}

function redirectOf(text: string): Redirect | null {
  if (text === '2>&1') return { stream: 'stderr', isAppend: false, target: '&1' }
  if (text === '>&2' || text === '1>&2') return { stream: 'stdout', isAppend: false, target: '&2' }
  if (text === '<') return { stream: 'stdin', isAppend: false, target: '' }
  if (!/^(1|2|&)?>>?$/.test(text)) return null
  const stream = text.startsWith('2') ? 'stderr' : text.startsWith('&') ? 'both' : 'stdout'
  return { stream, isAppend: text.endsWith('>>'), target: '' }
}

function tokenise(line: string, variables: Readonly<Record<string, string>>, substitute: Substitute | null): Token[] {
  const tokens: Token[] = []
  let word: string | null = null
  const endWord = () => {
    if (word !== null) tokens.push({ kind: 'word', text: word })
    word = null
  }
  for (let index = 0; index < line.length; ) {
    const rest = line.slice(index)
    const char = rest[0] ?? ''
    const operator = word === null || !/^[12&]/.test(rest) ? OPERATORS.find((text) => rest.startsWith(text)) : undefined
    const plainOperator = operator ?? OPERATORS.find((text) => rest.startsWith(text) && !/^[12]/.test(text))
    const listed = /^ ?\$\(([^()`$"]*)\)(?= |$)/.exec(rest)?.[1]
    if (listed !== undefined && substitute !== null && char === ' ') {
      endWord()
      // Not quoted: each word of what it prints is one.
      for (const text of substitute(listed)
        .split(/\s+/)
        .filter((part) => part !== ''))
        tokens.push({ kind: 'word', text })
      index += listed.length + 4
      continue
    }
    if (/^(\$\(|`|\$\{|<<|[(){}])/.test(rest)) {
      throw new ShellSyntaxError('Syntax error: the simulated device reads simple commands only')
    }
    if (char === '#' && word === null) break
    if (char === ' ' || char === '\t') {
      endWord()
      index += 1
    } else if (plainOperator !== undefined) {
      endWord()
      const text = plainOperator === '\n' ? ';' : plainOperator
      const isEmptyLine = plainOperator === '\n' && (tokens.length === 0 || tokens.at(-1)?.kind === 'operator')
      if (!isEmptyLine) tokens.push({ kind: 'operator', text })
      index += plainOperator.length
    } else {
      const [text, length] = readWordPart(rest, variables, substitute)
      word = (word ?? '') + text
      index += length
    }
  }
  endWord()
  while (tokens.at(-1)?.kind === 'operator' && /^[;&]$/.test(tokens.at(-1)?.text ?? '')) tokens.pop()
  return tokens
}

/** The next piece of a word and its number of characters. */
function readWordPart(
  rest: string,
  variables: Readonly<Record<string, string>>,
  substitute: Substitute | null,
): [string, number] {
  const single = /^'([^']*)'/.exec(rest)
  if (single !== null) return [single[1] ?? '', single[0].length]
  const double = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest)
  if (double !== null) {
    const whole = /^\$\(([^()`$"]*)\)$/.exec(double[1] ?? '')?.[1]
    if (whole !== undefined && substitute !== null) return [substitute(whole), double[0].length]
    const inside = double[1] ?? ''
    if (/\$[({]|`/.test(inside))
      throw new ShellSyntaxError('Syntax error: the simulated device reads simple commands only')
    return [expand(inside, variables).replace(/\\(["\\$`])/g, '$1'), double[0].length]
  }
  if (rest.startsWith("'") || rest.startsWith('"'))
    throw new ShellSyntaxError('Syntax error: Unterminated quoted string')
  const escaped = /^\\([\s\S])/.exec(rest)
  if (escaped !== null) return [escaped[1] ?? '', 2]
  const variable = /^\$(\w+|\?)/.exec(rest)
  if (variable !== null) return [variables[variable[1] ?? ''] ?? '', variable[0].length]
  return [rest[0] ?? '', 1]
}

function expand(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\w+)/g, (_match, name: string) => variables[name] ?? '')
}
