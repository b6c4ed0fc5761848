import { type Expression, type Item, nameIn, pathOf } from './expression.ts'

/** What an expression is worth, as far as reading tells. */
export type Value =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly isNumber: boolean /** Variables that may replace a default. */
      readonly replacedBy: readonly string[]
    }
  /** It comes from elsewhere: the environment, another file, an input. */
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fields'; readonly items: readonly Item[] }
  | { readonly kind: 'unknown' }

export interface Binding {
  /** `self.host`, `config.mqtt.host`. */
  readonly path: string
  readonly value: Expression
  readonly type: string | null
}

const MAX_DEPTH = 16
/** Evaluations of one file, because names that refer to names may grow without end. */
const MAX_STEPS = 50_000

const NOTHING = /^(?:null|nil|None|nullptr|NULL|undefined|nothing)$/
const BOOLEAN = /^(?:true|false|True|False|TRUE|FALSE|YES|NO)$/
/** Calls whose worth is that of what they are given. */
const WRAPPERS =
  /^(?:int|str|string|String|Number|parseInt|Integer|atoi|bool|Boolean|Some|Ok|F|PSTR|toInt|bytes|Uri|URI|URL|parse|create|of|valueOf|Int|Long|SecretStr|GetBytes|quote|quote_plus|encodeURIComponent|freeze)$/
/** Names whose fields the file sets under their own names. */
const HOLDER = /^(?:self|this|Config|config|settings|Settings|cls|args|opt|options|argv)$/
/** Calls that fill a text in. */
const FORMATS = /^(?:Sprintf|sprintf|format|snprintf|printf|Format)$/
/** Calls at the end of a value that leave it what it is. */
const ENDINGS =
  /^(?:to_string|to_owned|into|encode|decode|toCharArray|c_str|strip|trim|getBytes|toString|as_str|unwrap|expect|clone|to_i|to_s|strip|data|toByteArray|freeze|get_secret_value|parse)$/
const ENVIRONMENT_CALL =
  /^(?:getenv|GetEnvironmentVariable|Getenv|env|LookupEnv|var|config|env_str|get_env|getEnv|get_environment_variable)$/
const ENVIRONMENT_OBJECT = /(?:^|\.)(?:environ|env|ENV|_ENV|\$_ENV|\$_SERVER)$/
/** `environ.get(name, default)`, `config.get(…)`, `ENV.fetch(…)`. */
const LOOKUP = /^(?:get|fetch|getOrDefault|str|int|getenv|bool|setdefault|getString|getProperty)$/

/** Knows the names of a file, and what their values are. */
export class Values {
  readonly #known = new Map<string, Expression[]>()
  #steps = 0

  constructor(bindings: readonly Binding[]) {
    for (const { path, value } of bindings) {
      for (const name of new Set([path, path.replace(/^.*\./, '')])) {
        const all = this.#known.get(name) ?? []
        this.#known.set(name, all)
        all.push(value)
      }
    }
  }

  of(expression: Expression, depth = 0): Value {
    this.#steps += 1
    if (depth > MAX_DEPTH || this.#steps > MAX_STEPS) return { kind: 'unknown' }
    switch (expression.kind) {
      case 'number':
        return textValue(expression.text.replace(/_|[a-zA-Z]{1,3}\d{0,2}$/g, ''), true)
      case 'text':
        return this.#joined(expression.parts, depth)
      case 'name':
        return this.#named(expression.name, depth)
      case 'member':
        return this.#member(expression, depth)
      case 'index':
        return this.#index(expression.of, expression.key, depth)
      case 'call':
        return this.#called(expression, depth)
      case 'either':
        return this.#either(expression.options, depth)
      case 'group':
        return { kind: 'fields', items: expression.items }
      case 'unknown':
        return { kind: 'unknown' }
    }
  }

  #joined(parts: readonly (string | Expression)[], depth: number): Value {
    const replacedBy: string[] = []
    const missing: string[] = []
    let text = ''
    for (const part of parts) {
      const value = typeof part === 'string' ? textValue(part) : this.of(part, depth + 1)
      if (value.kind === 'text') {
        text += value.text
        replacedBy.push(...value.replacedBy)
      } else if (value.kind !== 'nothing')
        missing.push(
          ...(value.kind === 'missing' ? value.names : [typeof part === 'string' ? '' : nameIn(part) || '…']),
        )
      if (text.length > 300_000) return { kind: 'unknown' }
    }
    return missing.length > 0
      ? { kind: 'missing', names: missing }
      : { kind: 'text', text, isNumber: false, replacedBy }
  }

  #named(name: string, depth: number): Value {
    if (NOTHING.test(name)) return { kind: 'nothing' }
    if (BOOLEAN.test(name)) return textValue(/^(?:t|yes)/i.test(name) ? 'true' : 'false')
    return this.#lookUp(name, depth) ?? { kind: 'missing', names: [name] }
  }

  /** The newest value of a name that says something; null for a name that the file does not set. */
  #lookUp(path: string, depth: number): Value | null {
    const all = this.#known.get(path) ?? []
    const values = all.slice(-8).map((value) => this.of(value, depth + 1))
    const said = values.findLast(({ kind }) => kind === 'text' || kind === 'fields')
    return said ?? values.findLast(({ kind }) => kind !== 'unknown') ?? values.at(-1) ?? null
  }

  #member(expression: Expression & { kind: 'member' }, depth: number): Value {
    const { of, name } = expression
    const path = pathOf(expression)
    if (ENVIRONMENT_OBJECT.test(pathOf(of))) return { kind: 'missing', names: [name] }
    // Names of Python's module are what they say: `ssl.CERT_NONE`.
    if (/(?:^|\.)ssl$/.test(pathOf(of))) return textValue(name)
    return (
      this.#field(of, name, depth) ??
      this.#lookUp(path, depth) ??
      (HOLDER.test(nameIn(of)) || this.#isOfCommandLine(nameIn(of)) ? this.#lookUp(name, depth) : null) ?? {
        kind: 'missing',
        names: [path || name],
      }
    )
  }

  /** `a = parser.parse_args()` */
  #isOfCommandLine(name: string): boolean {
    const all = this.#known.get(name) ?? []
    return all.some((one) => one.kind === 'call' && /^parse_(?:known_)?args$/.test(nameIn(one.of)))
  }

  #index(of: Expression, key: Expression | null, depth: number): Value {
    const name = key === null ? null : this.of(key, depth + 1)
    if (name?.kind !== 'text')
      return key === null || name?.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'missing', names: [nameIn(of)] }
    if (ENVIRONMENT_OBJECT.test(pathOf(of))) return { kind: 'missing', names: [name.text] }
    return this.#field(of, name.text, depth) ?? { kind: 'missing', names: [name.text] }
  }

  /** A field of an object that the file holds. */
  #field(of: Expression, name: string, depth: number): Value | null {
    const holder = this.of(of, depth + 1)
    if (holder.kind !== 'fields') return null
    const item = holder.items.findLast((one) => one.name !== null && nameIn(one.name) === name)
    return item === undefined ? null : this.of(item.value, depth + 1)
  }

  #called({ of, args }: Expression & { kind: 'call' }, depth: number): Value {
    const name = nameIn(of)
    const receiver = of.kind === 'member' ? of.of : null
    const [first, second] = args.filter((arg) => arg.name === null).map(({ value }) => value)
    const fallback = args.find((arg) => arg.name !== null && /^default/.test(nameIn(arg.name)))?.value ?? second
    if (name === 'IPAddress')
      return textValue(args.map(({ value }) => (value.kind === 'number' ? value.text : '?')).join('.'))
    if (/^unwrap_or/.test(name) && receiver !== null) return this.#either([receiver, first ?? receiver], depth)
    if (receiver !== null && ENDINGS.test(name) && (first === undefined || name !== 'parse'))
      return this.of(receiver, depth + 1)
    if (FORMATS.test(name))
      return this.#filled(
        name === 'format' && receiver?.kind === 'text' ? [{ name: null, value: receiver, type: null }, ...args] : args,
        depth,
      )
    if (name === 'Field') {
      const value = args.find((arg) => arg.name !== null && nameIn(arg.name) === 'default')?.value ?? first
      return value === undefined ? { kind: 'unknown' } : this.of(value, depth + 1)
    }
    const isLookup = LOOKUP.test(name) && receiver !== null
    if ((ENVIRONMENT_CALL.test(name) || isLookup) && first !== undefined) {
      const key = this.of(first, depth + 1)
      if (key.kind !== 'text') return { kind: 'unknown' }
      const held = isLookup && receiver !== null ? this.#field(receiver, key.text, depth) : null
      if (held !== null) return held
      return fallback === undefined
        ? { kind: 'missing', names: [key.text] }
        : this.#replaceable(fallback, [key.text], depth)
    }
    if (WRAPPERS.test(name) && first !== undefined) return this.of(first, depth + 1)
    return { kind: 'missing', names: [pathOf(of) || name || '…'] }
  }

  /** `"%s:%d"` and `"{}:{port}"` with what is given for their places. */
  #filled(args: readonly Item[], depth: number): Value {
    const [pattern, ...given] = args
    const worth = pattern === undefined ? null : this.of(pattern.value, depth + 1)
    if (worth?.kind !== 'text') return { kind: 'unknown' }
    const places = given.filter((arg) => arg.name === null)
    const parts: (string | Expression)[] = []
    let count = 0
    for (const piece of worth.text.slice(0, 4_000).split(/(%[-+0]?\d{0,3}[sdiuvq]|\{\w{0,60}\})/)) {
      const name = piece.slice(1, -1)
      if (!/^(?:%.*[sdiuvq]|\{\w*\})$/.test(piece)) parts.push(piece)
      else if (piece.startsWith('{') && /\D/.test(name)) {
        const found = given.find((arg) => arg.name !== null && nameIn(arg.name) === name)
        parts.push(found?.value ?? { kind: 'name', name })
      } else {
        const at = piece.startsWith('{') && name !== '' ? Number(name) : count
        parts.push(places[at]?.value ?? { kind: 'name', name: '…' })
        count += 1
      }
    }
    return this.#joined(parts, depth)
  }

  #replaceable(fallback: Expression, by: readonly string[], depth: number): Value {
    const value = this.of(fallback, depth + 1)
    return value.kind === 'text'
      ? { ...value, replacedBy: [...by, ...value.replacedBy] }
      : value.kind === 'nothing'
        ? { kind: 'missing', names: by }
        : value
  }

  #either(options: readonly Expression[], depth: number): Value {
    const by: string[] = []
    let last: Value = { kind: 'unknown' }
    for (const option of options) {
      last = this.of(option, depth + 1)
      if (last.kind === 'text' || last.kind === 'fields') break
      if (last.kind === 'missing') by.push(...last.names)
    }
    if (last.kind === 'text') return { ...last, replacedBy: [...by, ...last.replacedBy] }
    return last.kind === 'fields' || by.length === 0 ? last : { kind: 'missing', names: by }
  }
}

function textValue(text: string, isNumber = false): Value {
  return { kind: 'text', text, isNumber, replacedBy: [] }
}
