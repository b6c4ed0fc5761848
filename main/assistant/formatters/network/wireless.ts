import type { AnswerReading } from '../../../../preload/contract/models/commands/answer-reading.ts'
import { numberOf } from '../quantities.ts'
import { type Formatter, linesOf, reading, value } from '../reading.ts'

/** Levels that a receiver can have; drivers write others for what they do not know. */
const LEVEL_DBM = { min: -110, max: -5 } as const

/** The name between its quotes, which may hold quotes itself; null where none is given. */
function networkName(text: string): string | null {
  const rest = text.match(/ESSID:"([^\n]{0,100})/u)?.[1]?.split('Nickname:')[0]
  const end = rest?.lastIndexOf('"') ?? -1
  return rest === undefined || end < 0 ? null : rest.slice(0, end)
}

/** `iwconfig`, one paragraph an adapter. */
export const readWifi: Formatter = (stdout) => {
  const adapters = stdout.split(/^(?=\S{1,20}\s{1,20}IEEE )/mu).filter((text) => text.includes('ESSID:'))
  // An access point has a name too, and is connected to nothing.
  if (adapters.length === 0 || adapters.some((text) => /\bMode:(?!Managed)/u.test(text))) return null
  const joined = adapters.flatMap((text) => {
    const name = networkName(text)
    return name === null || text.includes('Not-Associated') ? [] : [{ name, text }]
  })
  const [first, second] = joined
  if (first === undefined) return notConnected()
  if (second !== undefined || first.name === '') return null
  return connectedTo(first.name, numberOf(first.text.match(/Signal level[=:](-?\d{1,3}) dBm/u)?.[1]))
}

const notConnected = () => reading('Wi-Fi is not connected.', '没有连接无线网络。', { isWarning: true })

/** The network and its signal, which is told where it is one. */
function connectedTo(name: string, level: number | null): AnswerReading {
  if (level === null || level < LEVEL_DBM.min || level > LEVEL_DBM.max)
    return reading(`Connected to ${name}.`, `已连接 ${name}。`)
  const [en, zh] = level >= -60 ? ['good', '良好'] : level >= -72 ? ['fair', '一般'] : ['weak', '较弱']
  return reading(`Connected to ${name}, signal ${level} dBm: ${en}.`, `已连接 ${name}，信号 ${level} dBm，${zh}。`, {
    isWarning: level < -72,
    values: [value('Signal', '信号', level, 'dBm')],
  })
}

/** `iw dev NAME link`; a name beyond ASCII stands in escapes. */
export const readWirelessLink: Formatter = (stdout) => {
  const [head = '', ...lines] = linesOf(stdout)
  if (head.trim() === 'Not connected.') return lines.length === 0 ? notConnected() : null
  if (!/^Connected to [0-9a-f]{2}(?::[0-9a-f]{2}){5} \(on \S{1,20}\)$/u.test(head.trim())) return null
  const fields = (label: string) =>
    lines.flatMap((line) => (line.trim().startsWith(`${label}: `) ? [line.trim().slice(label.length + 2)] : []))
  const [name, second] = fields('SSID')
  const plain = name === undefined || second !== undefined ? null : unescaped(name)
  if (plain === null) return null
  return connectedTo(plain, numberOf(fields('signal')[0]?.match(/^(-\d{1,3}) dBm$/u)?.[1]))
}

/** The name that `iw` writes with `\\xc3\\xa9` for its bytes; null where these are no text. */
function unescaped(name: string): string | null {
  const bytes = name.replace(/(?:\\x[0-9a-f]{2}){1,32}/gu, (escapes) => {
    const text = Buffer.from(escapes.replaceAll('\\x', ''), 'hex').toString('utf8')
    return /[\p{Cc}\p{Cf}\ufffd]/u.test(text) ? '\ufffd' : text
  })
  return bytes === '' || bytes.includes('\ufffd') ? null : bytes
}

/** `iwgetid`; it prints nothing and fails where there is no network. */
export const readWirelessName: Formatter = (stdout) => {
  const [line, second] = linesOf(stdout)
  if (line === undefined) return notConnected()
  const name = /^[\w.@-]{1,20}\s{1,20}ESSID:"(.{1,100})"\s*$/u.exec(line)?.[1] ?? ''
  return second !== undefined || name.trim() === '' ? null : connectedTo(name, null)
}

/** `iwgetid -r`, the name alone: none where it failed, because an error is a line too. */
export const readRawWirelessName: Formatter = (stdout) => {
  const [name, second] = linesOf(stdout)
  return name === undefined || second !== undefined ? null : connectedTo(name, null)
}
