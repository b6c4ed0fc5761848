/** How a call of an MQTT library is read: the setting of each argument by its place, null for one that says nothing. */
export interface Api {
  readonly args: readonly (string | null)[]
  /** Settings that the call itself says. */
  readonly also?: readonly string[]
}

const api = (args: string, ...also: string[]): Api => ({
  args: args === '' ? [] : args.split(' ').map((name) => (name === '-' ? null : name)),
  also,
})

/** Calls whose names no other library has. */
export const UNIQUE_APIS: ReadonlyMap<string, Api> = new Map([
  ['username_pw_set', api('username password')],
  ['tls_set', api('ca_certs certfile keyfile', 'tls')],
  ['tls_set_context', api('', 'tls')],
  ['tls_insecure_set', api('tls_insecure')],
  ['ws_set_options', api('path', 'websocket')],
  ['set_auth_credentials', api('username password')],
  ['setServerURIs', api('servers')],
  ['AddBroker', api('url')],
  ['WithTcpServer', api('host port')],
  ['WithWebSocketServer', api('url', 'websocket')],
  ['WithConnectionUri', api('url')],
  ['WithCertificateValidationHandler', api('', 'tls', 'tls_insecure')],
  ['WithIgnoreCertificateChainErrors', api('', 'tls', 'tls_insecure')],
  ['WithAllowUntrustedCertificates', api('', 'tls', 'tls_insecure')],
  ['setUsernamePassword', api('username password')],
  ['Adafruit_MQTT_Client', api('- host port username password')],
])

/** Calls on what is of MQTT by its type or its name. */
export const MQTT_APIS: ReadonlyMap<string, Api> = new Map([
  ['setServer', api('host port')],
  ['setCredentials', api('username password')],
  ['set_credentials', api('username password')],
  ['WithCredentials', api('username password')],
  ['begin', api('host port')],
  ['setHost', api('host port')],
  ['withPort', api('host client_id port')],
  ['setSecure', api('tls')],
  ['set_transport', api('transport')],
  ['sslWithDefaultConfig', api('', 'tls')],
  ['sslConfig', api('', 'tls')],
  ['WithTls', api('', 'tls')],
  ['WithTlsOptions', api('', 'tls')],
  ['UseTls', api('', 'tls')],
  ['setSocketFactory', api('', 'tls')],
  ['SetTLSConfig', api('', 'tls')],
  ['setCACert', api('ca', 'tls')],
  ['setTrustAnchors', api('', 'tls')],
  ['single', api('')],
  ['multiple', api('')],
  ['simple', api('')],
  ['callback', api('')],
])

/** Constructors, by their type. */
export const CONSTRUCTORS: ReadonlyMap<string, Api> = new Map([
  // umqtt of MicroPython.
  ['MQTTClient', api('client_id host port username password keepalive tls')],
  ['MqttOptions', api('client_id host port')],
  ['phpMQTT', api('host port client_id')],
  ['MqttServerClient', api('host client_id')],
  ['PubSubClient', api('host port')],
  ['MqttClientCredentials', api('username password')],
  // Paho of C++.
  ['async_client', api('url client_id')],
])

/** Fields of the configuration of ESP-IDF, by the end of their path. */
export const ESP_FIELDS: readonly (readonly [end: string, name: string])[] = [
  ['verification.certificate', 'ca'],
  ['cert_pem', 'ca'],
  ['crt_bundle_attach', 'tls'],
  ['use_global_ca_store', 'tls'],
  ['skip_cert_common_name_check', 'tls_insecure'],
  ['authentication.certificate', 'client_cert'],
  ['client_cert_pem', 'client_cert'],
  ['authentication.key', 'client_key'],
  ['client_key_pem', 'client_key'],
  ['uri', 'url'],
  ['hostname', 'host'],
  ['host', 'host'],
  ['port', 'port'],
  ['username', 'username'],
  ['password', 'password'],
  ['client_id', 'client_id'],
  ['keepalive', 'keepalive'],
]

/** Types of connections that a sketch hands to its MQTT client. */
export const SECURE_TYPE = /Secure|SSL|TLS/
export const PLAIN_TYPE = /^(?:WiFiClient|EthernetClient|NetworkClient|TinyGsmClient|GSMClient|Client)$/
export const OF_MQTT = /mqtt|pubsub|paho|hivemq|mosquitto|emqx/i
