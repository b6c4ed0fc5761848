import { isWithin } from '../../../main/broker/built-in/acl.ts'

/** A rule of EMQX's `acl.conf`; `account` is null for `all`. */
export interface EmqxRule {
  readonly isAllowed: boolean
  readonly account: string | null
  readonly action: 'publish' | 'subscribe' | 'all'
  readonly filters: readonly string[]
}

const TEXT = String.raw`"(?:[^"\\]|\\["\\])*"`
const RULE = new RegExp(
  String.raw`^\{allow, \{username, (${TEXT})\}, (publish|subscribe), \[((?:${TEXT}(?:, )?)+)\]\}\.$`,
)

/** Reads the terms that the wizard writes (EMQX documentation, "ACL File"). Throws for any other line. */
export function readEmqxAcl(text: string): readonly EmqxRule[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): EmqxRule => {
      if (line === '{deny, all}.') return { isAllowed: false, account: null, action: 'all', filters: ['#'] }
      const [, account, action, filters = ''] = RULE.exec(line) ?? []
      if (account === undefined || (action !== 'publish' && action !== 'subscribe')) throw new Error(`no rule: ${line}`)
      const texts = [...filters.matchAll(new RegExp(TEXT, 'g'))].map(([quoted]) => plain(quoted))
      return { isAllowed: true, account: plain(account), action, filters: texts }
    })
}

/** What the first rule that fits says, as EMQX asks them. */
export function emqxAllows(
  rules: readonly EmqxRule[],
  account: string,
  action: 'publish' | 'subscribe',
  topic: string,
): boolean {
  const first = rules.find(
    (rule) =>
      (rule.account === null || rule.account === account) &&
      (rule.action === 'all' || rule.action === action) &&
      isWithin(rule.filters, topic),
  )
  return first?.isAllowed ?? false
}

function plain(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(["\\])/g, '$1')
}
