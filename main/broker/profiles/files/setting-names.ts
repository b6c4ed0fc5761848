/** What a setting of another program says of a connection. */
export type Role =
  | 'host'
  | 'port'
  | 'tlsPort'
  | 'username'
  | 'password'
  | 'login'
  | 'tls'
  | 'noTls'
  | 'ca'
  | 'certificate'
  | 'key'
  | 'verify'
  | 'insecure'
  | 'tlsHint'
  | 'serverName'
  | 'protocol'
  | 'webSocket'
  | 'webSocketPort'
  | 'path'
  | 'keepalive'
  | 'clientId'
  | 'alpn'
  | 'psk'
  | 'version'
  | 'name'
  | 'proxy'
  | 'other'

export interface NamedRole {
  readonly role: Role
  /** Which of several connections of one file: the words of the name that say neither MQTT nor the role. */
  readonly group: string
  /** True for `MQTTS_HOST` and `MQTT_TLS_HOST`: the name itself asks for TLS. */
  readonly isOfTls: boolean
}

const words = (text: string): readonly string[] => text.split(' ')

/** A name belongs to MQTT when it holds one of these. */
const MARKERS = new Set(words('MQTT MQTTS MQTT5 MOSQUITTO EMQX HIVEMQ VERNEMQ NANOMQ BROKER BROKERS EXECUTOR AWSIOT'))
/** Brokers of other protocols. */
const OTHERS = new Set(words('KAFKA CELERY AMQP RABBITMQ RABBIT REDIS NATS STOMP PULSAR ACTIVEMQ SQS DRAMATIQ'))
/** Words that tell nothing of a connection. */
const NOISE = new Set(
  words(
    'VITE REACT NEXT NUXT PUBLIC APP SPRING CONFIG ENV DEFAULT MY AUTH CREDENTIALS CONNECTION CLIENT OPTIONS SETTINGS SERVER WS WEBSOCKET WEBSOCKETS',
  ),
)
/** Names with these are about messages, or about the program itself as a server. */
const BESIDES = new Set(
  words(
    'TOPIC TOPICS PREFIX QOS RETAIN BIND LISTEN LISTENER LOG LOGGING WILL LWT PAYLOAD MESSAGE DISCOVERY DATABASE DB HEADER HEADERS',
  ),
)
/** Words behind a role that tell two connections of one file apart. */
const PLACES = new Set(
  words(
    'LOCAL REMOTE CLOUD EDGE PROD PRODUCTION DEV DEVELOPMENT TEST STAGING PRIMARY SECONDARY BACKUP MAIN SOURCE TARGET',
  ),
)

const ROLE_NAMES: Readonly<Partial<Record<Role, string>>> = {
  host: 'HOST HOSTS SERVERS URLS HOSTNAME HOST_NAME SERVER SERVER_NAME SERVER_HOST SERVER_IP SERVER_ADDRESS SERVER_URL SERVER_URI ADDRESS ADDR IP IPADDR IP_ADDR IP_ADDRESS ENDPOINT DOMAIN FQDN URL URI DSN CONNECTION CONNECTION_URL CONNECTION_STRING HOST_URL HOST_IP HOST_ADDRESS BROKER',
  port: 'PORT SERVER_PORT PORT_NUMBER TCP_PORT HOST_PORT',
  tlsPort: 'TLS_PORT SSL_PORT PORT_TLS PORT_SSL SECURE_PORT PORT_SECURE',
  username: 'USER USERNAME USER_NAME LOGIN LOGIN_USER USR UNAME ACCOUNT AUTH_USER AUTH_USERNAME',
  password:
    'PASS PASSWORD PASSWD PASSWORT PSWD PWD PW USER_PASS USER_PASSWORD USERPASS AUTH_PASS AUTH_PASSWORD LOGIN_PASSWORD',
  login:
    'PASSWORD_FILE PASS_FILE PASSWD_FILE PASSWORD_PATH USER_FILE USERNAME_FILE TOKEN AUTH_TOKEN ACCESS_TOKEN JWT SECRET API_KEY APIKEY ACCESS_KEY CREDENTIALS CREDENTIAL AUTH',
  tls: 'TLS SSL USE_TLS USE_SSL TLS_ENABLED SSL_ENABLED TLS_ENABLE SSL_ENABLE ENABLE_TLS ENABLE_SSL TLS_ON SSL_ON TLS_MODE SSL_MODE TLS_REQUIRED SSL_REQUIRED REQUIRE_TLS REQUIRE_SSL TLS_SSL SSL_TLS USE_TLS_SSL IS_TLS IS_SSL WITH_TLS WITH_SSL TLS_ACTIVE SECURE USE_SECURE IS_SECURE USE_MQTTS MQTTS ENCRYPTION ENCRYPTED USE_ENCRYPTION USETLS USESSL',
  noTls:
    'NO_TLS NO_SSL DISABLE_TLS DISABLE_SSL TLS_DISABLED SSL_DISABLED TLS_DISABLE SSL_DISABLE WITHOUT_TLS WITHOUT_SSL',
  verify:
    'VERIFY VERIFY_TLS VERIFY_SSL TLS_VERIFY SSL_VERIFY VERIFY_CERT VERIFY_CERTS VERIFY_CERTIFICATE TLS_VERIFY_CERT VERIFY_PEER TLS_VERIFY_PEER CERT_VALIDATION VALIDATE_CERT VALIDATE_CERTIFICATE VALIDATE_CERTIFICATES CHECK_CERT CHECK_CERTIFICATE REJECT_UNAUTHORIZED TLS_REJECT_UNAUTHORIZED SSL_REJECT_UNAUTHORIZED CERT_REQS TLS_CERT_REQS TLS_CHECK_HOSTNAME CHECK_HOSTNAME VERIFY_HOSTNAME TLS_VERIFY_HOSTNAME',
  insecure:
    'INSECURE TLS_INSECURE SSL_INSECURE ALLOW_INSECURE SKIP_VERIFY INSECURE_SKIP_VERIFY TLS_SKIP_VERIFY SSL_SKIP_VERIFY TLS_INSECURE_SKIP_VERIFY SKIP_CERT_VALIDATION TLS_ALLOW_INSECURE TLS_INSECURE_SET IGNORE_CERT TRUST_ALL',
  serverName: 'TLS_SERVER_NAME TLS_SERVERNAME SERVERNAME SNI TLS_SNI TLS_HOSTNAME SSL_SERVER_NAME TLS_SERVER_HOSTNAME',
  protocol: 'PROTOCOL SCHEME TRANSPORT PROTO TRANSPORT_PROTOCOL CONNECTION_TYPE CONNECTION_PROTOCOL',
  webSocket: 'WEBSOCKET WEBSOCKETS WS USE_WEBSOCKET USE_WEBSOCKETS USE_WS WEBSOCKET_ENABLED WEBSOCKETS_ENABLED',
  webSocketPort: 'WS_PORT WEBSOCKET_PORT WEBSOCKETS_PORT PORT_WS',
  path: 'PATH WS_PATH WEBSOCKET_PATH WEBSOCKETS_PATH BASE_PATH URL_PATH',
  keepalive:
    'KEEPALIVE KEEP_ALIVE KEEPALIVE_INTERVAL KEEP_ALIVE_INTERVAL KEEPALIVE_S KEEPALIVE_SECONDS KEEPALIVE_SEC KEEP_ALIVE_SECONDS',
  clientId: 'CLIENT_ID CLIENTID CLIENT_IDENTIFIER CLIENT_NAME CLIENT',
  alpn: 'ALPN TLS_ALPN SSL_ALPN ALPN_PROTOCOL ALPN_PROTOCOLS TLS_ALPN_PROTOCOL TLS_ALPN_PROTOCOLS ALPNPROTOCOL ALPNPROTOCOLS',
  psk: 'PSK TLS_PSK PSK_IDENTITY PSK_HINT PSK_KEY TLS_PSK_IDENTITY TLS_PSK_KEY',
  version: 'VERSION MQTT_VERSION PROTOCOL_VERSION PROTO_VERSION',
  proxy: 'PROXY PROXY_URL',
  name: 'CONNECTION_NAME BRIDGE_NAME',
}
const ROLE_BY_NAME = new Map(
  Object.entries(ROLE_NAMES).flatMap(([role, names]) => words(names).map((name) => [name, role as Role] as const)),
)

/** Kinds of certificate files, by what is left of a name without `TLS` before it and `FILE` or `PATH` behind it. */
const FILE_ROLES: Readonly<Record<'ca' | 'certificate' | 'key', ReadonlySet<string>>> = {
  ca: new Set(
    words(
      'CA CAFILE CAPATH CACERT CACERTS CA_CERT CA_CERTS CA_CRT CA_CERTIFICATE CA_CERTIFICATES CA_CHAIN CA_BUNDLE CERTIFICATE_AUTHORITY CERTIFICATE_AUTHORITIES ROOT_CA ROOT_CA_CERT ROOT_CERT ROOT_CERTIFICATE SERVER_CA SERVER_CERT TRUSTSTORE TRUST_STORE',
    ),
  ),
  certificate: new Set(
    words(
      'CERT CERTFILE CERTIFICATE CRT CLIENT_CERT CLIENT_CRT CLIENT_CERTIFICATE CLIENTCERT DEVICE_CERT KEYSTORE PFX P12',
    ),
  ),
  key: new Set(
    words(
      'KEY KEYFILE CLIENT_KEY CLIENTKEY PRIVATE_KEY CLIENT_PRIVATE_KEY DEVICE_KEY CERT_KEY CERTIFICATE_KEY CLIENT_CERT_KEY CLIENT_CERTIFICATE_KEY',
    ),
  ),
}
/** Words that ask for TLS. */
const TLS_WORDS = new Set(words('TLS SSL MTLS MQTTS CIPHERS ALPN'))
const BEFORE_FILE = new Set(words('TLS SSL MTLS'))
const BEHIND_FILE = new Set(words('FILE PATH PEM CRT LOCATION FILENAME NAME DATA CONTENT CONTENTS BASE64 B64'))

/** Names in one word, such as `MQTTHOST`. */
const JOINED = /^MQTT(?:HOST|SERVER|BROKER|PORT|USER|USERNAME|PASS|PASSWORD|URL|URI|TLS|SSL)$/

/** Splits `mqttBrokerUrl`, `mqtt.broker-url` and `MQTT_BROKER_URL` into the same words. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/AWS[^A-Z0-9]{0,3}IOT(?:[^A-Z0-9]CORE)?(?![A-Z])/g, 'AWSIOT')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (JOINED.test(word) ? [word.slice(0, 4), word.slice(4)] : [word]))
}

/** Tells whether a name is one of MQTT's. */
export function isMqttName(name: string): boolean {
  const all = wordsOf(name)
  return all.some((word) => MARKERS.has(word)) && !all.some((word) => OTHERS.has(word))
}

/** What a name of MQTT means; null for a name of something else. */
export function roleOf(name: string): NamedRole | null {
  if (!isMqttName(name)) return null
  const all = wordsOf(name)
  const isOfTls = all.some((word) => TLS_WORDS.has(word))
  if (all.some((word) => BESIDES.has(word))) return { role: 'other', group: '', isOfTls: false }
  const last = all.findLastIndex((word) => MARKERS.has(word))
  const before = all.slice(0, last).filter((word) => !MARKERS.has(word))
  const behind = all.slice(last + 1)
  const { role, rest } = behind.length === 0 ? markerAlone(all[last] ?? '', before) : roleIn(behind)
  return {
    role: isOfTls ? roleOfTls(role) : role,
    group: groupOf(behind.length === 0 ? rest : [...before, ...rest]),
    isOfTls,
  }
}

/** `MQTT_TLS_PORT`, `MQTT_TLS_VERSION`: what says nothing else asks for TLS. */
function roleOfTls(role: Role): Role {
  if (role === 'port') return 'tlsPort'
  return role === 'other' || role === 'version' || role === 'name' ? 'tlsHint' : role
}

/** `MQTT_BROKER`, `MQTTS`, `PASSWORD_MQTT`. */
function markerAlone(marker: string, before: readonly string[]): { role: Role; rest: readonly string[] } {
  const found = roleIn(before)
  if (found.role !== 'other') return found
  if (marker === 'MQTTS') return { role: 'tls', rest: before.filter((word) => word !== 'USE') }
  return { role: 'host', rest: before }
}

/** Words of settings that let a certificate pass unseen, and of those that have it looked at. */
const LENIENT = new Set(words('ALLOW IGNORE ACCEPT SKIP DISABLE NO ANY INVALID UNVERIFIED UNSAFE BAD'))
const STRICT = new Set(words('VERIFY VERIFICATION VALIDATE VALIDATION CHECK CHECKS'))
const OF_CERTIFICATES = new Set(
  words(
    'CERT CERTS CERTIFICATE CERTIFICATES SIGNED SELFSIGNED VERIFY VERIFICATION VALIDATION CHECK HOSTNAME CN CA CACERT CACERTS CACERTIFICATE',
  ),
)

/** `ALLOW_SELF_SIGNED_CERT`, `verifyServerCert`: a switch, not a certificate. */
function verificationRole(all: readonly string[]): Role | null {
  const isOfCertificates = all.some((word) => OF_CERTIFICATES.has(word))
  if (isOfCertificates && all.some((word) => LENIENT.has(word))) return 'insecure'
  return isOfCertificates && all.some((word) => STRICT.has(word)) ? 'verify' : null
}

function isOfVerification(word: string): boolean {
  return LENIENT.has(word) || STRICT.has(word) || OF_CERTIFICATES.has(word)
}

/** The role that the longest end of these words has, else their beginning before a place. */
function roleIn(all: readonly string[]): { role: Role; rest: readonly string[] } {
  const verification = verificationRole(all)
  if (verification !== null) return { role: verification, rest: all.slice(0, all.findIndex(isOfVerification)) }
  for (let from = 0; from < all.length; from += 1) {
    const role = roleOfWords(all.slice(from))
    if (role !== null) return { role, rest: all.slice(0, from) }
  }
  const place = all.at(-1) ?? ''
  if (all.length > 1 && (PLACES.has(place) || /^\d{1,3}$/.test(place))) {
    const { role, rest } = roleIn(all.slice(0, -1))
    return { role, rest: [...rest, place] }
  }
  return { role: 'other', rest: all }
}

function roleOfWords(all: readonly string[]): Role | null {
  const known = ROLE_BY_NAME.get(all.join('_'))
  if (known !== undefined) return known
  let from = 0
  let to = all.length
  while (from < to - 1 && BEFORE_FILE.has(all[from] ?? '')) from += 1
  while (to > from + 1 && BEHIND_FILE.has(all[to - 1] ?? '')) to -= 1
  const core = all.slice(from, to).join('_')
  if (FILE_ROLES.ca.has(core)) return 'ca'
  if (FILE_ROLES.certificate.has(core)) return 'certificate'
  return FILE_ROLES.key.has(core) ? 'key' : null
}

function groupOf(rest: readonly string[]): string {
  return rest.filter((word) => !NOISE.has(word) && !TLS_WORDS.has(word)).join('_')
}

/** Words of names that belong to something else, whatever stands beside them. */
const FOREIGN = new Set(
  words(
    'WIFI WLAN SSID SMTP MAIL EMAIL IMAP DB DATABASE POSTGRES MYSQL MARIADB MONGO SQL REDIS INFLUX INFLUXDB HTTP HTTPS WEB API OTA TELEGRAM ADMIN ROOT FTP SFTP SSH SUDO',
  ),
)

/** Words of keys and certificates that are not those of a broker: `APP_KEY`, `SECRET_KEY`. */
const OF_PROGRAM = new Set(
  words('APP SECRET ENCRYPTION SIGNING SESSION LICENSE LICENCE DEPLOY COOKIE HASH PUBLIC NEXT'),
)

const WIFI = new Set(words('SSID WIFI WLAN'))

/**
 * Of names that do not say MQTT, those that may be of the broker named beside them: not a password without a user name where
 * a Wi-Fi is named, because it is that one's. `hasHost` says that the broker's host is known.
 */
export function namesBeside(names: readonly string[], hasHost: boolean): ReadonlySet<string> {
  const all = names.map((name) => ({ name, found: roleOf(`mqtt_${name}`) }))
  const hasUser = all.some(({ found }) => found?.role === 'username' && found.group === '')
  const isOfWifi = !hasUser && names.some((name) => wordsOf(name).some((word) => WIFI.has(word)))
  const isBeside = ({ name, found }: (typeof all)[number]) => {
    if (found === null || wordsOf(name).some((word) => FOREIGN.has(word))) return false
    const isFile = found.role === 'key' || found.role === 'certificate' || found.role === 'ca'
    if (isFile && wordsOf(name).some((word) => OF_PROGRAM.has(word))) return false
    return !(hasHost && found.role === 'host') && !(isOfWifi && found.role === 'password' && found.group === '')
  }
  return new Set(all.filter(isBeside).map(({ name }) => name))
}
