import { type Expression, type Item, nameIn, pathOf } from './expression.ts'
import type { Binding } from './values.ts'

/** A call in source code; a declaration such as `PubSubClient client(net)` is a call of its type. */
export interface Call {
  /** The last word of what is called. */
  readonly name: string
  /** All words of it, the type of its variable before them. */
  readonly path: string
  /** The variable that it is called on, or bound to; empty where there is none. */
  readonly owner: string
  readonly args: readonly Item[]
  /** The arguments are a block or the fields of a structure. */
  readonly isBlock: boolean
}

export interface Collected {
  readonly bindings: readonly Binding[]
  readonly calls: readonly Call[]
  /** The type of each variable, as far as it is told. */
  readonly types: Map<string, string>
  /** Everything that stands behind a name in arguments and objects. */
  readonly fields: readonly Binding[]
  /** Arguments and objects in which something has a name. */
  readonly objects: readonly (readonly Item[])[]
}

/** Words in front of the name of a function that is declared, not called. */
const DECLARES =
  /^(?:def|function|func|fn|fun|class|struct|interface|enum|void|sub|if|while|for|switch|catch|elif|match)$/

/** Gathers what a file binds to names, and what it calls. */
export function collect(items: readonly Item[]): Collected {
  const collector = new Collector()
  for (const item of items) collector.statement(item)
  return collector
}

class Collector implements Collected {
  readonly bindings: Binding[] = []
  readonly calls: Call[] = []
  readonly fields: Binding[] = []
  readonly objects: (readonly Item[])[] = []
  readonly types = new Map<string, string>()

  statement({ name, value, type }: Item): void {
    // A block whose bracket stands on a line of its own, and `const ( … )` of Go.
    if (name === null && value.kind === 'group' && (value.isObject || value.items.some((item) => item.name !== null))) {
      for (const item of value.items) this.statement(item)
      return
    }
    if (name?.kind === 'group') {
      this.bindings.push(...takenApart(name.items, value))
      this.#expression(value, '', type)
      return
    }
    if (name !== null) {
      const path = boundPath(name)
      if (path !== '') {
        this.bindings.push({ path, value, type })
        this.#noteType(path, type ?? constructorOf(value) ?? annotationOf(value))
      }
      this.#expression(value, lastWord(path), type)
      if (name.kind === 'call') this.#expression(name, '', null)
      return
    }
    const declared = nameIn(value)
    // `const std::string SERVER{"…"};`
    if (type !== null && value.kind === 'call' && value.isBlock && !DECLARES.test(type)) {
      const [only, ...more] = value.args
      const isValue = only?.name === null && (only.value.kind === 'text' || only.value.kind === 'number')
      if (isValue && more.length === 0) {
        this.bindings.push({ path: declared, value: only.value, type })
        return
      }
    }
    if (type !== null && value.kind === 'call' && !value.isBlock && !DECLARES.test(type)) {
      this.#noteType(declared, type)
      this.bindings.push({
        path: declared,
        value: { kind: 'call', of: { kind: 'name', name: type }, args: value.args, isBlock: false },
        type,
      })
      this.calls.push({ name: type, path: type, owner: declared, args: value.args, isBlock: false })
      this.#inside(value.args)
      return
    }
    if (type !== null && (value.kind === 'name' || value.kind === 'index')) this.#noteType(declared, type)
    this.#expression(value, '', type)
  }

  #noteType(path: string, type: string | null): void {
    if (type !== null && type !== '' && !this.types.has(lastWord(path))) this.types.set(lastWord(path), type)
  }

  #expression(value: Expression, bound: string, type: string | null): void {
    switch (value.kind) {
      case 'call':
        this.#call(value, bound, type)
        return
      case 'member':
        this.#expression(value.of, bound, null)
        return
      case 'index':
        this.#expression(value.of, bound, null)
        return
      case 'text':
        for (const part of value.parts) if (typeof part !== 'string') this.#expression(part, '', null)
        return
      case 'either':
        for (const option of value.options) this.#expression(option, bound, null)
        return
      case 'unknown':
        for (const inside of value.inside) this.#expression(inside, '', null)
        return
      case 'group':
        if (type !== null) this.calls.push({ name: type, path: type, owner: bound, args: value.items, isBlock: true })
        this.#inside(value.items)
        return
      default:
    }
  }

  #call({ of, args, isBlock }: Expression & { kind: 'call' }, bound: string, type: string | null): void {
    const isDeclared = type !== null && DECLARES.test(type)
    // `def connect(host="…")`, `void connect() {…}`: what it declares are values of names, not what it is given.
    const isDefinition = isDeclared || (isBlock && of.kind === 'call' && type !== null)
    if (isBlock) {
      if (of.kind === 'call' && (isDefinition || /^(?:if|while|for|switch)$/.test(nameIn(of))))
        this.#parameters(of, isDefinition)
      else this.#expression(of, bound, null)
      // `class MqttService {…}` declares; `Options{…}` gives.
      if (type === null) this.#addCall(of, args, bound, true)
      for (const item of args) this.statement(item)
      return
    }
    if (isDefinition) {
      this.#parameters({ kind: 'call', of, args, isBlock }, true)
      return
    }
    this.#expression(of, bound, null)
    this.#addCall(of, args, bound, false)
    this.#inside(args)
  }

  #addCall(of: Expression, args: readonly Item[], bound: string, isBlock: boolean): void {
    const receiver = of.kind === 'member' ? of.of : null
    const owner =
      receiver === null ? bound : receiver.kind === 'call' ? bound || rootOf(receiver) : lastWord(pathOf(receiver))
    this.calls.push({ name: nameIn(of), path: pathOf(of), owner, args, isBlock })
  }

  #parameters(of: Expression & { kind: 'call' }, isDefinition: boolean): void {
    for (const item of of.args) {
      if (isDefinition) this.statement(item)
      else this.#expression(item.value, '', null)
    }
  }

  /** Arguments and fields: their names are no variables of the file. */
  #inside(items: readonly Item[]): void {
    if (items.some(({ name }) => name !== null)) this.objects.push(items)
    for (const { value, type, name } of items) {
      if (name === null && type !== null) this.#noteType(nameIn(value), type)
      if (name !== null) this.fields.push({ path: pathOf(name) || nameIn(name), value, type })
      this.#expression(value, '', null)
    }
  }
}

/** `const { HOST, PORT = 1883, USER: user } = process.env`: each name is bound to the field, or to its default. */
function takenApart(items: readonly Item[], of: Expression): Binding[] {
  return items.flatMap(({ name, value }): Binding[] => {
    const field = nameIn(name ?? value)
    if (field === '') return []
    const member: Expression = { kind: 'member', of, name: field }
    if (name === null) return [{ path: field, value: member, type: null }]
    if (value.kind === 'name') return [{ path: value.name, value: member, type: null }]
    return [{ path: field, value: { kind: 'either', options: [member, value] }, type: null }]
  })
}

/** The path of what is bound; of `config["NAME"]` the name. */
function boundPath(name: Expression): string {
  if (name.kind === 'index') {
    const key = name.key === null ? '' : nameIn(name.key)
    return key === '' || name.key?.kind !== 'text' ? pathOf(name.of) : key
  }
  return name.kind === 'text' ? nameIn(name) : pathOf(name)
}

function constructorOf(value: Expression): string | null {
  if (value.kind === 'call')
    return value.of.kind === 'member' && value.of.of.kind === 'call' ? constructorOf(value.of.of) : pathOf(value.of)
  return null
}

/** `client: MqttClient` names a type. */
function annotationOf(value: Expression): string | null {
  return value.kind === 'name' && /^[A-Z]\w*Client$/.test(value.name) ? value.name : null
}

/** The variable or type that a chain of calls begins with. */
function rootOf(value: Expression): string {
  if (value.kind === 'call') return rootOf(value.of)
  if (value.kind !== 'member') return pathOf(value)
  return value.of.kind === 'name' || value.of.kind === 'member' ? lastWord(pathOf(value.of)) : rootOf(value.of)
}

export function lastWord(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
