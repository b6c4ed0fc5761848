import { isSecretName } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { type Gated, gatedMatches, isSaidOfSecret, matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

/** Words for a password in other languages, and what Windows calls the content of a key in them. */
export const FOREIGN: Gated = {
  gate: /de passe|clave|senha|heslo|wachtwoord|salasana|parola|kennwort|conten|[^ -~\s]/gi,
  form: /mots? de passe|contraseña|clave secreta|senha|hasło|heslo|пароль|wachtwoord|lösenord|salasana|parola|şifre|jelszó|kennwort|パスワード|비밀번호|schlüsselinhalt|contenu de la clé|contenido de la clave|contenuto chiave|содержимое ключа|关键内容|密钥内容|金鑰內容|キー コンテンツ/giu,
}
const SIGN = /["']?[ \t]{0,40}[:：=][ \t]{0,8}["']?/y
/** "with password X": what follows the word looks like none of a sentence. */
const SAID =
  /(?<=\b(?:with|and|using|the|has|use|uses|used|enter|type|try|set|your|my|our|its|his|her|new|old|default|by|via|a) )(?:password|passphrase|token|secret)\b/gi
const IS = /(?: is)? ["']?/y
const KEY_OF_IPSEC = /: {1,4}(?:PSK|EAP|XAUTH|NTLM) {1,4}["']/g
const ARROW = /password ->/gi
const SPACES = /[ \t]{0,8}["']?/y
/** Without quotes and backslashes, which end a value in JSON. */
const VALUE = /[!#-&(-[\]-~]{4,200}/y
const QUOTED = /[^"'\\\r\n]{1,400}/y
const AFTER_VALUE = /[,.;!?)}\]]{1,8}$/
/** What ends a name in XML that was escaped, in a URL that was encoded, and at the end of a line of a shell. */
const WRAPPING = /&gt;|%3D|\\\r?\n/g
const WRAPPED_VALUE = /[ \t]{0,40}([^\s&%<>"'\\]{1,400})/y
const MAX_NAME = 60

/** Takes secrets out of sentences in other languages and after words that lead to one. */
export function redactSaid(text: string): string {
  const found = [
    ...behind(text, FOREIGN, SIGN),
    ...behind(text, SAID, IS).filter(({ start, end }) => isMixed(text.slice(start, end))),
    ...behind(text, ARROW, SPACES),
    ...matchesOf(KEY_OF_IPSEC, text).flatMap(({ index, 0: before }) => valueAt(text, index + before.length, QUOTED)),
  ]
  return replaceAll(text, apart(found))
}

/** Takes out values of names that an encoding or a line end sets apart: `&lt;password&gt;X`, `password%3DX`. */
export function redactWrapped(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: sign } of matchesOf(WRAPPING, text)) {
    const name = nameBefore(text, index)
    const isElement = text.startsWith('&lt;', index - name.length - 4)
    if (!isSecretName(name) || isElement !== (sign === '&gt;')) continue
    const start = index + sign.length
    const run = matchAt(WRAPPED_VALUE, text, start) ?? ''
    const value = run.trimStart()
    if (value === '' || value.startsWith(REDACTED)) continue
    found.push({ start: start + run.length - value.length, end: start + run.length, text: REDACTED })
  }
  return replaceAll(text, found)
}

function behind(text: string, words: Gated | RegExp, sign: RegExp): Replacement[] {
  const matches = words instanceof RegExp ? matchesOf(words, text) : gatedMatches(words, text)
  return matches.flatMap(({ index, 0: word }) => {
    const between = matchAt(sign, text, index + word.length)
    return between === undefined ? [] : valueAt(text, index + word.length + between.length, VALUE)
  })
}

function valueAt(text: string, start: number, pattern: RegExp): Replacement[] {
  const run = matchAt(pattern, text, start) ?? ''
  const value = run.replace(AFTER_VALUE, '')
  if (value === '' || run.startsWith(REDACTED) || isSaidOfSecret(value)) return []
  return [{ start, end: start + value.length, text: REDACTED }]
}

/** Letters and digits together are no word of a sentence. */
const isMixed = (value: string) => value.length >= 6 && /\d/.test(value) && /[a-z]/i.test(value)

/** In order, without what overlaps. */
function apart(found: readonly Replacement[]): Replacement[] {
  const sorted = [...found].sort((left, right) => left.start - right.start)
  const kept: Replacement[] = []
  for (const one of sorted) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}

/** The name that ends at a place, without the white space behind it. */
function nameBefore(text: string, end: number): string {
  let last = end
  while (last > 0 && end - last < 8 && /[ \t]/.test(text.charAt(last - 1))) last--
  let first = last
  while (first > 0 && last - first < MAX_NAME && /[\w.-]/.test(text.charAt(first - 1))) first--
  return text.slice(first, last).replace(/^-{1,2}/, '')
}
