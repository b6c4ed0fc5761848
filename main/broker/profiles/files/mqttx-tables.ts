import { parseCsv } from '../../../shared/csv.ts'
import type { Setting } from './setting-groups.ts'

/** Words that MQTTX writes into formats without types. */
const EMPTY: ReadonlySet<string> = new Set([
  'EMPTY_STRING',
  'EMPTY_ARRAY',
  'EMPTY_OBJECT',
  'TYPE_NULL',
  'TYPE_UNDEFINED',
])

type Row = Readonly<Record<string, string>>

/** More fields or rows than an export of connections has. */
const MAX_ROWS = 10_000

/** Connections out of the CSV of MQTTX: a row of names, then one row each. Empty where it holds something else. */
export function readMqttxCsv(text: string): Row[] {
  const [head, ...rows] = parseCsv(text)
  if (head === undefined || !head.cells.includes('clientId') || !head.cells.includes('host')) return []
  return rows
    .slice(0, MAX_ROWS)
    .map(({ cells }) => Object.fromEntries(head.cells.map((name, index) => [name, cellText(cells[index] ?? '')])))
}

/** True for the CSV in which newer versions of MQTTX keep messages, without the connection. */
export function isMessageCsv(text: string): boolean {
  const [head] = parseCsv(text.slice(0, 4_000))
  const cells = head?.cells.map((cell) => cell.toLowerCase()) ?? []
  return cells.includes('payload') && cells.includes('topic') && !cells.includes('host')
}

/** A number that a spreadsheet must not round stands as a formula: `="5.0"`. */
function cellText(cell: string): string {
  const plain = /^="(.*)"$/s.exec(cell)?.[1] ?? cell
  return EMPTY.has(plain) ? '' : plain
}

/** Connections out of the XML of MQTTX: `root`, with a `oneConnection` each or with the fields of a single one. */
export function readMqttxXml(text: string): Row[] {
  const rows: Record<string, string>[] = []
  let single: Record<string, string> | null = null
  for (const { path, text: content, isStart } of elementsOf(text)) {
    const [root, second = '', third] = path
    const value = EMPTY.has(content) ? '' : content
    if (root !== 'root') return []
    if (isStart) {
      if (path.length === 2 && rows.length < MAX_ROWS) rows.push({})
    } else if (second === 'oneConnection') {
      const row = rows.at(-1)
      if (row !== undefined && third !== undefined && path.length === 3) row[third] = value
    } else if (path.length === 2) {
      single ??= {}
      single[second] = value
    }
  }
  return rows.length > 0 ? rows : single === null ? [] : [single]
}

interface Element {
  readonly path: readonly string[]
  readonly text: string
  /** Of a connection alone. */
  readonly isStart: boolean
}

const MAX_DEPTH = 32

/**
 * Walks through elements: each with its text when it ends, a connection also when it begins. Reads no attribute and no
 * document type, so that a file can define no entity. Linear; ends where the text is no XML.
 */
function* elementsOf(text: string): Generator<Element> {
  const path: string[] = []
  let content = ''
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open < 0) return
    content += decodedXml(text.slice(at, open))
    const special = SPECIAL.find(([start]) => text.startsWith(start, open))
    const close = text.indexOf(special?.[1] ?? '>', open)
    if (close < 0 || text.startsWith('<!DOCTYPE', open)) return
    at = close + (special?.[1].length ?? 1)
    if (special !== undefined) {
      if (special[0] === '<![CDATA[') content += text.slice(open + special[0].length, close)
      continue
    }
    const tag = text.slice(open + 1, close).trim()
    if (tag.startsWith('/')) {
      if (path.at(-1) !== tag.slice(1).trim()) return
      yield { path: [...path], text: content, isStart: false }
      path.pop()
    } else {
      const name = /^[^\s/]+/.exec(tag)?.[0] ?? ''
      if (path.length >= MAX_DEPTH || name === '' || name === '__proto__') return
      path.push(name)
      if (name === 'oneConnection') yield { path: [...path], text: '', isStart: true }
      if (tag.endsWith('/')) {
        yield { path: [...path], text: '', isStart: false }
        path.pop()
      }
    }
    content = ''
  }
}

const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text of XML with its entities filled in. */
function decodedXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

const PAIR = /<add\s{1,20}key="([\w.:-]{1,200})"\s{1,20}value="([^"<]{0,4000})"/g

/** Settings of an `appSettings` of .NET: `<add key="MqttHost" value="…" />`. */
export function xmlSettings(text: string): Setting[] {
  const pairs = [...text.matchAll(PAIR)].slice(0, 2_000)
  return pairs.map(([, name = '', value = '']) => ({ name, text: decodedXml(value), problem: null }))
}
