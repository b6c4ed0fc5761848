import { REDACTED } from './mark.ts'
import { mayBeChosen } from './plain-words.ts'
import { type Gated, gatedMatches, isSaidOfSecret, matchesOf, type Replacement, replaceAll } from './value.ts'

/** A word for a secret in a sentence, also as the end of a longer German word. */
export const NOUN: Gated = {
  gate: /pass|pw|kennwort|zugangscode|contraseña|clave|senha|hasło|heslo|пароль|wachtwoord|lösenord|parola|schlüssel|key|token|secret|community/gi,
  form: /(?:passw(?:or)?ds?|passworts?|passphrase|\b(?:pw|pwd)|\bpass(?=[ ](?:for|of)[ ])|passcode|kennworts?|zugangscode|mots? de passe|contraseña|clave|senha|hasło|heslo|пароль|wachtwoord|lösenord|parola|(?:netzwerk|wlan|api|app)-?schlüssel|(?:access|api|app|encryption|network|pre-?shared|private|shared|signing|wi-?fi|wep|wpa)[ -]?key|token|secret|community(?: string)?)(?![\w/.-])/gi,
}
/** A word for a short number that opens something. */
export const CODE: Gated = {
  gate: /pin|puk|code|otp/gi,
  form: /(?:(?:sim|admin|user|bluetooth|service|display|wps|tür|geräte)[- ]?pin|pin(?: ?code|-nummer|码)?|(?:verification|confirmation|one-time|login|authentication|otp) code|(?:bestätigungs|sicherheits|einmal)code|OTP|PIN[12]|puk[12]?|(?:access|door|entry|gate|keypad|lock|pairing|security|set-?up|unlock)[ -]?code|(?:tür|tor|zugangs|sperr|kopplungs)code|code pin|código pin)(?![\w/.-])/gi,
}
/** What sets the value apart from the words about it. */
const IS = /^(?:is|was|are|lautete?|ist|war|heißt|heisst|est|es|era|è|é|jest|je|är|—|–|->|=>|→)(:)?$/iu
/** Behind these stands the value itself and nothing that is said of it. */
const LITERAL = /^(?:lautete?|heißt|heisst|->|=>|→)$/iu
/** `set to X`, and what the words before and behind have to say for it. */
const TO = /^(?:to|auf|a|à|en)$/iu
const CHANGING = /\b(?:set|chang\w*|reset|updat\w*|rotat\w*|cambia\w*|chang[ée]\w*)\b/i
const CHANGED = /^(?:ge)?(?:geändert|gesetzt|setzen|ändern|gestellt|zurückgesetzt)[.,;!]?$/i
const ADVERB =
  /^(?:now|still|just|currently|always|simply|probably|today|jetzt|noch|immer|aktuell|derzeit|weiterhin|wieder|maintenant|toujours|ahora)$/i
/** Words before a value that is public. */
const PUBLIC = /^(?:fingerprint|hash|checksum|length|version|id|type|format|public|öffentlich\w*|pública?|file|path)$/i
/** `X as the password`: what stands between, and how many words it may be. */
const AS = /^(?:as|als|como|comme|come)$/i
/** Without which no such text stands before a word. */
const SAYS_AS = /(?:as|als|com[eo]|comme)\s/i
const ARTICLE = /^[a-zäöü]{1,6}$/i
const MAX_ARTICLES = 2
const LOOK_BEHIND = 90
const LOOK_AHEAD = 320
const MAX_WORDS = 10

/** At most two empty lines, and then one word. */
const OWN_LINE = /(?:[ \t]{0,20}\r?\n){1,3}[ \t]{0,20}([^\s]{4,64})(?=[ \t]{0,20}(?:\r?\n|$))/y
const QUOTES = /^["'“„«‘`]/
const OPEN_SIGNS = /^["'“„«‘`(*]{1,3}/
const CLOSE_SIGNS = /["'”“»’`*),.;:!?\]}]{1,8}$/
/** Methods, sizes, times, versions and words with a number that no one takes for a password. */
const ORDINARY =
  /^(?:aes|argon|base\d|bcrypt|des|ecc|ecdsa|ed25519|hmac|md\d|pbkdf|rsa|scrypt|sha|utf|wpa|v\d|x509|oauth|http|mqtt)|^\d+[ -]?[a-z]{1,10}$|^\d{4}-\d\d-\d\d|^(?:\d{1,3}:)?\d{1,8}\.\d[\w.+~-]*$|^[/~.<{$%[]|:\/\/|^\w+\(/i
/** Words behind which the value may stand at once; a device is often called `gw-7` or `user2`. */
const PASSWORD = /^(?:password|passwort|kennwort|passphrase|passcode)$/i
/** Words for something that people choose. */
const CHOSEN = /^(?:passw(?:or)?d|passwort|kennwort|passphrase|passcode|pwd?|pass|wi-?fi[ -]key|wpa[ -]key)$/i
const HOST = /^[a-z]+[-_.]?\d{1,3}$|^[a-z]+(?:-[a-z]+)*-\d+$|@|\//i
/** Words that say what became of a secret; a sign behind them is followed by a report. */
const REPORT =
  /^(?:fail\w*|error\w*|invalid|wrong|check\w*|prompt\w*|auth\w*|expired|denied|rejected|not|no|see|required|missing|changed)\b/i
/** Signs before a word that make it part of a path, an option or another word. */
const PATH_BEFORE = /[./\\$]$|--$/
const WORD_BEFORE = /[\p{L}\d_./$]$/u
const WEAK = /^(?:admin|administrator|changeme|guest|letmein|raspberry|root|toor|ubuntu|welcome)$/i
/** A login of two parts behind a word that announces both. */
export const LOGIN: Gated = {
  gate: /cred|log(?:in|on| in)|登|号|zugang|anmelde|identifiants|user|用户名/gi,
  form: /(?<![\w./-])(credentials?|creds|log(?:in|on)s?|log in|登[录入陆]|[账帐]号|zugangsdaten|anmeldedaten|zugang|identifiants|credenciales|user(?:name)?[ ]?[/+&][ ]?pass(?:word)?|账号密码|用户名密码|账号\/密码|用户名\/密码)([ \t]{0,4}(?:(?:are|is|with|for|using|as|sind|lauten|mit|son|sont)[ \t]{1,4}){0,2}[:：=]?[ \t]{0,4}["'“„]?(?!(?:are|is|sind|lauten|son|sont|with|for|using|as|mit)\b)[\w.@-]{2,40}["'”“]?[ \t]{0,2}[/:][ \t]{0,2}["'“„]?)([!#-&(-.0-[\]-~]{4,64})/gi,
}
/** `user tech, pass X`, and the words for both in other languages. */
const USER = /(?:user(?:name)?|login|account|benutzer(?:name)?|utilisateur|identifiant|usuario|用户名?|账号)/gi
const AND_PASS =
  /[ \t]{0,4}[:：=]?[ \t]{0,4}["'“„]?[\w.@-]{1,40}["'”“]?[ \t]{0,4}(?:[,;/，、|][ \t]{0,4}|[ \t](?:and|with|und|mit|et|y|e)[ \t]{1,4}|[ \t])(?:with |the |a )?(?:pass|pw|pwd|password|passwort|kennwort|mdp|mot de passe|contraseña|clave|密码)[ \t]{1,4}["'“„]?([!#-&(-[\]-~]{4,64})/iy
/** Languages that write a particle right behind the word. */
const PARTICLE =
  /(?:パスワード|暗証番号|パスフレーズ|秘密鍵|비밀번호|암호|PIN|トークン)(?:は|が|を|는|은|가|이|를)[ \t「『"']{0,4}([!#-&(-[\]-~]{4,64})/gu
/** Chinese words for a short number that opens something. */
const CHINESE_CODE =
  /(?:验证码|校验码|动态码|(?:PIN|PUK)[ ]?码|开门码|配对码)[ ]?(?:是|为|[:：])?[ \t]{0,4}(\d{4,12})(?!\d)/gi
const NO_PASSWORD = /^(?:pass(?:word|wort|wd)?|pwd|kennwort|secret|密码|none|email|sso|ldap|key|token)$/i

/** Takes out a value that a sentence names: `the root password of gw-1 is X`, `PIN 4711`, `X as the password`. */
export function redactStatements(text: string): string {
  const nouns = wordsOf(text, NOUN, PATH_BEFORE)
  const found = [
    ...nouns.flatMap((match) => valueBehind(text, match, isSecretWord)),
    ...wordsOf(text, CODE, WORD_BEFORE).flatMap((match) => valueBehind(text, match, isNumber)),
    ...nouns.flatMap((match) => valueBefore(text, match.index)),
    ...gatedMatches(LOGIN, text).flatMap(loginOf),
    ...wordsOf(text, USER, WORD_BEFORE).flatMap((user) => {
      AND_PASS.lastIndex = user.index + user[0].length
      const pass = AND_PASS.exec(text)
      return pass ? mixedEnd(pass) : []
    }),
    ...matchesOf(PARTICLE, text).flatMap(mixedEnd),
    ...matchesOf(CHINESE_CODE, text).flatMap(mixedEnd),
  ]
  return replaceAll(
    text,
    found.sort((a, b) => a.start - b.start),
  )
}

/** Each match that does not stand behind the signs; looked at afterwards, because that is quicker. */
function wordsOf(text: string, word: Gated | RegExp, before: RegExp): RegExpExecArray[] {
  const matches = word instanceof RegExp ? matchesOf(word, text) : gatedMatches(word, text)
  return matches.filter(({ index }) => !before.test(text.slice(Math.max(0, index - 2), index)))
}

/** The value with which a form ends, if letters and digits are mixed in it. */
function mixedEnd({ index, 0: whole, 1: run = '' }: RegExpExecArray): Replacement[] {
  const value = run.replace(CLOSE_SIGNS, '')
  if (run.startsWith(REDACTED) || ORDINARY.test(value) || !(isMixed(value) || isNumber(value))) return []
  const start = index + whole.length - run.length
  return [{ start, end: start + value.length, text: REDACTED }]
}

type How = 'direct' | 'said' | 'literal'
type Judge = (value: string, how: How, isQuoted: boolean, noun: string, isLast: boolean) => boolean

function valueBehind(text: string, { index, 0: noun }: RegExpExecArray, isValue: Judge): Replacement[] {
  const start = index + noun.length
  const sentence = /^[^\r\n\\]*/.exec(text.slice(start, start + LOOK_AHEAD))?.[0] ?? ''
  const isChanging = CHANGING.test(text.slice(Math.max(0, index - 40), index))
  let how: How | 'to' | undefined = 'direct'
  let canBeTo = isChanging
  let words = 0
  let isReport = false
  for (const [at, word] of wordsIn(sentence)) {
    if (words === 0 && at === 0 && word !== ':') return []
    if (words++ > MAX_WORDS) return []
    const isCandidate = how !== undefined && (how !== 'to' || canBeTo || isGerman(sentence, at + word.length))
    if (isCandidate) {
      const isLast = /[.,;!]$/.test(word) || sentence.slice(at + word.length).trim() === ''
      const found = candidate(word, start + at, how === 'to' ? 'said' : (how ?? 'said'), noun, isValue, isLast)
      if (found !== undefined) return [found]
    }
    const isAdverb = how !== undefined && how !== 'direct' && ADVERB.test(word)
    if (PUBLIC.test(word) || /[.;!?]$/.test(word)) return []
    if (CHANGING.test(word)) canBeTo = true
    if (isAdverb) continue
    const is = IS.exec(word)
    if (REPORT.test(word)) isReport = true
    if (!is && !isReport && /^.[^:]*[:：]$/.test(word)) how = 'said'
    else how = is ? (is[1] === undefined && !LITERAL.test(word) ? 'said' : 'literal') : TO.test(word) ? 'to' : undefined
  }
  return ownLine(text, start + sentence.length, sentence, noun, isValue)
}

/** The words of a sentence and where they begin, one after the other, because few are looked at. */
function* wordsIn(sentence: string): Generator<readonly [at: number, word: string]> {
  const pattern = /\S+/g
  for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) yield [match.index, match[0]]
}

/** A value on a line of its own, behind a sentence that ends with a colon. */
function ownLine(text: string, end: number, sentence: string, noun: string, isValue: Judge): Replacement[] {
  if (!/[:：][ \t]*$/.test(sentence)) return []
  OWN_LINE.lastIndex = end
  const match = OWN_LINE.exec(text)
  const word = match?.[1] ?? ''
  if (match === null || ORDINARY.test(word) || /[:：]$/.test(word)) return []
  const found = candidate(word, OWN_LINE.lastIndex - word.length, 'said', noun, isValue, true)
  return found ? [found] : []
}

/** `Passwort auf X geändert`: the verb comes last. */
function isGerman(sentence: string, from: number): boolean {
  return CHANGED.test(/^[ \t]+(\S{1,40})/.exec(sentence.slice(from, from + 48))?.[1] ?? '')
}

function candidate(
  word: string,
  at: number,
  how: How,
  noun: string,
  isValue: Judge,
  isLast = false,
): Replacement | undefined {
  const open = OPEN_SIGNS.exec(word)?.[0] ?? ''
  const value = word.slice(open.length).replace(CLOSE_SIGNS, '')
  if (value === '' || word.includes(REDACTED) || isSaidOfSecret(value) || /["'`\\]/.test(value)) return undefined
  if (!isValue(value, how, QUOTES.test(open), noun, isLast)) return undefined
  const start = at + open.length
  return { start, end: start + value.length, text: REDACTED }
}

function isSecretWord(value: string, how: How, isQuoted: boolean, noun: string, isLast: boolean): boolean {
  if (value.length < 4 || ORDINARY.test(value)) return false
  if (how === 'direct') return PASSWORD.test(noun) && isMixed(value) && !HOST.test(value)
  const isGermanWord = /wort$/i.test(noun) && /^\p{Ll}/u.test(value)
  if (isLast && how === 'said' && CHOSEN.test(noun) && !isGermanWord && mayBeChosen(value)) return true
  return isQuoted || how === 'literal' || isMixed(value) || WEAK.test(value)
}

function isMixed(value: string): boolean {
  return value.length >= 5 && /\p{L}/u.test(value) && /[\d!@#$%^&*+?~]/.test(value)
}

function isNumber(value: string, how: How = 'said', _isQuoted = false, noun = ''): boolean {
  if (how === 'direct' && !/^[A-Z\d]{3,4}$|[ -]/.test(noun)) return false
  return /^(?:\d{4,12}|\d{3}-\d{2}-\d{3}|\d{4}-\d{3}-\d{4})$/.test(value)
}

function valueBefore(text: string, index: number): Replacement[] {
  const from = Math.max(0, index - LOOK_BEHIND)
  const before = text.slice(from, index)
  if (!SAYS_AS.test(before)) return []
  const words = matchesOf(/\S+/g, before.slice(before.lastIndexOf('\n') + 1))
  let as = words.length - 1
  while (as > words.length - 1 - MAX_ARTICLES && !AS.test(words[as]?.[0] ?? '') && ARTICLE.test(words[as]?.[0] ?? ''))
    as--
  const word = words[as - 1]?.[0] ?? ''
  if (!AS.test(words[as]?.[0] ?? '') || !before.endsWith(' ')) return []
  const at = from + before.lastIndexOf('\n') + 1 + (words[as - 1]?.index ?? 0)
  const found = candidate(word, at, 'said', '', (value) => isMixed(value) && !ORDINARY.test(value))
  return found ? [found] : []
}

function loginOf({ index, 0: whole, 2: between = '', 3: run = '' }: RegExpExecArray): Replacement[] {
  const value = run.replace(CLOSE_SIGNS, '')
  const isAnnounced = /[:：=][ \t]*["'“„]?[\w.@-]+|\b(?:are|sind|lauten)\b/.test(between)
  if (value === '' || run.startsWith(REDACTED) || NO_PASSWORD.test(value) || isSaidOfSecret(value)) return []
  if (!isAnnounced && !isMixed(value)) return []
  const start = index + whole.length - run.length
  return [{ start, end: start + value.length, text: REDACTED }]
}
