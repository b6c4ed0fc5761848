import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GUIDE_PAGES, type GuideFound, type GuidePage } from '../../preload/contract/models/app/guide.ts'
import type { Language } from '../../preload/contract/models/app/settings.ts'

interface Edition {
  readonly pages: readonly GuidePage[]
  readonly search: (text: string) => readonly GuideFound[]
}

/** The guide that ships with the app. A language is read from disk when it is first asked for. */
export class Guide {
  readonly #folder: string
  readonly #editions = new Map<Language, Promise<Edition>>()

  /** `folder` holds `en` and `zh-CN`, each with one Markdown file a page. */
  constructor(folder: string) {
    this.#folder = folder
  }

  async pages(language: Language): Promise<readonly GuidePage[]> {
    return (await this.#edition(language)).pages
  }

  async search(language: Language, text: string): Promise<readonly GuideFound[]> {
    return (await this.#edition(language)).search(text)
  }

  #edition(language: Language): Promise<Edition> {
    const known = this.#editions.get(language)
    if (known !== undefined) return known
    const read = this.#read(language)
    this.#editions.set(language, read)
    // A failed reading is tried again when it is asked for again.
    read.catch(() => this.#editions.delete(language))
    return read
  }

  async #read(language: Language): Promise<Edition> {
    const [{ parsePage }, { GuideSearch }, ...texts] = await Promise.all([
      import('./parse-page.ts'),
      import('./guide-search.ts'),
      ...GUIDE_PAGES.map((page) => readFile(join(this.#folder, language, `${page}.md`), 'utf8')),
    ])
    const pages = GUIDE_PAGES.map((page, index) => parsePage(page, texts[index] ?? ''))
    const index = new GuideSearch(pages)
    return { pages, search: (text) => index.search(text) }
  }
}
