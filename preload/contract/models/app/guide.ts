import type { SettingsSection } from './settings.ts'

/** Pages of the guide with their anchors, in reading order. Each is a file of resources/guide in both languages. */
export const GUIDE_ANCHORS = {
  start: ['demo', 'own', 'window'],
  broker: [
    'platform',
    'which',
    'cluster',
    'sites',
    'security',
    'files',
    'proof',
    'handover',
    'extend',
    'built-in',
    'accounts',
  ],
  connect: ['address', 'addresses', 'proxy', 'protection', 'test', 'rights', 'lost'],
  devices: ['presence', 'filter', 'choose', 'panel', 'system', 'record'],
  alerts: ['list', 'rules', 'maintenance', 'messages'],
  console: ['ask', 'card', 'result', 'not-understood', 'assistant'],
  safety: ['classes', 'approval', 'unasked', 'output'],
  fleet: ['fold', 'rollout', 'away'],
  history: ['search', 'audit', 'export'],
  agent: ['needs', 'keys', 'ssh', 'install', 'prove', 'refusals'],
  offline: ['works', 'phrasebook', 'secrets'],
  security: ['signed', 'broker', 'revoke', 'keys', 'record', 'leaves'],
  troubleshooting: [
    'connection',
    'network',
    'tls',
    'login',
    'rights',
    'built-in',
    'authority',
    'command',
    'failed',
    'assistant',
    'keyring',
    'lists',
    'app',
    'no-device',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type GuidePageId = keyof typeof GUIDE_ANCHORS
export const GUIDE_PAGES = Object.keys(GUIDE_ANCHORS) as readonly GuidePageId[]

/** A place in the guide that exists: a page, or one of its sections. */
export type GuideLink = {
  [Page in GuidePageId]: Page | `${Page}#${(typeof GUIDE_ANCHORS)[Page][number]}`
}[GuidePageId]

export interface GuidePlace {
  readonly page: GuidePageId
  /** Null is the head of the page. */
  readonly anchor: string | null
}

/** Takes a link apart. */
export function guidePlace(link: GuideLink): GuidePlace {
  const [page = '', anchor = null] = link.split('#')
  return { page: page as GuidePageId, anchor }
}

/** A stretch of text. A link leads to a place in the guide or a section of the settings, and nowhere else. */
export type GuideText =
  | { readonly kind: 'plain' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: GuidePlace }
  | { readonly kind: 'settings'; readonly text: string; readonly section: SettingsSection }

export type GuideBlock =
  | { readonly kind: 'paragraph'; readonly text: readonly GuideText[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly GuideText[])[] }
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly GuideText[])[]
      readonly rows: readonly (readonly (readonly GuideText[])[])[]
    }

export interface GuideSection {
  /** Null for what stands before the first heading. */
  readonly anchor: string | null
  readonly title: string
  readonly blocks: readonly GuideBlock[]
}

export interface GuidePage {
  readonly id: GuidePageId
  readonly title: string
  readonly sections: readonly GuideSection[]
}

export interface GuideFound extends GuidePlace {
  readonly pageTitle: string
  readonly title: string
  /** The sentence that fits best. */
  readonly excerpt: string
}
