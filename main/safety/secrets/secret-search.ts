import { isSecretName } from './secret-words.ts'

/** Signs of regular expressions, and those that set a name apart from its value. */
const SIGNS = /[\\|()[\]{}^$.*+?=:;,"'<>\s]+/
/** `PRIVATE KEY`, `api.?key`. */
const TWO_WORDS = /(access|api|auth|private|secret)[^a-z0-9]{1,3}(key|token)/gi
const WORD =
  /^(?:api[_-]?keys?|creds?|credentials?|pass|passwd|passwords?|passphrases?|private[_-]?keys?|psk|pwd|secrets?|tokens?)$/i
const NO_SETTINGS = /^\/(?:var\/log|usr\/share|proc|sys)(?:\/|$)/

export const SEARCHES_SECRETS = {
  en: 'searches many files for passwords, tokens or keys',
  zh: '在大量文件中搜索密码、令牌或密钥',
}

/** True if all words of a pattern name secrets: `password`, `pwd=|token`; not `Failed password`. */
export function isSecretSearch(pattern: string): boolean {
  if (pattern.length > 200) return false
  const words = pattern
    .replace(TWO_WORDS, '$1_$2')
    .split(SIGNS)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((word) => WORD.test(word) || isSecretName(word))
}

/** True if a place may hold settings: logs tell of passwords, but do not hold them. */
export const mayHoldSettings = (place: string): boolean => !NO_SETTINGS.test(place)
