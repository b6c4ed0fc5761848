import type { IntentEntry } from '../entry-types.ts'

type Pair = IntentEntry['title']

/** An intent in a few lines; without `explanation`, what it is called says what it shows. */
export const short = (
  id: string,
  title: Pair,
  linux: IntentEntry['linux'],
  when: readonly string[],
  examples: Pair,
  more: Partial<IntentEntry> = {},
): IntentEntry => ({
  id,
  title,
  explanation: [`Shows this: ${title[0]}.`, `查看：${title[1]}。`],
  linux,
  when,
  examples,
  ...more,
})

/** What most questions say beside the thing that they ask about. */
export const ASKED = '+exists +status|well +info +connected +running +open'
