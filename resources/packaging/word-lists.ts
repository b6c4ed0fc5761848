import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import type { Keys, Words } from '../../renderer/lib/i18n/word-lists.ts'

const PREFIX = 'virtual:words/'

/**
 * Gives the window the catalogues of `folder` (`<language>/<namespace>.json`) as lists: `virtual:words/keys` has the keys
 * of all languages once, and `virtual:words/<language>` the texts in their order. The keys are a quarter of a catalogue.
 */
export function wordLists(folder: string): Plugin {
  return {
    name: 'word-lists',
    resolveId: { filter: { id: /^virtual:words\// }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:words\// },
      handler: (id) => {
        const part = id.slice(1 + PREFIX.length)
        const languages = readdirSync(folder).sort()
        const keys = keysOf(languages.map((language) => readWords(join(folder, language))))
        if (part === 'keys') return `export const keys = ${JSON.stringify(keys)}`
        return `export const texts = ${JSON.stringify(textsOf(keys, readWords(join(folder, part))))}`
      },
    },
  }
}

/** Reads all namespaces of one language. */
export function readWords(folder: string): Words {
  const files = readdirSync(folder).sort()
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words]),
  )
}

/** The keys of several catalogues together: a language may lack one, as Chinese does those of the singular. */
export function keysOf(catalogues: readonly Words[]): Keys {
  const names = [...new Set(catalogues.flatMap((words) => Object.keys(words)))]
  return Object.fromEntries(
    names.map((name) => {
      const below = catalogues.flatMap((words) => (typeof words[name] === 'object' ? [words[name]] : []))
      return [name, below.length === 0 ? 0 : keysOf(below)]
    }),
  )
}

/** The texts of a catalogue in the order of the keys; 0 where it has none. */
export function textsOf(keys: Keys, words: Words): readonly (string | 0)[] {
  return Object.entries(keys).flatMap(([key, below]) => {
    const here = words[key]
    if (below !== 0) return textsOf(below, typeof here === 'object' ? here : {})
    return typeof here === 'string' ? here : 0
  })
}
