/** True when one slip of the keys (a letter left out, added, mistaken, or two swapped) lies between the words. */
function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return false
  let start = 0
  while (start < Math.min(typed.length, meant.length) && typed[start] === meant[start]) start++
  const typedRest = typed.slice(start)
  const meantRest = meant.slice(start)
  if (typedRest.slice(1) === meantRest.slice(1)) return true
  if (typedRest.slice(1) === meantRest || typedRest === meantRest.slice(1)) return true
  const isSwapped = typedRest[0] === meantRest[1] && typedRest[1] === meantRest[0]
  return isSwapped && typedRest.slice(2) === meantRest.slice(2)
}

const SHORTEST = 5

/** Finds the one word of a list that a misspelt word stands for. Short words are left alone: too many are near. */
export class Spelling {
  readonly #byStart = new Map<string, string[]>()

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (!/^[a-z]+$/u.test(word) || word.length < SHORTEST) continue
      const start = word.slice(0, 1)
      const bucket = this.#byStart.get(start)
      if (bucket === undefined) this.#byStart.set(start, [word])
      else bucket.push(word)
    }
  }

  /** The word meant, or undefined where none is near or two are as likely. The first letter has to be right. */
  correct(typed: string): string | undefined {
    if (!/^[a-z]{4,24}$/u.test(typed)) return undefined
    const near = (this.#byStart.get(typed.slice(0, 1)) ?? [])
      .filter((word) => word.length >= (typed.length < SHORTEST ? SHORTEST : 0) && isOneSlip(typed, word))
      .sort((left, right) => right.length - left.length)
    // A letter left out is the most common slip: "staus" is "status" before it is "stats".
    return near[0]?.length === near[1]?.length ? undefined : near[0]
  }
}
