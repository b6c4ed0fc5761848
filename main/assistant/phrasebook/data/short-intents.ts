import type { Intent } from '../entry-types.ts'

type Pair = readonly [en: string, zh: string]

/** What an order does beyond a look: its class, its time, its forms on other systems. */
type More = Partial<Omit<Intent, 'id' | 'title' | 'explanation' | 'linux' | 'when' | 'examples'>>

/** An intent in a few lines: a look on Linux, unless `more` says otherwise. */
export const short = (
  id: string,
  [titleEn, titleZh]: Pair,
  [en, zh]: Pair,
  linux: Intent['linux'],
  when: readonly string[],
  [exampleEn, exampleZh]: Pair,
  more: More = {},
): Intent => ({
  id,
  title: { en: titleEn, zh: titleZh },
  explanation: { en, zh },
  expectedClass: 'read',
  timeoutS: null,
  linux,
  powershell: [],
  when,
  examples: { en: [exampleEn], zh: [exampleZh] },
  ...more,
})

/** What most questions say beside the thing that they ask about. */
export const ASKED = '+question +list +exists +status|well +info +connected +running +open +device +system +check'
