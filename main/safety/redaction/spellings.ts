/** A shorter piece of base64 turns up in any other by chance. */
const MIN_CORE = 6

/**
 * The forms in which a stored secret may stand in a text: plain, escaped for JSON, XML, URLs and shells, and base64 and
 * hex of its UTF-8 and UTF-16 bytes, base64 also inside something longer that was encoded.
 */
export function spellingsOf(secret: string): readonly string[] {
  return [
    ...new Set([
      ...[secret, secret.normalize('NFC'), secret.normalize('NFD')],
      ...[...escapedForms(secret), ...urlForms(secret), ...shellForms(secret), ...byteForms(secret)],
    ]),
  ]
}

function escapedForms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const ascii = json.replace(/[^\x20-\x7e]/g, codeUnit)
  const xml = secret.replace(/[&<>]/g, (sign) => XML.get(sign) ?? sign)
  return [
    json,
    ascii,
    json.replaceAll('/', '\\/'),
    json.replace(/[<>&'+]/g, codeUnit),
    JSON.stringify(json).slice(1, -1),
    xml,
    xml.replaceAll('"', '&quot;'),
    xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
  ]
}

const XML: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

function codeUnit(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Quoted with single or double quotes, or each sign with a backslash, as `printf %q` does. */
function shellForms(secret: string): string[] {
  return [
    secret.replaceAll("'", "'\\''"),
    secret.replaceAll("'", `'"'"'`),
    secret.replaceAll("'", "''"),
    secret.replace(/[\\"$`]/g, '\\$&'),
    secret.replace(/[\\"$`!]/g, '\\$&'),
    secret.replace(/[^\w@%+=:,./\u0080-\uffff-]/g, '\\$&'),
    secret.replace(/[^\w./\u0080-\uffff-]/g, '\\$&'),
    secret.replace(/[\\']/g, '\\$&'),
    secret.replace(/[\^&|<>"]/g, '^$&'),
    secret.replace(/[`$"]/g, '`$&'),
  ]
}

function urlForms(secret: string): string[] {
  const url = encodeUrl(secret)
  const strict = url.replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return [url, strict].flatMap((form) => [
    form,
    form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    form.replaceAll('%20', '+'),
  ])
}

function byteForms(secret: string): string[] {
  const wide = Buffer.from(secret, 'utf16le')
  const forms = [...secret].length > 1 ? [[...secret].join('\0'), `\0${[...secret].join('\0')}`] : []
  for (const bytes of [Buffer.from(secret, 'utf8'), wide, Buffer.from(wide).swap16()]) {
    const hex = bytes.toString('hex')
    const pairs = hex.match(/../g) ?? []
    forms.push(hex, hex.toUpperCase(), pairs.join(' '), pairs.join(':'), pairs.map((pair) => `\\x${pair}`).join(''))
    forms.push(bytes.toString('base64'), bytes.toString('base64url'))
    for (const core of base64Cores(bytes)) forms.push(core, core.replaceAll('+', '-').replaceAll('/', '_'))
  }
  return forms
}

/** The characters that the secret alone decides, for each of the three places where it can begin in a group. */
function base64Cores(bytes: Buffer): string[] {
  const cores: string[] = []
  for (let offset = 0; offset < 3; offset++) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const first = offset === 0 ? 0 : offset + 1
    const last = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1
    if (last - first >= MIN_CORE) cores.push(encoded.slice(first, last))
  }
  return cores
}

/** `encodeURIComponent` throws on half a surrogate pair; such a secret has no URL form. */
function encodeUrl(secret: string): string {
  try {
    return encodeURIComponent(secret)
  } catch {
    return secret
  }
}
