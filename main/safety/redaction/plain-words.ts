import { isAboutSecret } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { isSaidOfSecret, matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

/** Letters only: what can be a password that somebody chose as a word, or a word of the sentence. */
const WORD = /^\p{L}{5,24}$/u
/** Endings of words that say how something is or what was done: `expired`, `missing`, `authentication`. */
const SAYING_END =
  /(?:able|ible|ing|ed|ful|less|ive|ous|tion|sion|ment|ness|ity|ance|ence|ally|ially|ently|ately|ly|ism|ized|tic|ary|iert|ig|lich|bar|los|ung)$/i
/** Words that stand behind `password` or `password is` in a sentence. */
const SAYING = new Set(
  'above absent access account accounts admin after again alike alone already always anymore anyway apart around attack auth away before below between blank broken brute cache change changes char chars check checks chosen clean clear client column config console correct could crack data dead default dialog different dirty domain dump easy either email encrypt encryption enough entropy entry error every example expire expires extra fails fake false field fields file files final fine first flow forgotten form format found fresh from generator given gone good great group guess guesses guide handling hard hash hashes here hidden hint hints history identical important inside install intact invalid issue issues known last later leak leaks legal length level lifetime link list local lock login logins logon long longer lookup lost mail maker management manager managers matter maybe mine minimum mode modern module must name needs neither never nonsense normal nothing obscure obsolete obvious often okay older once open other others outside over page part parts perfect plain please plugin policies policy poor present private problem prompt prompts proper public quite random rather ready recent recovery refresh request requests reset resets reuse right rotation rule rules safe salt same screen script secret secure security server service session setting settings setup shared sheet short shown simple since slow soon spray state status step still stolen storage store stores strange strength strict strong stuff sync system taken taking temporary test tests text than that their them then there these they thing this those though three today token tokens tomorrow tool tools topic true twice type types under unique unknown unsafe until update updates upper useless user users utility valid vault version very visible wallet weak when where which while with within without worse worst would written wrong yesterday yours aktuell alt altes dasselbe derselbe dieselbe falsch fehlt gleich gross immer jetzt kaputt kurz lang leer neu neues nicht noch richtig schon schwach sicher stark unbekannt unsicher vergessen wieder'.split(
    ' ',
  ),
)

/** True if a word says nothing about a secret that stands before it, so that it may be the secret itself. */
export function mayBeChosen(word: string): boolean {
  const lower = word.toLowerCase()
  return (
    WORD.test(word) &&
    !SAYING_END.test(word) &&
    !SAYING.has(lower) &&
    !isAboutSecret(lower) &&
    !isSaidOfSecret(word) &&
    !word.startsWith(REDACTED)
  )
}

/** A word for a password, and what stands between it and the next word. */
const NOUN = /(?:password|passphrase|passwort|kennwort|\bpwd?|\bpass)(?:[ ]|[ ]?[:=][ ]?)["'“„]?(?=\p{L})/giu
const LONG_NOUN = /^(?:password|passphrase|passwort|kennwort)[ ]/i
const RUN = /\p{L}{5,24}/uy
/** What may follow a value of one word: the end of a part of the sentence, or a word that goes on with it. */
const END =
  /["'”“]?(?:[.,;!?)]|[ \t]{0,8}(?=[\r\n]|$(?![\s\S]))|[ ](?:and|at|but|for|if|in|it|on|or|the|then|to|when|works?|an|auf|am|ein|bei|und|zu)(?![\p{L}\d]))/iuy
const LEADING = /^(?:with|using|and|use|try|tried|enter|entered|type|typed|mit|und)$/i
const ARTICLE = /^(?:the|a|my|our|your|old|new|same|default|dem|das)$/i
const JOINING = /^(?:and|with|using|und|mit)$/i
const USER = /^(?:user(?:name)?|account|benutzer)[:=]?$/i
const USER_IS = /^(?:user(?:name)?|account|benutzer)[:=].{1,60}$/i
const LOOK_BEHIND = 110

/** `X as login`: what stands behind the two parts of a login. */
const AS_LOGIN =
  /[ ](?:as|for)[ ](?:(?:the|a|its|our|your|my)[ ])?(?:log-?in|logon|credentials?|creds|account)\b(?![ -](?:form|method|page|screen|server|shell))/gi
const ACCOUNT =
  /^["'“„(]?(?:admin|administrator|root|pi|guest|user|service|tech|technician|operator|ubuntu|debian|support|test|oper|ops|monitor|manager|super|supervisor|installer|maintenance|engineer|config|default|ubnt|cisco|mqtt|sa|postgres)$/i

/** `Passphrase of the key: three words or more`. */
const PHRASE_NOUN = /(?:passphrase|recovery phrase|seed phrase|mnemonic)/gi
const PHRASE = /^([ \w.-]{0,80}?[:=][ ]?["'“„]?)([a-z]{3,16}(?:[ -][a-z]{3,16}){2,23})["'”“.]?[ \t\r]{0,8}$/
const SMALL_WORDS = /\b(?:and|are|but|can|for|has|into|may|must|not|off|see|the|was|were|will|yet|you)\b/

/** Takes out passwords of one plain word, or of several, where the sentence around leads to them. */
export function redactPlainWords(text: string): string {
  const found = [
    ...matchesOf(NOUN, text).flatMap((match) => behindNoun(text, match)),
    ...matchesOf(AS_LOGIN, text).flatMap(({ index }) => loginBefore(text, index)),
    ...matchesOf(PHRASE_NOUN, text).flatMap(({ index, 0: noun }) => phraseBehind(text, index + noun.length)),
  ]
  return replaceAll(
    text,
    found.sort((a, b) => a.start - b.start),
  )
}

/** `log in with the password X`, `user pi, password X`. */
function behindNoun(text: string, { index, 0: noun }: RegExpExecArray): Replacement[] {
  const start = index + noun.length
  const value = matchAt(RUN, text, start) ?? ''
  if (!mayBeChosen(value) || matchAt(END, text, start + value.length) === undefined) return []
  const words = wordsBefore(text, index)
  while (ARTICLE.test(words.at(-1) ?? '')) words.pop()
  const isLed = LEADING.test(words.at(-1) ?? '') && LONG_NOUN.test(noun)
  if (JOINING.test(words.at(-1) ?? '')) words.pop()
  const isOfUser = USER_IS.test(words.at(-1) ?? '') || USER.test(words.at(-2) ?? '')
  return isLed || isOfUser ? [{ start, end: start + value.length, text: REDACTED }] : []
}

/** `admin / X`, `admin/X` and `admin:X` that end at `end`. */
function loginBefore(text: string, end: number): Replacement[] {
  const words = wordsBefore(text, end)
  const last = words.at(-1) ?? ''
  const sign = last.search(/[/:]/)
  const isApart = /^[/:]$/.test(words.at(-2) ?? '')
  const account = isApart ? words.at(-3) : last.slice(0, Math.max(0, sign))
  const value = (isApart ? last : last.slice(sign + 1)).replace(/^["'“„]|["'”“]$/g, '')
  const isValue = value.length >= 4 && !last.includes(REDACTED) && !isSaidOfSecret(value) && !/["'\\]/.test(value)
  if (!ACCOUNT.test(account ?? '') || !isValue) return []
  const start = end - last.length + last.lastIndexOf(value)
  return [{ start, end: start + value.length, text: REDACTED }]
}

/** The words before a place on its line, at most as many as matter. */
function wordsBefore(text: string, end: number): string[] {
  const before = text.slice(Math.max(0, end - LOOK_BEHIND), end)
  return before
    .slice(before.lastIndexOf('\n') + 1)
    .trimEnd()
    .split(/[ \t]/)
    .slice(-6)
}

function phraseBehind(text: string, start: number): Replacement[] {
  const rest = /^[^\n]{0,300}/.exec(text.slice(start, start + 300))?.[0] ?? ''
  const [, before = '', phrase = ''] = PHRASE.exec(rest) ?? []
  if (phrase === '' || !isPhrase(phrase)) return []
  return [{ start: start + before.length, end: start + before.length + phrase.length, text: REDACTED }]
}

/** Words of a phrase say nothing together; a sentence has small words. */
function isPhrase(value: string): boolean {
  const words = value.split(/[ -]/)
  const saying = words.filter((word) => SAYING.has(word) || SAYING_END.test(word))
  return !SMALL_WORDS.test(value) && saying.length * 2 < words.length
}
