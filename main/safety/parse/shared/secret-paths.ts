import type { Arg } from './arguments.ts'
import { patternsMeet } from './globs.ts'
import { isRawDisk, pathMeets, patternOf, placesOf } from './paths.ts'

/** Files that hold secrets on Linux and Raspberry Pi OS, as patterns of whole paths. */
const SECRET_PATHS = [
  '/etc/shadow',
  '/etc/shadow-',
  '/etc/gshadow',
  '/etc/gshadow-',
  '/etc/master.passwd',
  '/etc/security/opasswd',
  '/etc/krb5.keytab',
  '/etc/wpa_supplicant/*.conf',
  '/etc/NetworkManager/system-connections/*',
  '/etc/mosquitto/passwd*',
  '/etc/mosquitto/pwfile*',
  '/etc/mosquitto/password*',
  '/etc/ssl/private/*',
  '/etc/ssh/ssh_host_*_key',
  '/etc/wireguard/*',
  '/etc/openvpn/*.auth',
  '/etc/ppp/*-secrets',
  '/etc/ipsec.secrets',
  '/etc/letsencrypt/live/*/*',
  '/proc/*/environ',
  '/proc/*/mem',
  '/proc/*/task/*/environ',
  '/proc/kcore',
  '/run/secrets/*',
  '/run/credentials/*/*',
  '/boot/wpa_supplicant.conf',
  '/boot/firmware/wpa_supplicant.conf',
  '/boot/userconf*',
  '/boot/firmware/userconf*',
]

/** Names of files that hold secrets wherever they lie. */
const SECRET_NAME =
  /id_(?:rsa|dsa|ecdsa|ed25519)|\.(?:pem|key|p12|pfx|kdbx|jks|keytab)$|^\.env(?:\..*)?$|\.env$|^\.(?:netrc|pgpass|my\.cnf|git-credentials|htpasswd|vault-token)$|^credentials\.json$/i
/** A wildcard longer than this is not followed but taken to reach everything. */
const MAX_PATTERN = 200
const PUBLIC_NAME = /\.pub$/
const SECRET_TREES =
  /(?:^|\/)(?:\.ssh\/(?!authorized_keys$|known_hosts$|config$|[^/]*\.pub$)[^/]|\.gnupg\/|\.aws\/credentials|\.kube\/config|\.docker\/config\.json|\.config\/(?:gh\/hosts|rclone\/rclone))/
const SECRET_RELATIVE = /(?:^|\/)etc\/g?shadow-?$|(?:^|\/)proc\/[^/]+\/environ$/

/** Names that stand for all secret ones when an open pattern such as `ser*` is given. */
const LIKELY_NAMES = [
  'id_rsa',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
  'key.pem',
  'cert.pem',
  'server.pem',
  'private.pem',
  'privkey.pem',
  'ca.pem',
  'client.pem',
  'server.key',
  'client.key',
  'private.key',
  'device.key',
  'ca.key',
  'host.key',
  'ssl.key',
  'tls.key',
  'mosquitto.key',
]
const DOT_NAMES = ['.env', '.netrc', '.pgpass', '.git-credentials']
/** Directories of the system that hold no keys, so that `cat /var/log/*` stays ordinary. */
const KEYLESS =
  /^\/(?:var\/log|sys|proc|dev|usr\/share|usr\/lib|lib|etc\/(?:cron|apt|systemd|udev|modprobe|modules|sysctl|logrotate|default|init|network\/|os-release|profile|update-motd|alternatives|security\/limits))/

/** Whether an argument can mean a file that holds a secret, also through a wildcard or `..`. */
export function canReachSecret(arg: Arg, directories: readonly string[]): boolean {
  const whole = patternOf(arg)
  if (whole.length < 3 && arg.glob === undefined) return false
  if (arg.glob !== undefined && whole.length > MAX_PATTERN) return true
  for (const candidate of candidatesOf(whole)) {
    for (const place of placesOf(candidate, directories)) if (isSecretPlace(place, arg.glob !== undefined)) return true
  }
  return false
}

/** The parts of an argument that a program may take as a path: after `=`, `@`, `:` or a short option. */
function candidatesOf(text: string): string[] {
  const found = [text]
  const equals = text.indexOf('=')
  if (equals >= 0) found.push(text.slice(equals + 1))
  if (/^-[A-Za-z]./.test(text) && text[1] !== '-') found.push(text.slice(2))
  const marked = /(?:file:\/\/|[@:,])(.+)$/.exec(text)
  if (marked?.[1]) found.push(marked[1])
  const slash = text.indexOf('/')
  if (slash > 0) found.push(text.slice(slash))
  return found
}

function isSecretPlace(place: string, isPattern: boolean): boolean {
  const name = place.slice(place.lastIndexOf('/') + 1)
  if (SECRET_TREES.test(place) || SECRET_RELATIVE.test(place)) return true
  const rooted = place.replace(/^(?:\.\.\/)+/, '/')
  if (rooted.startsWith('/') && SECRET_PATHS.some((secret) => pathMeets(rooted, secret))) return true
  if (isRawDisk(rooted)) return true
  if (!isPattern) return SECRET_NAME.test(name) && !PUBLIC_NAME.test(name)
  return isSecretPattern(place, name)
}

function isSecretPattern(place: string, name: string): boolean {
  if (KEYLESS.test(place)) return false
  if (name.startsWith('.')) return DOT_NAMES.some((secret) => patternsMeet(name, secret))
  if (LIKELY_NAMES.some((secret) => patternsMeet(name, secret))) return true
  const tail = name.slice(name.lastIndexOf('*') + 1)
  return (
    tail !== '' &&
    !PUBLIC_NAME.test(name) &&
    ['*.pem', '*.key', '*.p12', '*id_rsa'].some((end) => patternsMeet(name, end))
  )
}

const TREES_WITH_SECRETS =
  /^(?:\/|\/etc|\/etc\/(?:ssl|ssh|mosquitto|NetworkManager|wpa_supplicant|letsencrypt|wireguard)(?:\/.*)?|\/root|\/home(?:\/[^/]+)?|\/proc(?:\/(?:self|\d+))?|\/dev|\/run|\/boot|\/boot\/firmware|.*\/\.ssh)$/

/** Whether reading this directory and all below it comes across secrets. */
export function isTreeWithSecrets(arg: Arg, directories: readonly string[]): boolean {
  return placesOf(patternOf(arg), directories).some(
    (place) => place !== '' && TREES_WITH_SECRETS.test(place.replace(/\/\*+$/, '') || '/'),
  )
}
