import MiniSearch from 'minisearch'
import type { Intent } from './entry-types.ts'
import { CJK, fold, normalise } from './words/normalise.ts'

/** One way to say an intent, found by its words. */
export interface Snippet {
  readonly intent: Intent
  readonly text: string
}

/** Words that stand in every sentence, and say nothing of what is wanted. */
const EVERYWHERE = /^(?:the|an?|my|our|your|it|its|this|that|me|i|is|are|be|of|to|in|on|at|for|and|with|there|please)$/
/** What operators look at most comes first among what fits as well. */
const QUICK_ACTION_BOOST = 1.3

/** What a request is about says more than the words that it uses. */
const CONCEPT_BOOST = 3

const WORDS = /[a-z0-9_]+|\p{Script=Han}+/gu

/** Latin words, and Chinese text as overlapping pairs of characters, since it has no spaces between words. */
function snippetTerms(folded: string): string[] {
  return [...folded.matchAll(WORDS)].flatMap(([run]) => {
    const characters = [...run]
    if (/^[a-z0-9_]/u.test(run) || characters.length < 2) return [run]
    return characters.slice(1).map((second, index) => `${characters[index]}${second}`)
  })
}

const HAN = /\p{Script=Han}/gu
/** One Chinese character, or a Latin word of which enough is typed, as they stand in the index. */
const UNFINISHED = /^(?:[a-z0-9_]{2,}|[\ue000-\uefff][\uf000-\uf07f])$/u

/**
 * A term as it stands in the index: each Chinese character as two, of which there are few. The index is a tree that goes
 * through the branches of a node one by one, and thousands of characters would branch at its root.
 */
function indexed(term: string): string {
  return term.replace(HAN, (character) => {
    const code = character.codePointAt(0) ?? 0
    return String.fromCharCode(0xe000 + (code >> 7), 0xf000 + (code & 127))
  })
}

/** Searches the catalogue by words and by the concepts that they stand for, so that one language finds the other. */
export class SnippetSearch {
  readonly #intents: readonly Intent[]
  readonly #snippets: readonly Snippet[]
  /** By place in `#snippets`. */
  readonly #words = new MiniSearch<{ id: number; words: string }>({
    fields: ['words'],
    tokenize: (text) => snippetTerms(fold(text)),
    processTerm: indexed,
  })
  /** By place in `#intents`. */
  readonly #concepts = new MiniSearch<{ id: number; concepts: string }>({
    fields: ['concepts'],
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: (term) => term,
  })

  /**
   * `meanings` holds the concepts that an intent's rules ask for, once for each rule. The examples themselves are not read,
   * because that takes five times as long and finds less.
   */
  constructor(intents: readonly Intent[], meanings: ReadonlyMap<Intent, readonly string[]>) {
    const documents = intents.flatMap((intent) =>
      (['en', 'zh'] as const).flatMap((language) =>
        intent.examples[language].map((text) => ({ intent, text, words: `${text} ${intent.title[language]}` })),
      ),
    )
    this.#intents = intents
    this.#snippets = documents.map(({ intent, text }) => ({ intent, text }))
    this.#words.addAll(documents.map(({ words }, id) => ({ id, words })))
    this.#concepts.addAll(intents.map((intent, id) => ({ id, concepts: meanings.get(intent)?.join(' ') ?? '' })))
  }

  /**
   * The snippets that fit best, one for each intent, best first, behind those of `first`. `concepts` are those of the text; an
   * unfinished last word counts.
   */
  search(text: string, concepts: readonly string[], first: readonly Intent[]): readonly Snippet[] {
    const scores = new Map<Intent, number>()
    const examples = new Map<Intent, Snippet>()
    for (const { id, score } of this.#words.search(text, {
      combineWith: 'OR',
      tokenize: (typed) => snippetTerms(normalise(typed).folded).filter((term) => !EVERYWHERE.test(term)),
      prefix: (term) => UNFINISHED.test(term),
      fuzzy: (term) => (/^[a-z]{5,}$/u.test(term) ? 0.2 : false),
    })) {
      const snippet = this.#snippets[Number(id)]
      if (snippet === undefined || examples.has(snippet.intent)) continue
      examples.set(snippet.intent, snippet)
      scores.set(snippet.intent, score)
    }
    for (const { id, score } of this.#concepts.search(concepts.join(' '), { combineWith: 'OR' })) {
      const intent = this.#intents[Number(id)]
      if (intent !== undefined) scores.set(intent, (scores.get(intent) ?? 0) + CONCEPT_BOOST * score)
    }
    const rank = ([intent, score]: readonly [Intent, number]) =>
      score * (intent.isQuickAction === true ? QUICK_ACTION_BOOST : 1)
    const found = [...scores].sort((left, right) => rank(right) - rank(left)).map(([intent]) => intent)
    return [...new Set([...first, ...found])].map((intent) => examples.get(intent) ?? this.#exampleOf(intent, text))
  }

  /** The first example of an intent in the language of the text. */
  #exampleOf(intent: Intent, text: string): Snippet {
    const language = CJK.test(text) ? 'zh' : 'en'
    return { intent, text: intent.examples[language][0] ?? intent.title[language] }
  }
}
