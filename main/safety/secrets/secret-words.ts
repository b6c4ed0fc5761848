/** Parts of a name, split where the case changes and at every other sign: `mqttPass`, `MQTT_PASS`, `mqtt-pass`. */
const PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[\u4e00-\u9fff]+/g

/** A cheap look before a name is taken apart. */
const HINT =
  /pass|sess|connect\.sid|kennwort|contrasena|wachtwoord|md5|pwd|pw|psk|secret|token|cred|key|auth|pin|jwt|community|密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码/i

/** Words that say so wherever they stand in a name. */
const ANYWHERE =
  /passw(?:or)?d|passphrase|authtok|passwort|kennwort|mot_?de_?passe|contrasena|wachtwoord|passcode|pskc|secure_link_md5|pincode|secret(?!ar)|credential|passkey|key[._-]?(?:content|material)|(?:access|account|client|device|local|api|apps?|[fs]?[._-]?nwk[._-]?s?(?:[._-]?(?:enc|int))?|app[._-]s|js[._-]?(?:enc|int)|auth|crypt|encryption|link|master|network|nwk|nwks|pre-?shared|private|recovery|secret|security|session|shared|signing|storage|symmetric|wep|wifi|wpa)[._-]?key|(?:^|[._-])(?:ap|sim|wps)[._-]pin$|^r[ow]community6?$|^(?:JSESSIONID|ASP\.NET_SessionId|connect\.sid|(?:grafana|gitlab|laravel|zbx)_session)$|SESSID$|^_auth$|^masterauth$/i
/** Names of environment variables such as `REDISCLI_AUTH`. */
const VARIABLE_AUTH = /^[A-Z][A-Z0-9_]*_AUTH$/
/** Chinese names end with the word: `密码错误` is no name of a password. */
const CHINESE = /(?:密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码|PIN码)(?:是|为)?$/i

const NO_PASS =
  /^(?:all|band|by|com|encom|first|fly|full|high|im|low|multi|one|over|sea|second|single|sur|test|tres|two|under)pass$/
const LAST_PART =
  /^(?:pass|pwd|pw|psk|cred|creds|jwt)$|(?:pwd|psk|token)$|^(?:account|admin|ap|api|app|auth|bind|bridge|broker|db|email|ftp|http|imap|login|mail|mqtt|mysql|nas|ota|pg|redis|remote|root|service|smb|smtp|sql|ssh|sudo|svc|user|vnc|vpn|web|wifi|wlan)pw$/
/** May follow the last part: `DB_PASS_OLD`. */
const VARIANT = /^(?:backup|dev|hash|local|main|new|old|prod|test)$/

/** After the word: the name of something about a secret, not of a secret. */
const ABOUT_AFTER = new Set(
  'age alg algorithm attempts authentication authenticator change changed check command complexity count days dir directory disabled enabled encryption endpoint env error expired expires expiration expiry failed failures field file files format hint history index input kind label last length len less lifetime limit manager max maximum message mgmt min minimum mode name names page path policies policy prompt protected provider quality quota ref required reset retries rotation state status stdin strength timeout ttl type types uri url usage version'.split(
    ' ',
  ),
)
const ABOUT_BEFORE = new Set(
  'allow allows ask bad can change disable empty enable existing failed forgot has hide invalid is max min must need needs no num permit public require requires show total use using with without wrong'.split(
    ' ',
  ),
)
const GLUED = /^no-?pass|passw(?:or)?d(?:ed|file|less)|pass(?:wd|word)s?auth/i
/** Git calls the id of a public key so. */
const KEY_ID = /^(?:user\.)?signingkey$/

/** True if a text can hold such a name: a quick look, which most lines do not pass. */
export function mayNameSecret(text: string): boolean {
  return HINT.test(text)
}

/** True if a word behind one for a secret names something about it, such as its age. */
export function isAboutSecret(word: string): boolean {
  return ABOUT_AFTER.has(word)
}

/** True if the name of a setting, variable, field or option says that its value is a secret. */
export function isSecretName(name: string): boolean {
  if (name.length > 200 || !HINT.test(name)) return false
  if (CHINESE.test(name)) return true
  const parts = partsOf(name)
  const at = lastSecretPart(parts)
  const isNamed = at >= 0 || ANYWHERE.test(name) || VARIABLE_AUTH.test(name)
  if (!isNamed || GLUED.test(name) || KEY_ID.test(name)) return false
  const word = at >= 0 ? at : parts.findLastIndex((part) => HINT.test(part))
  return !parts.some((part, i) => (i > word && ABOUT_AFTER.has(part)) || (i < word && ABOUT_BEFORE.has(part)))
}

/** Words in the name of a file or a directory that holds secrets. */
const IN_PATH =
  /passw(?:or)?ds?|passphrase|passwort|secrets?(?!ar)|credentials?|keyfile|(?:api|auth|access|account)[._-]?key(?!s)|口令|密码|密钥|令牌|私钥|凭据/i
const PATH_PART = /^(?:pass|pwd|psk|pwfile|creds?|tokens?)$|(?:pass|pwd|tokens?)$/
const ABOUT_PATH = /^(?:bypass|changer?|check|checker|docs?|gen|generator|less|policies|policy|quality|reset|strength)$/
/** Texts about secrets, public halves, and pictures. */
const OPEN_NAME = /\.(?:pub|md|rst|adoc|html?|css|svg|png|jpe?g|gif|desktop|service|socket|timer|target|so|gz)$/i

/** True if one part of a path is called like something that holds secrets. */
export function isSecretPathPart(part: string): boolean {
  if (part.length > 255 || !HINT.test(part) || OPEN_NAME.test(part)) return false
  const parts = partsOf(part)
  if (parts.some((word) => ABOUT_PATH.test(word)) || GLUED.test(part.replace(/file/i, ''))) return false
  return IN_PATH.test(part) || parts.some((word) => PATH_PART.test(word) && !NO_PASS.test(word))
}

function partsOf(name: string): string[] {
  return (name.match(PART) ?? []).map((part) => part.toLowerCase())
}

/** The last part that is a short word for a secret, with nothing but a variant behind it; -1 where there is none. */
function lastSecretPart(parts: readonly string[]): number {
  let at = parts.length - 1
  while (at > 0 && VARIANT.test(parts[at] ?? '')) at--
  const part = parts[at] ?? ''
  const isShort = LAST_PART.test(part) || (part.endsWith('pass') && !NO_PASS.test(part))
  return isShort ? at : -1
}
