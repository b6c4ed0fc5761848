/** A text by its key, or all that stands below a key. */
export interface Words {
  readonly [key: string]: Words | string
}

/** The keys of all languages; 0 where a text stands. */
export interface Keys {
  readonly [key: string]: Keys | 0
}

/**
 * Puts each text to its key, as the inverse of `textsOf` (resources/packaging/word-lists.ts). `texts` are in the order of the
 * keys, with 0 where the language has none.
 */
export function wordsOf(keys: Keys, texts: readonly (string | 0)[]): Words {
  let place = 0
  const below = (node: Keys): Words => {
    const words: Record<string, Words | string> = {}
    for (const [key, part] of Object.entries(node)) {
      const found = part === 0 ? texts[place++] : below(part)
      if (found !== 0 && found !== undefined) words[key] = found
    }
    return words
  }
  return below(keys)
}
