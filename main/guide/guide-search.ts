import MiniSearch from 'minisearch'
import type { GuideBlock, GuideFound, GuidePage, GuideText } from '../../preload/contract/models/app/guide.ts'

interface Document extends Omit<GuideFound, 'excerpt'> {
  readonly id: number
  readonly text: string
}

const FOUND_MAX = 12
const EXCERPT_MAX_CHARS = 160
const WORDS = /[\p{Script=Latin}\p{N}_]+|\p{Script=Han}+/gu
const SENTENCES = /[^.!?。！？\n]+[.!?。！？]?/gu

/** Words in small letters, and Chinese as overlapping pairs of characters, because it has no spaces between words. */
function terms(text: string): string[] {
  return [...text.toLowerCase().matchAll(WORDS)].flatMap(([run]) => {
    const characters = [...run]
    if (!/^\p{Script=Han}/u.test(run) || characters.length < 2) return [run]
    return characters.slice(1).map((second, index) => `${characters[index]}${second}`)
  })
}

/** Searches the sections of the guide in one language. */
export class GuideSearch {
  readonly #documents: readonly Document[]
  readonly #index: MiniSearch<Document>

  constructor(pages: readonly GuidePage[]) {
    this.#documents = pages
      .flatMap((page) =>
        page.sections.map(({ anchor, title, blocks }) => ({
          page: page.id,
          pageTitle: page.title,
          anchor,
          title,
          text: blocks.map(blockText).join('\n'),
        })),
      )
      .map((document, id) => ({ ...document, id }))
    this.#index = new MiniSearch<Document>({
      fields: ['title', 'pageTitle', 'text'],
      tokenize: terms,
      processTerm: (term) => term,
    })
    this.#index.addAll(this.#documents)
  }

  /** Returns at most 12 sections, best first: those with every word of the text, else those with any. */
  search(text: string): readonly GuideFound[] {
    const options = {
      boost: { title: 3, pageTitle: 1.5 },
      prefix: (term: string) => /^(?:[a-z0-9_]{2,}|\p{Script=Han})$/u.test(term),
      fuzzy: (term: string) => (/^[a-z]{5,}$/u.test(term) ? 0.2 : false),
    }
    const all = this.#index.search(text, { ...options, combineWith: 'AND' })
    const found = all.length > 0 ? all : this.#index.search(text, options)
    return found.slice(0, FOUND_MAX).flatMap(({ id }) => {
      const document = this.#documents[Number(id)]
      if (document === undefined) return []
      const { page, pageTitle, anchor, title } = document
      return [{ page, pageTitle, anchor, title, excerpt: excerpt(document.text, terms(text)) }]
    })
  }
}

/** Picks the sentence with most of the words; ends a long one with an ellipsis. */
function excerpt(text: string, words: readonly string[]): string {
  let best = ''
  let most = -1
  for (const [sentence] of text.matchAll(SENTENCES)) {
    const small = sentence.toLowerCase()
    const hits = words.filter((word) => small.includes(word)).length
    if (hits > most) {
      best = sentence.trim()
      most = hits
    }
  }
  return best.length > EXCERPT_MAX_CHARS ? `${best.slice(0, EXCERPT_MAX_CHARS)}…` : best
}

function blockText(block: GuideBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return lineText(block.text)
    case 'list':
      return block.items.map(lineText).join('\n')
    case 'code':
      return block.code
    case 'table':
      return block.rows.map((row) => row.map(lineText).join(': ')).join('\n')
  }
}

function lineText(line: readonly GuideText[]): string {
  return line.map(({ text }) => text).join('')
}
