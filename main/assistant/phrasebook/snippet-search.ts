import MiniSearch from 'minisearch'
import type { Intent } from './entry-types.ts'
import { CJK, fold, normalise } from './words/normalise.ts'

/** One way to say an intent, found by its words. */
export interface Snippet {
  readonly intent: Intent
  readonly text: string
}

interface SnippetDocument extends Snippet {
  readonly id: number
  readonly words: string
  readonly concepts: string
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

/** Searches the catalogue by words and by the concepts that they stand for, so that one language finds the other. */
export class SnippetSearch {
  readonly #index: MiniSearch<SnippetDocument>
  readonly #documents: readonly SnippetDocument[]

  /**
   * `meaningOf` tells the concepts that an intent's rules ask for, once for each rule and joined by spaces. The examples
   * themselves are not read, because that takes five times as long and finds less.
   */
  constructor(intents: readonly Intent[], meaningOf: (intent: Intent) => string) {
    this.#documents = intents
      .flatMap((intent) => {
        const concepts = meaningOf(intent)
        return (['en', 'zh'] as const).flatMap((language) =>
          intent.examples[language].map((text) => ({
            intent,
            text,
            words: `${text} ${intent.title[language]}`,
            concepts,
          })),
        )
      })
      .map((document, id) => ({ ...document, id }))
    this.#index = new MiniSearch<SnippetDocument>({
      fields: ['words', 'concepts'],
      tokenize: (text, field) => (field === 'concepts' ? text.split(' ').filter(Boolean) : snippetTerms(fold(text))),
      processTerm: (term) => term,
    })
    this.#index.addAll(this.#documents)
  }

  /**
   * The snippets that fit best, one for each intent, best first, behind those of `first`. `concepts` are those of the text; an
   * unfinished last word counts.
   */
  search(text: string, concepts: readonly string[], first: readonly Intent[]): readonly Snippet[] {
    const found = this.#index.search({
      combineWith: 'OR',
      boostDocument: (id) => (this.#documents[Number(id)]?.intent.isQuickAction === true ? QUICK_ACTION_BOOST : 1),
      queries: [
        {
          queries: [text],
          fields: ['words'],
          tokenize: (typed) => snippetTerms(normalise(typed).folded).filter((term) => !EVERYWHERE.test(term)),
          prefix: (term) => /^(?:[a-z0-9_]{2,}|\p{Script=Han})$/u.test(term),
          fuzzy: (term) => (/^[a-z]{5,}$/u.test(term) ? 0.2 : false),
        },
        {
          queries: [concepts.join(' ')],
          fields: ['concepts'],
          tokenize: () => [...concepts],
          boost: { concepts: CONCEPT_BOOST },
        },
      ],
    })
    const best = new Map<Intent, Snippet>()
    for (const { id } of found) {
      const document = this.#documents[Number(id)]
      if (document !== undefined && !best.has(document.intent)) best.set(document.intent, document)
    }
    return [...new Set([...first, ...best.keys()])].map((intent) => best.get(intent) ?? this.#exampleOf(intent, text))
  }

  /** The first example of an intent in the language of the text. */
  #exampleOf(intent: Intent, text: string): Snippet {
    const language = CJK.test(text) ? 'zh' : 'en'
    return { intent, text: intent.examples[language][0] ?? intent.title[language] }
  }
}
