import { type Expression, type Item, nameIn } from './expression.ts'
import { type Token, tokensOf } from './lexer.ts'
import { TokenCursor } from './token-cursor.ts'

const MAX_DEPTH = 60
/** Of a chain of calls. */
const MAX_LINKS = 200
const UNKNOWN: Expression = { kind: 'unknown', inside: [] }

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
/** Words in front of a declaration or an expression that change nothing of a value. */
const MODIFIERS = words(
  'const let var val static final public private protected readonly extern volatile unsigned signed export default return await async new mut pub inline constexpr local global yield internal sealed override late lateinit',
)
/** Words in front of a condition that has no brackets, as in Python. */
const CONDITIONS = words('if elif while with assert not raise throw else do try go defer echo print')
const OPERATORS = words('&& == != <= >= < > - * / % | ^ and in not is instanceof if else then')
const PREFIXES = words('! - & * ~ + ... : @ .')
const OPENING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** Reads source code into items, by one grammar that the usual languages share. What fits none is passed over. Linear. */
export function parseSource(text: string): readonly Item[] {
  return new Parser(tokensOf(text)).all()
}

class Parser {
  readonly #cursor: TokenCursor
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#cursor = new TokenCursor(tokens)
  }

  all(): Item[] {
    const items: Item[] = []
    while (!this.#cursor.isAtEnd()) {
      items.push(...this.#items(null))
      this.#cursor.at += 1
    }
    return items
  }

  /** Items up to a closing bracket, or to one that nothing has opened. */
  #items(close: string | null): Item[] {
    const items: Item[] = []
    for (;;) {
      const token = this.#cursor.peek()
      if (token === undefined) return items
      if (token.kind === 'sign' && /^[)\]}]$/.test(token.text)) {
        if (token.text === close) this.#cursor.at += 1
        return items
      }
      const before = this.#cursor.at
      if (token.kind === 'line' || /^[,;]$/.test(token.text)) this.#cursor.at += 1
      else {
        const item = this.#item()
        if (item !== null) items.push(item)
        if (this.#cursor.at === before) this.#cursor.at += 1
      }
    }
  }

  #item(): Item | null {
    let value = this.#expression()
    if (value === null) return null
    let type: string | null = null
    for (;;) {
      const isPointer = this.#cursor.isPointer()
      if (isPointer) this.#cursor.at += 1
      // What is called is no type: `connect(…) do |client|`.
      if (this.#cursor.peek()?.kind !== 'word' || value.kind === 'call') break
      type = nameIn(value)
      const before = this.#cursor.at
      value = this.#expression() ?? value
      if (this.#cursor.at === before) break
    }
    if (this.#cursor.skipSign('=') || this.#cursor.skipSign(':=')) return { name: value, value: this.#value(), type }
    if (this.#cursor.skipSign(':')) return this.#behindColon(value, type)
    if (this.#cursor.skipSign('=>') || this.#cursor.skipSign('->')) {
      const body = this.#value()
      return value.kind === 'text' ? { name: value, value: body, type } : { name: null, value: lambda(body), type }
    }
    return { name: null, value, type }
  }

  /** `name: value`, or a type in between as in `name: str = value`. */
  #behindColon(name: Expression, type: string | null): Item {
    if (this.#cursor.peek()?.kind === 'line') {
      const next = this.#cursor.ahead(1)
      if (next?.kind !== 'text' && next?.text !== '{' && next?.text !== '[') return { name: null, value: name, type }
    }
    const value = this.#value()
    if (this.#cursor.skipSign('=')) return { name, value: this.#value(), type: nameIn(value) }
    return { name, value, type }
  }

  #value(): Expression {
    this.#cursor.skipLines()
    return this.#expression() ?? UNKNOWN
  }

  #expression(): Expression | null {
    if (this.#depth >= MAX_DEPTH) return null
    this.#depth += 1
    let left = this.#unary()
    while (left !== null) {
      const joined = this.#operator(left)
      if (joined === null) break
      left = joined
    }
    this.#depth -= 1
    return left
  }

  /** What an operator makes of the expression before it; null where none follows. */
  #operator(left: Expression): Expression | null {
    this.#cursor.goOn()
    const token = this.#cursor.peek()
    if (token === undefined || (token.kind !== 'sign' && token.kind !== 'word')) return null
    const sign = token.text
    if (sign === 'as') {
      this.#cursor.at += 1
      this.#unary()
      return left
    }
    if (sign === '||' || sign === '??' || sign === 'or') {
      this.#cursor.at += 1
      const right = this.#value()
      return { kind: 'either', options: [left, ...(right.kind === 'either' ? right.options : [right])] }
    }
    if (sign === '+') {
      this.#cursor.at += 1
      const right = this.#value()
      return { kind: 'text', parts: [...partsOf(left), ...partsOf(right)] }
    }
    if (sign === '?') return this.#condition(left)
    if (sign === '%' && left.kind === 'text') {
      this.#cursor.at += 1
      return formatted(left, this.#value())
    }
    if (!OPERATORS.has(sign) || this.#cursor.isPointer()) return null
    this.#cursor.at += 1
    return { kind: 'unknown', inside: [left, this.#value()] }
  }

  #condition(left: Expression): Expression {
    this.#cursor.at += 1
    // `name?: Type`
    if (this.#cursor.isSign(':')) return left
    const one = this.#value()
    this.#cursor.skipLines()
    const other = this.#cursor.skipSign(':') ? this.#value() : UNKNOWN
    return { kind: 'unknown', inside: [left, one, other] }
  }

  #unary(): Expression | null {
    skipPrefixes(this.#cursor)
    let value = this.#primary()
    for (let links = 0; value !== null && links < MAX_LINKS; links += 1) {
      const longer = this.#postfix(value)
      if (longer === null) break
      value = longer
    }
    return value
  }

  #primary(): Expression | null {
    const token = this.#cursor.peek()
    if (token === undefined) return null
    if (token.kind === 'number') {
      this.#cursor.at += 1
      return { kind: 'number', text: token.text }
    }
    if (token.kind === 'word') {
      this.#cursor.at += 1
      return { kind: 'name', name: token.text }
    }
    if (token.kind === 'text') return textsAt(this.#cursor)
    const close = OPENING.get(token.text)
    if (token.kind !== 'sign' || close === undefined || this.#depth >= MAX_DEPTH) return null
    this.#cursor.at += 1
    const items = this.#items(close)
    const [only] = items
    const isParenthesis = token.text === '(' && items.length === 1 && only !== undefined && only.name === null
    return isParenthesis ? only.value : { kind: 'group', items, isObject: token.text === '{' }
  }

  #postfix(of: Expression): Expression | null {
    this.#cursor.goOn()
    const token = this.#cursor.peek()
    if (token?.kind !== 'sign') return null
    const next = this.#cursor.ahead(1)
    if (/^(?:\.|\?\.|->|::)$/.test(token.text)) {
      if (token.text === '.' && of.kind === 'text' && (next?.kind === 'text' || next?.text.startsWith('$')))
        return this.#phpJoined(of)
      if (next?.kind !== 'word') return null
      this.#cursor.at += 2
      return { kind: 'member', of, name: next.text }
    }
    if (token.text === '!' && (next === undefined || /^[),;.([\n]$/.test(next.text))) {
      this.#cursor.at += 1
      return of
    }
    const close = OPENING.get(token.text)
    if (close === undefined || this.#depth >= MAX_DEPTH || of.kind === 'text' || of.kind === 'number') return null
    if (token.text === '{' && of.kind === 'group') return null
    this.#cursor.at += 1
    this.#depth += 1
    const items = this.#items(close)
    this.#depth -= 1
    if (token.text === '[') return { kind: 'index', of, key: items[0]?.value ?? null }
    return { kind: 'call', of, args: items, isBlock: token.text === '{' }
  }

  #phpJoined(of: Expression): Expression {
    this.#cursor.at += 1
    const right = this.#unary() ?? UNKNOWN
    return { kind: 'text', parts: [...partsOf(of), ...partsOf(right)] }
  }
}

function lambda(body: Expression): Expression {
  const inside: Expression =
    body.kind === 'group' ? { kind: 'call', of: UNKNOWN, args: body.items, isBlock: true } : body
  return { kind: 'unknown', inside: [inside] }
}

function partsOf(value: Expression): readonly (string | Expression)[] {
  return value.kind === 'text' ? value.parts : [value]
}

/** A text with placeholders as its parts, names in between. */
function fillsOf(token: Token): readonly (string | Expression)[] {
  const { parts, fills } = token
  if (parts === undefined || fills === undefined) return [token.text]
  return parts.flatMap((part, index) => {
    const fill = fills[index]
    return fill === undefined ? [part] : [part, pathExpression(fill)]
  })
}

/** `config.host`, as it stands in a placeholder. */
function pathExpression(fill: string): Expression {
  const [first = '', ...more] = fill.split(/\.|::/)
  if (![first, ...more].every((word) => /^[\w$]{1,80}$/.test(word))) return UNKNOWN
  return more.reduce<Expression>((of, name) => ({ kind: 'member', of, name }), { kind: 'name', name: first })
}

/** Texts that stand one behind the other are one, over lines too. */
function textsAt(cursor: TokenCursor): Expression {
  const parts: (string | Expression)[] = []
  for (;;) {
    const token = cursor.peek()
    if (token?.kind === 'text') {
      parts.push(...fillsOf(token))
      cursor.at += 1
      continue
    }
    let lines = 0
    while (cursor.ahead(lines)?.kind === 'line') lines += 1
    if (lines === 0 || cursor.ahead(lines)?.kind !== 'text') return { kind: 'text', parts }
    cursor.at += lines
  }
}

/** Passes over signs and words in front of a value that change nothing of it. */
function skipPrefixes(cursor: TokenCursor): void {
  for (;;) {
    const token = cursor.peek()
    const next = cursor.ahead(1)
    // `default=` and `static:` are names.
    const isName = next?.kind === 'sign' && /^(?:=|:|,|\)|\.)$/.test(next.text)
    const isPassed =
      token?.kind === 'sign' ? PREFIXES.has(token.text) : token?.kind === 'word' && MODIFIERS.has(token.text) && !isName
    const isCondition = token?.kind === 'word' && CONDITIONS.has(token.text) && cursor.ahead(1)?.text !== '('
    if (!isPassed && !isCondition) break
    cursor.at += 1
  }
}

/** `"%s:%d" % (host, port)` of Python, as the call that it is elsewhere. */
function formatted(left: Expression, right: Expression): Expression {
  const items = right.kind === 'group' ? right.items : [{ name: null, value: right, type: null }]
  const args = [{ name: null, value: left, type: null }, ...items]
  return { kind: 'call', of: { kind: 'name', name: 'sprintf' }, args, isBlock: false }
}
