import { lexer, type Token, type Tokens } from 'marked'
import {
  GUIDE_ANCHORS,
  type GuideBlock,
  type GuidePage,
  type GuidePageId,
  type GuidePlace,
  type GuideSection,
  type GuideText,
} from '../../preload/contract/models/app/guide.ts'
import { SETTINGS_SECTIONS } from '../../preload/contract/models/app/settings.ts'

/** `page.md`, `page.md#anchor` or `#anchor`. */
const LINK = /^(?:([a-z]+)\.md)?(?:#([a-z-]+))?$/
/** `settings:section`. */
const SETTINGS_LINK = /^settings:([a-z]+)$/
/** A heading ends with its anchor, because both languages share it. */
const HEADING = /^(.*\S) \{#([a-z-]+)\}$/

/**
 * Reads one page. The guide is text of the app's own, and still only these kinds are taken: headings, paragraphs, flat
 * lists, code, tables; in a line plain, strong, emphasised and code text, and links within the guide and to the settings. Anything else,
 * HTML included, throws, so that nothing of Markdown reaches the window but its words.
 */
export function parsePage(id: GuidePageId, markdown: string): GuidePage {
  const [title, ...body] = lexer(markdown).filter(({ type }) => type !== 'space')
  if (!isKind(title, 'heading') || title.depth !== 1) throw fault(id, title, 'a page begins with its title')
  const sections: { anchor: string | null; title: string; blocks: GuideBlock[] }[] = [
    { anchor: null, title: title.text, blocks: [] },
  ]
  for (const token of body) {
    if (isKind(token, 'heading')) {
      const [, words, anchor] = HEADING.exec(token.text) ?? []
      if (token.depth !== 2 || words === undefined || anchor === undefined) throw fault(id, token, 'no anchor')
      sections.push({ anchor, title: words, blocks: [] })
    } else sections.at(-1)?.blocks.push(block(id, token))
  }
  return { id, title: title.text, sections: sections satisfies readonly GuideSection[] }
}

function block(page: GuidePageId, token: Token): GuideBlock {
  if (isKind(token, 'paragraph')) return { kind: 'paragraph', text: line(page, token.tokens) }
  if (isKind(token, 'code')) return { kind: 'code', code: token.text }
  if (isKind(token, 'list')) {
    return {
      kind: 'list',
      items: token.items.map((item) => {
        const [only, ...more] = item.tokens
        if (!isKind(only, 'text') || more.length > 0) throw fault(page, item, 'an item is one line of text')
        return line(page, only.tokens ?? [])
      }),
    }
  }
  if (isKind(token, 'table')) {
    const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => line(page, cell.tokens))
    return { kind: 'table', head: cells(token.header), rows: token.rows.map(cells) }
  }
  throw fault(page, token, 'unknown block')
}

function line(page: GuidePageId, tokens: readonly Token[]): readonly GuideText[] {
  return tokens.map((token): GuideText => {
    if (isKind(token, 'text') || isKind(token, 'escape')) return { kind: 'plain', text: spaced(token.text) }
    if (isKind(token, 'codespan')) return { kind: 'code', text: token.text }
    if (isKind(token, 'strong')) return { kind: 'strong', text: spaced(token.text) }
    if (isKind(token, 'em')) return { kind: 'emphasis', text: spaced(token.text) }
    if (isKind(token, 'link')) return link(page, token)
    throw fault(page, token, 'unknown text')
  })
}

function link(page: GuidePageId, token: Tokens.Link): GuideText {
  const text = spaced(token.text)
  const [, name] = SETTINGS_LINK.exec(token.href) ?? []
  if (name === undefined) return { kind: 'link', text, to: place(page, token) }
  const section = SETTINGS_SECTIONS.find((known) => known === name)
  if (section === undefined) throw fault(page, token, 'leads to no section of the settings')
  return { kind: 'settings', text, section }
}

function place(page: GuidePageId, link: Tokens.Link): GuidePlace {
  const [whole, target = page, anchor = null] = LINK.exec(link.href) ?? []
  if (whole === undefined || !(target in GUIDE_ANCHORS)) throw fault(page, link, 'leads out of the guide')
  const known: readonly string[] = GUIDE_ANCHORS[target as GuidePageId]
  if (anchor !== null && !known.includes(anchor)) throw fault(page, link, 'leads to no section')
  return { page: target as GuidePageId, anchor }
}

/** A line break in a paragraph is a space. */
function spaced(text: string): string {
  return text.replaceAll('\n', ' ')
}

interface Kinds {
  readonly heading: Tokens.Heading
  readonly paragraph: Tokens.Paragraph
  readonly code: Tokens.Code
  readonly list: Tokens.List
  readonly table: Tokens.Table
  readonly text: Tokens.Text
  readonly escape: Tokens.Escape
  readonly codespan: Tokens.Codespan
  readonly strong: Tokens.Strong
  readonly em: Tokens.Em
  readonly link: Tokens.Link
}

/** marked's union has an open member, which no `switch` narrows. */
function isKind<Kind extends keyof Kinds>(token: Token | undefined, kind: Kind): token is Kinds[Kind] {
  return token?.type === kind
}

function fault(page: string, token: Token | undefined, what: string): Error {
  return new Error(`guide, ${page}: ${what}: ${token?.raw.slice(0, 80) ?? ''}`)
}
