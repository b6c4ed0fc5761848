import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { patternsMeet } from '../parse/shared/globs.ts'
import { PlaceIndex } from './place-index.ts'
import type { SecretPlace } from './secret-place.ts'
import { SYSTEM_PLACES } from './secret-places.ts'
import { PROGRAM_PLACES } from './secret-places-programs.ts'
import { SERVICE_PLACES } from './secret-places-services.ts'
import { TOOL_PLACES } from './secret-places-tools.ts'
import { isSecretPathPart } from './secret-words.ts'

export const LINUX_PLACES: readonly SecretPlace[] = [
  ...SYSTEM_PLACES,
  ...PROGRAM_PLACES,
  ...SERVICE_PLACES,
  ...TOOL_PLACES,
]
const PLACES = new PlaceIndex(LINUX_PLACES)
const OPEN_PLACES = new PlaceIndex(LINUX_PLACES, ({ except }) => except ?? [])

/** The place of a path that no row lists but whose name says it. */
export const BY_NAME: SecretPlace = {
  id: 'name',
  what: { en: 'a file that is called like a secret', zh: '名称像机密的文件' },
  paths: [],
  match: [
    '/opt/app/secrets/mqtt',
    '/srv/x/db_password.txt',
    'tokens.json',
    '/home/pi/mqttPass',
    '/root/keyfile',
    '/home/pi/api_key.txt',
  ],
  noMatch: ['/etc/pam.d/common-password', 'passwd.md', '/usr/share/doc/passwd/README', '/opt/app/bypass.conf'],
}
const LIKELY: SecretPlace = {
  ...BY_NAME,
  id: 'wildcard',
  what: { en: 'a wildcard that reaches keys', zh: '可匹配到密钥的通配符' },
}

/** Names that stand for all secret ones when an open pattern such as `ser*` is given. */
const LIKELY_NAMES =
  'id_rsa id_dsa id_ecdsa id_ed25519 key.pem cert.pem server.pem private.pem privkey.pem ca.pem client.pem server.key client.key private.key device.key ca.key host.key ssl.key tls.key mosquitto.key'.split(
    ' ',
  )
const LIKELY_HIDDEN = ['.env', '.netrc', '.pgpass', '.git-credentials']
const LIKELY_ENDS = ['*.pem', '*.key', '*.p12', '*.pfx', '*id_rsa']
/** Directories of the system that hold no keys, so that `cat /var/log/*` stays ordinary. */
const KEYLESS =
  /^\/(?:var\/log|sys|proc|dev(?!\/shm\/)|usr(?!\/local\/etc\/)|lib|bin|sbin|etc\/(?:cron|apt\/|systemd|udev|modprobe|modules|sysctl|logrotate|default|init|network\/|os-release|profile|update-motd|alternatives|apparmor|bash_completion|pam\.|security\/|ssh\/sshd?_config|ssl\/certs|xdg)|var\/lib\/(?:dpkg|apt|pam|systemd|doc|misc|ucf)|run\/(?:systemd|udev))/
/** Places where a name alone tells a secret. */
const NAMED_BELOW =
  /^(?:\.\.\/)*(?!\/)|^\/(?:etc|root|home|boot|var\/lib|run|opt|srv|mosquitto|config|data|mnt|media|tmp|var\/(?:tmp|www|backups)|dev\/shm|usr\/local\/etc|app|storage|workspace)(?:\/|$)/
const ACCOUNTS = /(?:^|\/)etc\/passwd-?$|^passwd$/

/** The secret that a normalised path means, or as a pattern can mean. */
export function findSecret(path: string, isPattern: boolean): SecretPlace | undefined {
  const text = isPattern ? path : path.replace(/\\(.)/g, '$1')
  const parts = text
    .replace(/^(?:\.\.\/)+/, '')
    .split('/')
    .filter((part) => part !== '')
  const last = parts.at(-1)
  if (last === undefined) return undefined
  const listed = PLACES.find(parts, isPattern, text.startsWith('/') || text.startsWith('../'))
  // What a row leaves out counts only where the text itself says so, not where a wildcard could mean it.
  if (listed) return listed.except && OPEN_PLACES.find(parts, false, true) ? undefined : listed
  if (KEYLESS.test(text)) return undefined
  if (isPattern && reachesKeys(last)) return LIKELY
  return isCalledSecret(text, parts) ? BY_NAME : undefined
}

/** True if reading this directory and all below it comes across secrets. */
export function isSecretTree(path: string): boolean {
  const whole = path.replace(/\/\*+$/, '') || '/'
  // The folder of Mosquitto holds its password file, under a name that the operator chose.
  if (/^\/(?:home(?:\/[^/]+)?|root|dev|etc\/mosquitto|mosquitto(?:\/config)?)$/.test(whole)) return true
  const parts = whole.split('/').filter((part) => part !== '')
  if (whole.startsWith('/') && PLACES.hasBelow(parts, 0, true)) return true
  const hidden = parts.findIndex((part) => part.startsWith('.') && part !== '..')
  return hidden >= 0 && PLACES.hasBelow(parts, hidden, true)
}

/** True if a wildcard can match the name of a key. */
export function reachesKeys(name: string): boolean {
  if (name.startsWith('.')) return LIKELY_HIDDEN.some((secret) => patternsMeet(name, secret))
  if (LIKELY_NAMES.some((secret) => patternsMeet(name, secret))) return true
  const tail = name.slice(name.lastIndexOf('*') + 1)
  return tail !== '' && !name.endsWith('.pub') && LIKELY_ENDS.some((end) => patternsMeet(name, end))
}

function isCalledSecret(text: string, parts: readonly string[]): boolean {
  if (!NAMED_BELOW.test(text) || ACCOUNTS.test(text)) return false
  return parts.some(isSecretPathPart)
}

/** A sentence about what is read. */
export function readsSecret(place: SecretPlace): LocalizedText {
  return { en: `reads a secret: ${place.what.en}`, zh: `读取机密：${place.what.zh}` }
}
