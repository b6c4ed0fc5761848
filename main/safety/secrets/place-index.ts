import { patternsMeet } from '../parse/shared/globs.ts'
import { originalsOf } from './copy-endings.ts'
import type { SecretPlace } from './secret-place.ts'

interface Star {
  readonly prefix: string
  readonly suffix: string
  readonly node: Node
}

/** One component of the paths of all places; `place` ends here, `deep` is everything below. */
interface Node {
  readonly names: Map<string, Node>
  readonly stars: Star[]
  place?: SecretPlace
  deep?: SecretPlace
}

const newNode = (): Node => ({ names: new Map(), stars: [] })
const GLOB = /[*?[]/

/** Paths of secret places as a tree of components, so that one walk answers for all of them. */
export class PlaceIndex {
  readonly #root = newNode()

  constructor(
    places: readonly SecretPlace[],
    pathsOf: (place: SecretPlace) => readonly string[] = ({ paths }) => paths,
  ) {
    for (const place of places) for (const path of pathsOf(place)) this.#add(path, place)
  }

  #add(path: string, place: SecretPlace): void {
    let node = this.#root
    for (const part of path.split('/')) {
      if (part === '') continue
      if (part === '**') {
        node.deep ??= place
        return
      }
      node = childOf(node, part)
    }
    node.place ??= place
  }

  /**
   * The place that the components mean, from their first on or from any later one. As a pattern they mean whatever they
   * can match; a later component only begins a place when it says enough, else `/sys/*` would be everything. A copy of
   * a file (`shadow.bak`) is where the file is.
   */
  find(parts: readonly string[], isPattern: boolean, isAbsolute: boolean): SecretPlace | undefined {
    const found = this.#findAs(parts, isPattern, isAbsolute)
    if (found) return found
    const head = parts.slice(0, -1)
    for (const name of originalsOf(parts.at(-1) ?? '', isPattern)) {
      const copied = this.#findAs([...head, name], isPattern, isAbsolute)
      if (copied) return copied
    }
    return undefined
  }

  #findAs(parts: readonly string[], isPattern: boolean, isAbsolute: boolean): SecretPlace | undefined {
    for (let start = 0; start < parts.length; start++) {
      const first = parts[start] ?? ''
      const isOpen = isPattern && GLOB.test(first) && !saysEnough(first)
      if (isOpen && (start > 0 || !isAbsolute)) continue
      const found = walk(this.#root, parts, start, isPattern, true)
      if (found) return found
    }
    return undefined
  }

  /** True if any place is at or below the directory that all components name. */
  hasBelow(parts: readonly string[], start: number, isPattern: boolean): boolean {
    return reaches(this.#root, parts, start, isPattern)
  }
}

/** A wildcard that can begin a place anywhere: a hidden name, or three letters of one, the first among them. */
function saysEnough(part: string): boolean {
  return part.startsWith('.') || (!/^[*?[\\]/.test(part) && part.replace(/[*?[\]\\]/g, '').length >= 3)
}

function childOf(node: Node, part: string): Node {
  const at = part.indexOf('*')
  if (at < 0) {
    const child = node.names.get(part) ?? newNode()
    node.names.set(part, child)
    return child
  }
  const prefix = part.slice(0, at)
  const suffix = part.slice(at + 1)
  const known = node.stars.find((star) => star.prefix === prefix && star.suffix === suffix)
  if (known) return known.node
  const child = newNode()
  node.stars.push({ prefix, suffix, node: child })
  return child
}

function walk(
  node: Node,
  parts: readonly string[],
  at: number,
  isPattern: boolean,
  isFirst: boolean,
): SecretPlace | undefined {
  const part = parts[at]
  if (part === undefined) return node.place
  if (node.deep) return node.deep
  for (const child of childrenFor(node, part, isPattern, isFirst)) {
    const found = walk(child, parts, at + 1, isPattern, false)
    if (found) return found
  }
  return undefined
}

function reaches(node: Node, parts: readonly string[], at: number, isPattern: boolean): boolean {
  const part = parts[at]
  if (part === undefined || node.deep !== undefined) return true
  return childrenFor(node, part, isPattern, false).some((child) => reaches(child, parts, at + 1, isPattern))
}

/** In a first component, `log*` does not mean every `*.pem`. */
function childrenFor(node: Node, part: string, isPattern: boolean, isFirst: boolean): readonly Node[] {
  const found: Node[] = []
  if (isPattern && GLOB.test(part)) {
    const fixed = part.slice(0, part.search(/[\\*?[]/))
    const isHidden = part.startsWith('.')
    for (const [name, child] of node.names) {
      if (name.startsWith(fixed) && (isHidden || !name.startsWith('.')) && patternsMeet(part, name)) found.push(child)
    }
    for (const { prefix, suffix, node: child } of node.stars) {
      if ((prefix !== '' || !isFirst || !part.endsWith('*')) && patternsMeet(part, `${prefix}*${suffix}`))
        found.push(child)
    }
    return found
  }
  const exact = node.names.get(part)
  if (exact) found.push(exact)
  for (const { prefix, suffix, node: child } of node.stars) {
    if (part.length >= prefix.length + suffix.length && part.startsWith(prefix) && part.endsWith(suffix))
      found.push(child)
  }
  return found
}
