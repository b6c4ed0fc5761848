import { patternsMeet } from '../parse/shared/globs.ts'
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
   * can match; a later component only begins a place when it is no wildcard, else `/sys/*` would be everything.
   */
  find(parts: readonly string[], isPattern: boolean, isAbsolute: boolean): SecretPlace | undefined {
    for (let start = 0; start < parts.length; start++) {
      const first = parts[start] ?? ''
      const isOpen = isPattern && GLOB.test(first) && !first.startsWith('.')
      if (isOpen && (start > 0 || !isAbsolute)) continue
      const found = walk(this.#root, parts, start, isPattern)
      if (found) return found
    }
    return undefined
  }

  /** Whether any place is at or below the directory that all components name. */
  hasBelow(parts: readonly string[], start: number, isPattern: boolean): boolean {
    return reaches(this.#root, parts, start, isPattern)
  }
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

function walk(node: Node, parts: readonly string[], at: number, isPattern: boolean): SecretPlace | undefined {
  const part = parts[at]
  if (part === undefined) return node.place
  if (node.deep) return node.deep
  for (const child of childrenFor(node, part, isPattern)) {
    const found = walk(child, parts, at + 1, isPattern)
    if (found) return found
  }
  return undefined
}

function reaches(node: Node, parts: readonly string[], at: number, isPattern: boolean): boolean {
  const part = parts[at]
  if (part === undefined || node.deep !== undefined) return true
  return childrenFor(node, part, isPattern).some((child) => reaches(child, parts, at + 1, isPattern))
}

function childrenFor(node: Node, part: string, isPattern: boolean): readonly Node[] {
  const found: Node[] = []
  if (isPattern && GLOB.test(part)) {
    const fixed = part.slice(0, part.search(/[\\*?[]/))
    const isHidden = part.startsWith('.')
    for (const [name, child] of node.names) {
      if (name.startsWith(fixed) && (isHidden || !name.startsWith('.')) && patternsMeet(part, name)) found.push(child)
    }
    for (const { prefix, suffix, node: child } of node.stars) {
      if (patternsMeet(part, `${prefix}*${suffix}`)) found.push(child)
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
