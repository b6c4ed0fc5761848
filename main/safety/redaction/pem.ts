import { REDACTED } from './mark.ts'

const BEGIN = '-----BEGIN '
const END = '-----END '
/** A line inside a PEM block whose end is cut off: base64, a header field, or nothing. */
const BODY_LINE = /^(?:[A-Za-z0-9+/=]*|[A-Za-z-]+:.*)$/
/** A body line of a block whose beginning is cut off. */
const BASE64_LINE = /^[A-Za-z0-9+/=]+$/

/** A header field inside a PEM block (RFC 1421, OpenPGP). */
const FIELD = /^(?:Proc-Type|DEK-Info|Version|Comment|Charset):/
/** A longer beginning of a line is no prefix that a log, `cat -n` or a quotation puts before every line. */
const MAX_PREFIX = 200

/** Labels of blocks that anybody may read. */
const PUBLIC =
  /-----(?:BEGIN|END) (?:[A-Z0-9]{1,12} ){0,3}(?:PUBLIC KEY(?: BLOCK)?|CERTIFICATE(?: REQUEST)?|CRL|PARAMETERS|SIGNATURE|MESSAGE)-----/y

/** Takes out PEM blocks (RFC 7468) but for certificates and public keys, also with one end cut off or with `\n` written as text. Linear in the length. */
export function redactPem(text: string): string {
  if (!text.includes('-----')) return text
  return redactTails(redactBlocks(text))
}

function redactBlocks(text: string): string {
  let out = ''
  let done = 0
  let end = -1
  for (let begin = text.indexOf(BEGIN); begin !== -1; ) {
    const next = text.indexOf(BEGIN, begin + BEGIN.length)
    if (end < begin) end = text.indexOf(END, begin)
    if (end === -1) end = text.length
    const isWhole = end < text.length && (next === -1 || end < next)
    const stop = isWhole ? afterEndLine(text, end) : afterBody(text, begin)
    const isKept = isPublic(text, begin)
    if (!isKept) {
      out += text.slice(done, begin) + REDACTED
      done = stop
    }
    begin = next !== -1 && next < stop ? text.indexOf(BEGIN, stop) : next
  }
  return out + text.slice(done)
}

function isPublic(text: string, at: number): boolean {
  PUBLIC.lastIndex = at
  return PUBLIC.test(text)
}

/** Past `-----END LABEL-----`. */
function afterEndLine(text: string, end: number): number {
  const label = /[A-Z0-9 ]{0,64}-{0,5}/y
  label.lastIndex = end + END.length
  return end + END.length + (label.exec(text)?.[0].length ?? 0)
}

/** Past the lines that can belong to a block that began at `begin` and has no end, or past the JSON string it is in. */
function afterBody(text: string, begin: number): number {
  let stop = lineEnd(text, begin)
  const quote = text.slice(begin, stop).indexOf('"')
  if (quote !== -1) return begin + quote
  const prefix = prefixBefore(text, begin)
  while (stop < text.length) {
    const next = lineEnd(text, stop + 1)
    const line = text.slice(stop + 1, next)
    const body = withoutPrefix(line, prefix)
    const isBody =
      BODY_LINE.test(line.trim()) || (body !== undefined && (body === '' || BASE64_LINE.test(body) || FIELD.test(body)))
    if (!isBody) break
    stop = next
  }
  return stop
}

/** Blocks of which only the end is there, such as `tail` of a key shows. */
function redactTails(text: string): string {
  let out = ''
  let done = 0
  for (let end = text.indexOf(END); end !== -1; end = text.indexOf(END, Math.max(done, end + END.length))) {
    if (isPublic(text, end)) continue
    const prefix = prefixBefore(text, end)
    const first = end - prefix.length
    let start = first
    while (start > done + 1 && text[start - 1] === '\n') {
      const before = text.lastIndexOf('\n', start - 2) + 1
      const line = text.slice(before, start - 1)
      if (before < done || !BASE64_LINE.test(withoutPrefix(line, prefix) ?? line.trim())) break
      start = before
    }
    if (start === first) start = end
    out += text.slice(done, start) + REDACTED
    done = afterEndLine(text, end)
  }
  return out + text.slice(done)
}

/** Returns the text on the line before `at`: a time, a number or a sign that the other lines of the block have too. */
function prefixBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - MAX_PREFIX), at)
  const lineBreak = near.lastIndexOf('\n')
  return lineBreak === -1 && at > MAX_PREFIX ? '' : near.slice(lineBreak + 1)
}

/** The line behind a prefix of the same form: other digits are another time or number. */
function withoutPrefix(line: string, prefix: string): string | undefined {
  const body = line.slice(prefix.length)
  return prefixForm(line.slice(0, prefix.length)) === prefixForm(prefix) ? body.trim() : undefined
}

function prefixForm(prefix: string): string {
  return prefix.replace(/[\d ]/g, '0')
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
