import { diffArrays } from 'diff'

/** A piece of a line; `isChanged` in what the other side does not have. */
interface DiffPart {
  readonly text: string
  readonly isChanged: boolean
}

export type DiffRow =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly parts: readonly DiffPart[] }
  /** Equal lines left out. */
  | { readonly kind: 'gap'; readonly count: number }

/** A line of the majority beside one of the other answer; null where one side has none. */
export interface DiffPair {
  readonly left: DiffRow | null
  readonly right: DiffRow | null
}

type Kind = 'same' | 'removed' | 'added'
interface Step<Item> {
  readonly kind: Kind
  readonly item: Item
  /** True where so much differs that no line is the counterpart of another. */
  readonly isApart?: boolean
}

/** Lines, and words of a line, that may differ; above it the differing middles are told as removed and added whole. */
const MAX_LINE_EDITS = 200
const MAX_WORD_EDITS = 120
/** Changed lines that are compared word by word; more are drawn by no view. */
const MAX_PAIRS = 400
/** Equal lines kept around a difference. */
const CONTEXT_LINES = 2
const WORDS = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu

/** Compares two outputs line by line, and within changed lines word by word: removed lines first, as `diff -u` does. */
export function diffTexts(before: string, after: string): readonly DiffRow[] {
  return foldSame(rowsOf(diffSequences(linesOf(before), linesOf(after), MAX_LINE_EDITS)))
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Finds the longest common part of two sequences; what is equal at both ends is taken off first, because most of it is. */
function diffSequences(before: readonly string[], after: readonly string[], maxEdits: number): readonly Step<string>[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const kept = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'same', item }))
  return [
    ...kept(after.slice(0, head)),
    ...diffMiddles(before.slice(head, before.length - tail), after.slice(head, after.length - tail), maxEdits),
    ...kept(after.slice(after.length - tail)),
  ]
}

function diffMiddles(before: readonly string[], after: readonly string[], maxEdits: number): readonly Step<string>[] {
  const steps = (kind: Kind, items: readonly string[]) => items.map((item): Step<string> => ({ kind, item }))
  const changes = diffArrays([...before], [...after], { maxEditLength: maxEdits })
  if (changes === undefined) {
    const apart = (kind: Kind, items: readonly string[]) =>
      steps(kind, items).map((step) => ({ ...step, isApart: true }))
    return [...apart('removed', before), ...apart('added', after)]
  }
  return changes.flatMap(({ added, removed, value }) => steps(removed ? 'removed' : added ? 'added' : 'same', value))
}

/** Puts a change together: its removed lines, then its added ones, each compared with its counterpart. */
function rowsOf(steps: readonly Step<string>[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  let removed: Step<string>[] = []
  let added: Step<string>[] = []
  let compared = 0
  const flush = () => {
    const pairs = removed.map((step, index) => {
      const other = added[index]
      const isCompared = other !== undefined && step.isApart !== true && compared < MAX_PAIRS
      if (isCompared) compared++
      return isCompared ? pairOf(step.item, other.item) : null
    })
    for (const [index, { item }] of removed.entries()) {
      rows.push({ kind: 'removed', parts: pairs[index]?.left ?? whole(item) })
    }
    for (const [index, { item }] of added.entries()) {
      rows.push({ kind: 'added', parts: pairs[index]?.right ?? whole(item) })
    }
    removed = []
    added = []
  }
  for (const step of steps) {
    if (step.kind === 'removed') removed.push(step)
    else if (step.kind === 'added') added.push(step)
    else {
      flush()
      rows.push({ kind: 'same', parts: [{ text: step.item, isChanged: false }] })
    }
  }
  flush()
  return rows
}

const whole = (text: string): readonly DiffPart[] => [{ text, isChanged: true }]

/** Compares two lines word by word; null where they have none in common, because the marks would only be noise. */
function pairOf(before: string, after: string) {
  const steps = diffSequences(before.match(WORDS) ?? [], after.match(WORDS) ?? [], MAX_WORD_EDITS)
  const hasCommon = steps.some(({ kind, item }) => kind === 'same' && item.trim() !== '')
  return hasCommon ? { left: partsOf(steps, 'removed'), right: partsOf(steps, 'added') } : null
}

function partsOf(steps: readonly Step<string>[], changed: Kind): readonly DiffPart[] {
  const parts: { text: string; isChanged: boolean }[] = []
  for (const { kind, item } of steps) {
    if (kind !== 'same' && kind !== changed) continue
    const isChanged = kind !== 'same'
    const last = parts.at(-1)
    if (last?.isChanged === isChanged) last.text += item
    else parts.push({ text: item, isChanged })
  }
  return parts
}

/** Leaves out equal lines that are far from any difference. */
function foldSame(rows: readonly DiffRow[]): readonly DiffRow[] {
  const isNear = new Array<boolean>(rows.length).fill(false)
  for (const [index, { kind }] of rows.entries()) {
    if (kind !== 'same') isNear.fill(true, Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1)
  }
  const folded: DiffRow[] = []
  let count = 0
  for (const [index, row] of rows.entries()) {
    if (!isNear[index]) {
      count++
      continue
    }
    if (count > 0) folded.push({ kind: 'gap', count })
    count = 0
    folded.push(row)
  }
  if (count > 0) folded.push({ kind: 'gap', count })
  return folded
}

/** Puts rows beside each other: the removed lines of a change to the left of its added ones. */
export function pairRows(rows: readonly DiffRow[]): readonly DiffPair[] {
  const pairs: DiffPair[] = []
  let removed: DiffRow[] = []
  let added: DiffRow[] = []
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      pairs.push({ left: removed[index] ?? null, right: added[index] ?? null })
    }
    removed = []
    added = []
  }
  for (const row of rows) {
    if (row.kind === 'removed') {
      if (added.length > 0) flush()
      removed.push(row)
    } else if (row.kind === 'added') added.push(row)
    else {
      flush()
      pairs.push({ left: row, right: row })
    }
  }
  flush()
  return pairs
}
