import type { ConceptEntry, IntentEntry } from '../entry-types.ts'
import { ASKED, short } from './short-intents.ts'
import { THINGS } from './things.ts'

const EXAMPLES: Readonly<Record<string, string>> = {
  path: '/srv/data',
  process: 'web',
  account: 'guest',
  address: '192.168.1.0/24',
  pid: '1234',
  image: 'redis:7',
}

const idOf = (en: string) =>
  en
    .toLowerCase()
    .replace(/ ?\*?\{[a-z]+\}\*?/gu, '')
    .replaceAll(' ', '-')
const exampleOf = (name: string) => name.replace(/\*?\{([a-z]+)\}\*?/gu, (_all, kind: string) => EXAMPLES[kind] ?? '')

/** The looks at one thing each, and what acts on one, in its own words. */
export const THING_INTENTS: readonly IntentEntry[] = THINGS.map(([en, zh, linux, , rule = '', more = {}]) => {
  const isLook = more.expectedClass === undefined
  const when = `${idOf(en)} ${isLook ? ASKED : ''} ${rule} *1.6`.replace(/ +/gu, ' ')
  const explanation = isLook ? {} : { explanation: [`${en}.`, `${zh}。`] as const }
  return short(idOf(en), [en, zh], linux, [when], [exampleOf(en), exampleOf(zh)], { ...explanation, ...more })
})

/** Their concepts, by all their names. */
export const THING_CONCEPTS: readonly ConceptEntry[] = THINGS.map(([en, zh, , forms = '', , more]) => [
  idOf(en),
  more?.expectedClass === undefined ? 'topic' : 'action',
  idOf(en).replaceAll('-', ' '),
  `${zh.toLowerCase().replace(' ', '')}|${forms}`,
])
