import { settingsOf } from '../document-settings.ts'
import { defaultNote, missingNote } from '../import-notes.ts'
import type { Setting } from '../setting-groups.ts'
import { type Expression, type Item, nameIn } from './expression.ts'
import type { Value, Values } from './values.ts'

/** Makes settings of what source code gives to a name, a place or an object. */
export class SettingMaker {
  readonly #values: Values

  constructor(values: Values) {
    this.#values = values
  }

  worth(expression: Expression): Value {
    return this.#values.of(expression)
  }

  setting(name: string, fullName: string, worth: Value): Setting[] {
    const named = fullName === name ? { name } : { name, fullName }
    if (worth.kind === 'text') {
      const note = worth.replacedBy.length === 0 ? {} : { note: defaultNote(name, worth.replacedBy) }
      return [{ ...named, text: worth.text, problem: null, ...note }]
    }
    if (worth.kind === 'missing') return [{ ...named, text: '', problem: missingNote(name, worth.names) }]
    return worth.kind === 'unknown' ? [{ ...named, text: '', problem: missingNote(name, ['…']) }] : []
  }

  /** The settings of an object, named by its path from here. */
  document(name: string, items: readonly Item[], inner: string | null = null): Setting[] {
    const defaults = new Map<string, readonly string[]>()
    const value = this.#plain(items, inner === null ? name : `${name}_${inner}`, defaults, 0)
    return settingsOf({ [name]: inner === null ? value : { [inner]: value } }, 'json').map((one) => {
      const by = defaults.get(one.name)
      const named =
        one.fullName === undefined && name === 'mqtt' ? { ...one, fullName: one.name, name: one.name.slice(5) } : one
      return by === undefined ? named : { ...named, note: defaultNote(named.name, by) }
    })
  }

  #plain(items: readonly Item[], path: string, defaults: Map<string, readonly string[]>, depth: number): unknown {
    const isList = items.length > 0 && items.every(({ name }) => name === null)
    const ofItem = (expression: Expression, at: string): unknown => {
      const worth = depth > 6 ? { kind: 'unknown' as const } : this.#values.of(expression)
      if (worth.kind === 'fields') return this.#plain(worth.items, at, defaults, depth + 1)
      if (worth.kind === 'text') {
        if (worth.replacedBy.length > 0) defaults.set(at, worth.replacedBy)
        return worth.text
      }
      return worth.kind === 'nothing' ? null : { elsewhere: worth.kind === 'missing' ? worth.names.join(', ') : '…' }
    }
    if (isList) return items.map(({ value }) => ofItem(value, path))
    return Object.fromEntries(
      items.flatMap(({ name, value }) => {
        // `{ host, port }` names variables; methods are no settings.
        const key = name === null ? (value.kind === 'name' ? value.name : '') : nameIn(name)
        return key === '' || key === '__proto__' || isMethod(value) ? [] : [[key, ofItem(value, `${path}_${key}`)]]
      }),
    )
  }

  placed(names: readonly (string | null)[], args: readonly Item[]): Setting[] {
    const values = args.filter(({ name }) => name === null)
    return names.flatMap((name, index) => {
      const arg = values[index]
      if (name === null || arg === undefined) return []
      const worth = this.#values.of(arg.value)
      // The connection of a board may stand in the place of a port.
      if (name === 'port' && worth.kind === 'missing' && !/port/i.test(worth.names.join())) return []
      return worth.kind === 'fields'
        ? this.document('mqtt', worth.items, name)
        : this.setting(name, `mqtt_${name}`, worth)
    })
  }

  named(args: readonly Item[]): Setting[] {
    return this.document(
      'mqtt',
      args.filter(({ name }) => name !== null),
    )
  }
}

function isMethod(value: Expression): boolean {
  return value.kind === 'unknown' || (value.kind === 'call' && value.isBlock)
}
