import { type Intent, SLOT_KINDS, type SlotKind } from './entry-types.ts'
import type { Lexicon } from './words/lexicon.ts'
import { ARCHIVE_FILE, DEVICE_FILE, FLAG_CONCEPT, KNOWN_FILE, KNOWN_FOLDER } from './words/tokens.ts'

const PATH_CONCEPTS: ReadonlySet<string> = new Set([KNOWN_FOLDER, KNOWN_FILE, DEVICE_FILE, ARCHIVE_FILE, FLAG_CONCEPT])

/** One parsed line of an intent's `when`. */
export interface Rule {
  readonly intent: Intent
  readonly groups: readonly (readonly string[])[]
  readonly neededSlots: readonly SlotKind[]
  readonly usableSlots: ReadonlySet<SlotKind>
  readonly optional: readonly string[]
  readonly vetoes: readonly string[]
  readonly vetoSlots: readonly SlotKind[]
  readonly weight: number
  /** Too little was said to propose it: it is only offered. */
  readonly isOnlyOffered: boolean
  /** Only beside another one: a way to look before deciding. */
  readonly isCompanion: boolean
}

/** Concepts that say more than another one: where a rule names that one, they count too. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  big: ['biggest'],
  info: ['config'],
  ip: ['ipv6'],
  port: ['udp'],
  network: ['lan', 'wired'],
  high: ['slow'],
  temperature: ['hot'],
  full: ['no-space'],
  space: ['no-space'],
  well: ['healthy'],
  internet: ['no-network', 'offline'],
  traffic: ['net-speed'],
  ntp: ['time-sync'],
  wifi: ['nearby-wifi', 'saved-wifi'],
  transfer: ['rename', 'copy', 'move', 'backup', 'pack', 'unpack', 'download', 'send-to', 'sync-to'],
  delete: ['empty-out', 'tidy', 'uninstall'],
  usb: ['usb-stick'],
  log: ['journal', 'log-file'],
  'system-log': ['journal'],
  route: ['route-way'],
  error: ['warning'],
  user: ['users'],
  time: ['when'],
}

/** A mistake in the phrasebook's data, found when it loads. */
class PhrasebookDataError extends Error {}

const KINDS = new Map<string, SlotKind>(SLOT_KINDS.map((kind) => [kind, kind]))

function slotKind(text: string): SlotKind {
  const kind = KINDS.get(text.slice(1, -1))
  if (kind === undefined) throw new PhrasebookDataError(`unknown slot ${text}`)
  return kind
}

/** Names of the `{slots}` in an intent's templates. */
function templateSlots(intent: Intent): ReadonlySet<SlotKind> {
  const templates = [intent.linux, intent.raspberrypi ?? [], intent.powershell, intent.cmd ?? []].flat()
  return new Set(
    templates.flatMap((template) => [...template.matchAll(/\{([a-z]+)\}/gu)].map((match) => slotKind(`<${match[1]}>`))),
  )
}

/** Parses the lines of `when`; throws where one names a concept or a slot that does not exist. */
export function parseRules(intent: Intent, lexicon: Lexicon): readonly Rule[] {
  const slots = templateSlots(intent)
  return intent.when.map((line) => parseRule(intent, line, lexicon, slots))
}

function parseRule(intent: Intent, line: string, lexicon: Lexicon, slots: ReadonlySet<SlotKind>): Rule {
  const groups: string[][] = []
  const neededSlots: SlotKind[] = []
  const addedSlots: SlotKind[] = []
  const optional: string[] = []
  const vetoes: string[] = []
  const vetoSlots: SlotKind[] = []
  let weight = 1
  let isOnlyOffered = false
  let isCompanion = false
  const known = (concept: string): readonly string[] => {
    if (PATH_CONCEPTS.has(concept)) return concept === KNOWN_FILE ? [concept, ARCHIVE_FILE] : [concept]
    if (lexicon.kindOf(concept) === undefined) throw new PhrasebookDataError(`${intent.id}: unknown concept ${concept}`)
    return [concept, ...(NARROWER[concept] ?? [])]
  }
  for (const part of line.split(' ')) {
    const rest = part.slice(1)
    if (part === '~') isOnlyOffered = true
    else if (part === '&') isCompanion = true
    else if (part.startsWith('*')) weight = Number(rest)
    else if (part.startsWith('+<')) addedSlots.push(slotKind(rest))
    else if (part.startsWith('+')) optional.push(...rest.split('|').flatMap(known))
    else if (part.startsWith('-<')) vetoSlots.push(slotKind(rest))
    else if (part.startsWith('-')) vetoes.push(...rest.split('|').flatMap(known))
    else if (part.startsWith('<')) neededSlots.push(slotKind(part))
    else groups.push(part.split('|').flatMap(known))
  }
  if (groups.length + neededSlots.length === 0 || !(weight > 0)) {
    throw new PhrasebookDataError(`${intent.id}: the rule "${line}" asks for nothing`)
  }
  const usableSlots = addedSlots.length === 0 ? slots : new Set([...slots, ...addedSlots])
  return { intent, groups, neededSlots, usableSlots, optional, vetoes, vetoSlots, weight, isOnlyOffered, isCompanion }
}

/** Rules by a group of concepts that they ask for, so that a request meets only those that may fit it. */
export class RuleIndex {
  readonly #rules: readonly Rule[]
  readonly #always: number[] = []
  readonly #byConcept = new Map<string, number[]>()

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
    const uses = new Map<string, number>()
    for (const { groups } of rules)
      for (const group of groups) for (const concept of group) uses.set(concept, (uses.get(concept) ?? 0) + 1)
    for (const [at, { groups }] of rules.entries()) {
      const rarest = rarestOf(groups, uses)
      if (rarest === undefined) this.#always.push(at)
      for (const concept of new Set(rarest)) {
        const places = this.#byConcept.get(concept)
        if (places === undefined) this.#byConcept.set(concept, [at])
        else places.push(at)
      }
    }
  }

  /** Those that may fit a request of these concepts, in the order of the data. */
  candidates(concepts: ReadonlySet<string>): readonly Rule[] {
    const found = new Set(this.#always)
    for (const concept of concepts) for (const at of this.#byConcept.get(concept) ?? []) found.add(at)
    return [...found].sort((left, right) => left - right).flatMap((at) => this.#rules[at] ?? [])
  }
}

/** The group that the fewest rules ask for rules out most. */
function rarestOf(
  groups: readonly (readonly string[])[],
  uses: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  let rarest: readonly string[] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const group of groups) {
    let count = 0
    for (const concept of group) count += uses.get(concept) ?? 0
    if (count >= least) continue
    rarest = group
    least = count
  }
  return rarest
}
