import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { CommandState } from '../../../preload/contract/models/commands/command.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { ChainReport } from './audit-verify.ts'
import { type AuditRow, devicesOf, fieldOf, isWhole, textOf } from './report-rows.ts'
import {
  ACCOUNTS_WORDS,
  BASIS_WORDS,
  CLASS_WORDS,
  OUTCOME_WORDS,
  REJECTION_WORDS,
  REPORT_WORDS,
} from './report-words.ts'

/** What the log does not hold: the reader's language and the names that people gave. */
export interface ReportContext {
  readonly language: Language
  /** Epoch ms. */
  readonly now: number
  /** Name of a connection; null for one that is gone. */
  readonly connectionName: (connectionId: string) => string | null
  /** Name that people gave to a device; empty without one. */
  readonly deviceName: (connectionId: string, deviceId: string) => string
  /** The request in words that a run or a rejected proposal came from; null for a typed command. */
  readonly questionOf: (run: { readonly runId: string | null; readonly turnId: string | null }) => string | null
}

/** Context of a report made without the app, e.g. by the headless tool. */
export function bareContext(now: number): ReportContext {
  return { language: 'en', now, connectionName: () => null, deviceName: () => '', questionOf: () => null }
}

/** Devices named one by one; of more, those that did not succeed are. */
const NAMED_MAX = 6

/** One command with all that was recorded of it. */
interface Entry {
  readonly first: AuditRow
  readonly isRun: boolean
  /** Reasons for which devices of a run were left out, or it was called off. */
  readonly remarks: string[]
  /** Id of the command → device and how it ended. */
  readonly devices: Map<string, { readonly deviceId: string; state: string; reason: string; isLate: boolean }>
}

/** Makes a page of plain HTML to print and hand over: one row a command; no script, no address, nothing fetched. */
export function reportOf(rows: readonly AuditRow[], report: ChainReport, context: ReportContext): string {
  const page = new Report(context)
  const entries = entriesOf(rows)
  const times = rows.map(({ at }) => at).filter((at) => typeof at === 'number')
  const say = page.say
  const period = times.length === 0 ? say('none') : `${page.time(times[0])} – ${page.time(times.at(-1))}`
  const run = entries.filter(({ isRun }) => isRun).length
  const heads = (['time', 'operator', 'connection', 'question', 'command', 'devices', 'notes'] as const).map(
    (name) => `<th>${html(say(name))}</th>`,
  )
  const others = rows.flatMap((row) => page.other(row))
  return `<!doctype html>
<html lang="${context.language}"><head><meta charset="utf-8"><title>Waypost: ${html(say('title'))}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${STYLE}</style></head><body>
<h1>${html(say('title'))}</h1>
<dl><dt>${html(say('period'))}</dt><dd>${html(period)}</dd>
<dt>${html(say('commands'))}</dt><dd>${html(say('commandCount', run, entries.length - run))}</dd>
<dt>${html(say('printed'))}</dt><dd>${html(page.time(context.now))}</dd></dl>
<table class="commands"><thead><tr>${heads.join('')}</tr></thead><tbody>
${entries.map((entry) => page.row(entry)).join('\n')}
</tbody></table>
${others.length === 0 ? '' : `<h2>${html(say('others'))}</h2><ul>${others.map((line) => `<li>${html(line)}</li>`).join('')}</ul>`}
<section class="proof"><h2>${html(say('proof'))}</h2>
<p>${html(isWhole(report) ? say('whole') : say('broken', report.firstBrokenLine ?? '?'))}
${html(say('records'))}: ${report.count}. ${html(say('lastHash'))}: <code>${html(report.head)}</code>.
${html(say('keyLabel'))}: ${html(page.proof(report))}.</p>
<p>${html(say('source'))}</p>
<table><thead><tr><th>${html(say('record'))}</th><th>${html(say('hash'))}</th><th>${html(say('sha256'))}</th></tr></thead><tbody>
${rows.map((row) => `<tr><td>${html(textOf(row.seq))}</td><td><code>${html(textOf(row.hash))}</code></td><td><code>${html(textOf(row.sha256))}</code></td></tr>`).join('\n')}
</tbody></table></section></body></html>
`
}

const STYLE = `body{font:12px/1.45 system-ui,sans-serif;margin:24px;color:#111}h1{font-size:20px;margin:0 0 8px}h2{font-size:14px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0 0 14px}dt{color:#555}dd{margin:0}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:4px 6px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f3f3;font-weight:600;white-space:nowrap}td.notes{min-width:12em;overflow-wrap:break-word}thead{display:table-header-group}tr{break-inside:avoid}td.time{white-space:nowrap}
td.command{font-family:ui-monospace,monospace;white-space:pre-wrap}td.not-run{text-decoration:line-through}ul{margin:4px 0;padding-left:18px}
td ul{padding-left:14px;margin:0}.proof{margin-top:22px;font-size:9px;color:#444}.proof h2{font-size:11px}.proof td,.proof th{padding:1px 4px}
@page{size:A4 landscape;margin:12mm}`

/** Puts all records of one command together; what was turned down is an entry of its own. */
function entriesOf(rows: readonly AuditRow[]): readonly Entry[] {
  const entries: Entry[] = []
  const byRun = new Map<string, Entry>()
  for (const row of rows) {
    const runId = textOf(row.runId)
    if (row.kind === 'approved') {
      let entry = byRun.get(runId)
      if (entry === undefined) {
        entry = { first: row, isRun: true, remarks: [], devices: new Map() }
        byRun.set(runId, entry)
        entries.push(entry)
      }
      for (const { deviceId, commandId } of devicesOf(row))
        entry.devices.set(commandId, { deviceId, state: '', reason: '', isLate: false })
    } else if (row.kind === 'rejected' && byRun.has(runId)) {
      byRun.get(runId)?.remarks.push(textOf(row.reason))
    } else if (row.kind === 'rejected') {
      const ids = Array.isArray(row.deviceIds) ? row.deviceIds.map(textOf) : []
      const devices = new Map(ids.map((deviceId) => [deviceId, { deviceId, state: '', reason: '', isLate: false }]))
      entries.push({ first: row, isRun: false, remarks: [], devices })
    } else {
      const device = byRun.get(runId)?.devices.get(textOf(row.commandId))
      if (device !== undefined) follow(device, row)
    }
  }
  return entries
}

const STATE_OF_PUBACK: Readonly<Record<string, CommandState>> = {
  acknowledged: 'sent',
  'no-subscriber': 'not-delivered',
  refused: 'refused',
}

function follow(device: { state: string; reason: string; isLate: boolean }, row: AuditRow): void {
  if (row.kind === 'sent' && device.state === '') device.state = STATE_OF_PUBACK[textOf(row.puback)] ?? ''
  if (row.kind !== 'outcome') return
  device.state = textOf(row.outcome)
  device.reason = textOf(row.reason)
  device.isLate = row.isLate === true
}

/** Words and cells of one report in one language. */
class Report {
  readonly #context: ReportContext
  readonly #clock: Intl.DateTimeFormat

  constructor(context: ReportContext) {
    this.#context = context
    this.#clock = new Intl.DateTimeFormat(context.language, {
      dateStyle: 'medium',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
  }

  readonly say = (name: keyof typeof REPORT_WORDS, ...values: readonly (string | number)[]): string =>
    this.#pick(REPORT_WORDS[name]).replace(/\{(\d)\}/g, (_mark, index: string) =>
      String(values[Number(index) - 1] ?? ''),
    )

  time(at: unknown): string {
    return typeof at === 'number' && Number.isFinite(at) ? this.#clock.format(at) : ''
  }

  row(entry: Entry): string {
    const { first, isRun } = entry
    const connectionId = textOf(first.connectionId)
    const question = this.#context.questionOf({ runId: nullOf(first.runId), turnId: nullOf(first.turnId) })
    const notes = this.#notes(entry, connectionId)
    return `<tr><td class="time">${html(this.time(first.at))}</td><td>${html(textOf(first.operator))}</td>
<td>${html(this.#context.connectionName(connectionId) ?? connectionId)}</td><td>${html(question ?? '')}</td>
<td class="command${isRun ? '' : ' not-run'}">${html(textOf(isRun ? first.sent : first.proposed))}</td>
<td>${this.#devices(entry, connectionId)}</td>
<td class="notes">${notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${html(note)}</li>`).join('')}</ul>`}</td></tr>`
  }

  /** A record that is no command, in one line; none for the others. */
  other(row: AuditRow): readonly string[] {
    const at = this.time(row.at)
    const by = textOf(row.operator)
    const line = (text: string) => [[at, by, text].filter((part) => part !== '').join(' · ')]
    if (row.kind === 'switch') return line(this.say(row.isOn === true ? 'switchOn' : 'switchOff'))
    if (row.kind === 'accounts') return line(this.#accounts(row))
    if (row.kind === 'key') return line(this.say('key', textOf(row.cause)))
    if (row.cause === 'given-up') return line(this.say('givenUp', textOf(row.records)))
    return row.kind === 'recovery' ? line(this.say('recovery', textOf(row.cause))) : []
  }

  proof({ proof, lastSealed }: ChainReport): string {
    if (proof?.ok === false) return this.say('keyContradicts', proof.keyIds.join(', '))
    if (lastSealed === null) return this.say('keyNone')
    if (proof === null) return this.say('keyAway', lastSealed.keyId)
    const missing = proof.missing.map(({ from, to }) => `${from}–${to}`).join(', ')
    const words = this.say('keyProves', proof.keyIds.join(', '), proof.proven, proof.from ?? 0)
    return missing === '' ? words : `${words}; ${this.say('keyMissing', missing)}`
  }

  #accounts(row: AuditRow): string {
    const connectionId = textOf(row.connectionId)
    const ended = this.#word(ACCOUNTS_WORDS, textOf(row.state))
    const commands = textOf(row.sent).split('\n').join(' ')
    return this.say('accounts', this.#context.connectionName(connectionId) ?? connectionId, ended, commands)
  }

  #devices({ devices, isRun }: Entry, connectionId: string): string {
    const all = [...devices.values()]
    const nameOf = (deviceId: string) => this.#device(connectionId, deviceId)
    const line = (device: (typeof all)[number]) =>
      isRun ? `${nameOf(device.deviceId)}: ${this.#outcome(device.state)}` : nameOf(device.deviceId)
    if (all.length <= NAMED_MAX) return listOf(all.map(line))
    const counts = new Map<string, number>()
    for (const { state } of all) counts.set(state, (counts.get(state) ?? 0) + 1)
    const counted = [...counts].map(([state, count]) => `${count} ${this.#outcome(state)}`).join(', ')
    const odd = all.filter(({ state }) => isRun && state !== 'succeeded')
    const named = odd.slice(0, NAMED_MAX).map(line)
    if (odd.length > NAMED_MAX) named.push(this.say('more', odd.length - NAMED_MAX))
    const head = this.say('several', all.length)
    return `${html(isRun ? `${head}: ${counted}` : head)}${named.length === 0 ? '' : listOf(named)}`
  }

  #notes({ first, isRun, remarks, devices }: Entry, connectionId: string): readonly string[] {
    const kind = textOf(first.class)
    const notes = Object.hasOwn(CLASS_WORDS, kind) ? [this.#word(CLASS_WORDS, kind)] : []
    if (!isRun) return [this.#word(REJECTION_WORDS, textOf(first.reason)), ...notes]
    const basis = fieldOf(first.basis, 'kind')
    notes.push(this.#word(BASIS_WORDS, basis))
    const proposed = textOf(first.proposed)
    if (proposed !== '' && proposed !== textOf(first.sent)) notes.push(this.say('edited', proposed))
    if (first.plan !== undefined) notes.push(this.say('waves'))
    notes.push(...new Set(remarks.map((reason) => this.#word(REJECTION_WORDS, reason))))
    for (const { deviceId, isLate, reason } of [...devices.values()].slice(0, NAMED_MAX)) {
      const name = this.#device(connectionId, deviceId)
      if (isLate) notes.push(this.say('late', name))
      if (reason !== '') notes.push(this.say('reason', name, reason))
    }
    return notes
  }

  #device(connectionId: string, deviceId: string): string {
    const name = this.#context.deviceName(connectionId, deviceId)
    return name === '' ? deviceId : `${name} (${deviceId})`
  }

  #outcome(state: string): string {
    return state === '' ? this.say('open') : this.#word(OUTCOME_WORDS, state)
  }

  /** A word of a table; what the table does not know as it stands in the log. */
  #word(table: Readonly<Record<string, LocalizedText>>, key: string): string {
    const text = Object.hasOwn(table, key) ? table[key] : undefined
    return text === undefined ? key : this.#pick(text)
  }

  #pick(text: LocalizedText): string {
    return this.#context.language === 'zh-CN' ? text.zh : text.en
  }
}

function listOf(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${html(line)}</li>`).join('')}</ul>`
}

function nullOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const html = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
