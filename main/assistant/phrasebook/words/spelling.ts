/** influxd and influxdb, rsyslogd and rsyslog: a daemon is called so, and is no slip. */
const isDaemonOf = (typed: string, meant: string) => typed.endsWith('d') && meant.startsWith(typed.slice(0, -1))

const SHORTEST = 4
/** From this length two slips are still the same word. */
const LONG = 9

/** Slips of the keys between two words: letters left out, added, mistaken, or two neighbours swapped. */
function slipsBetween(typed: string, meant: string): number {
  const width = meant.length + 1
  let before: number[] = []
  let last = Array.from({ length: width }, (_one, index) => index)
  for (let row = 1; row <= typed.length; row++) {
    const current = [row]
    for (let at = 1; at < width; at++) {
      const isSame = typed[row - 1] === meant[at - 1]
      let cost = Math.min((last[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1))
      if (row > 1 && at > 1 && typed[row - 1] === meant[at - 2] && typed[row - 2] === meant[at - 1]) {
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    before = last
    last = current
  }
  return last[meant.length] ?? 0
}

const lettersOf = (word: string) => [...word].sort().join('')

/** Measures how far a misspelt word is from one it may stand for; null where it is too far. */
function distance(typed: string, meant: string): number | null {
  const longer = meant.length - typed.length
  if (Math.abs(longer) > 2) return null
  // Many short words are near each other: only a swap, or a letter left out, is told for sure.
  if (typed.length === SHORTEST && longer !== 1 && lettersOf(typed) !== lettersOf(meant)) return null
  const slips = slipsBetween(typed, meant)
  // Two slips leave the end of a word as it is: "collector" is no collectd.
  const most = typed.length >= LONG && typed.at(-1) === meant.at(-1) ? 2 : 1
  return slips > 0 && slips <= most && !isDaemonOf(typed, meant) ? slips : null
}

/** Finds the one word of a list that a misspelt word stands for. */
export class Spelling {
  readonly #byStart = new Map<string, Set<string>>()

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (!/^[a-z]+$/u.test(word) || word.length < SHORTEST) continue
      const start = word.slice(0, 1)
      const bucket = this.#byStart.get(start)
      if (bucket === undefined) this.#byStart.set(start, new Set([word]))
      else bucket.add(word)
    }
  }

  /** The word meant, or undefined where none is near or two are as likely. The first letter has to be right. */
  correct(typed: string): string | undefined {
    if (!/^[a-z]{4,24}$/u.test(typed)) return undefined
    const near = [...(this.#byStart.get(typed.slice(0, 1)) ?? [])]
      .flatMap((word) => {
        const slips = distance(typed, word)
        // Swapped letters, then a letter left out, are the most common slips: "staus" is "status" before it is "stats".
        const isSwap = lettersOf(typed) === lettersOf(word)
        return slips === null ? [] : [{ word, rank: slips * 100 - (isSwap ? 50 : word.length) }]
      })
      .sort((left, right) => left.rank - right.rank)
    const [best, second] = near
    return best === undefined || second?.rank === best.rank ? undefined : best.word
  }
}
