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
}

/** Cells of the table that compares two texts; above it the differing middles are told as removed and added whole. */
const MAX_CELLS = 1_000_000
/** Equal lines kept around a difference. */
const CONTEXT_LINES = 2
const WORDS = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu

/** Compares two outputs line by line, and within changed lines word by word: removed lines first, as `diff -u` does. */
export function diffTexts(before: string, after: string): readonly DiffRow[] {
  return foldSame(rowsOf(diffSequences(linesOf(before), linesOf(after))))
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Finds the longest common part of two sequences; what is equal at both ends is taken off first, because most of it is. */
function diffSequences(before: readonly string[], after: readonly string[]): readonly Step<string>[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const kept = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'same', item }))
  return [
    ...kept(after.slice(0, head)),
    ...diffMiddles(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...kept(after.slice(after.length - tail)),
  ]
}

function diffMiddles(before: readonly string[], after: readonly string[]): readonly Step<string>[] {
  const removed = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'removed', item }))
  const added = (items: readonly string[]) => items.map((item): Step<string> => ({ kind: 'added', item }))
  const width = after.length + 1
  if (before.length * after.length === 0 || (before.length + 1) * width > MAX_CELLS) {
    return [...removed(before), ...added(after)]
  }
  // Longest common part of what is left from each pair of places on.
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const steps: Step<string>[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const [left = '', right = ''] = [before[i], after[j]]
    if (left === right) {
      steps.push({ kind: 'same', item: left })
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      steps.push({ kind: 'removed', item: left })
      i++
    } else {
      steps.push({ kind: 'added', item: right })
      j++
    }
  }
  return [...steps, ...removed(before.slice(i)), ...added(after.slice(j))]
}

/** Puts a change together: its removed lines, then its added ones, each compared with its counterpart. */
function rowsOf(steps: readonly Step<string>[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    const pairs = removed.map((line, index) => pairOf(line, added[index]))
    for (const { left } of pairs) rows.push({ kind: 'removed', parts: left })
    for (const [index, line] of added.entries()) {
      rows.push({ kind: 'added', parts: pairs[index]?.right ?? [{ text: line, isChanged: true }] })
    }
    removed = []
    added = []
  }
  for (const { kind, item } of steps) {
    if (kind === 'removed') removed.push(item)
    else if (kind === 'added') added.push(item)
    else {
      flush()
      rows.push({ kind, parts: [{ text: item, isChanged: false }] })
    }
  }
  flush()
  return rows
}

function pairOf(before: string, after: string | undefined) {
  const whole = (text: string): readonly DiffPart[] => [{ text, isChanged: true }]
  if (after === undefined) return { left: whole(before), right: [] }
  const steps = diffSequences(before.match(WORDS) ?? [], after.match(WORDS) ?? [])
  // Without a word in common the marks would only be noise.
  const hasCommon = steps.some(({ kind, item }) => kind === 'same' && item.trim() !== '')
  if (!hasCommon) return { left: whole(before), right: whole(after) }
  return { left: partsOf(steps, 'removed'), right: partsOf(steps, 'added') }
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
