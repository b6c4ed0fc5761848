import { expect, it } from 'vitest'
import { lines, read, readBytes, words } from './reading.ts'

/** Settings of the kinds that are met in the field: the connection, and a word of the notes. */
const FILES: readonly (readonly [title: string, text: string, connection: string, note?: string])[] = [
  ['an address alone', 'mqtts://op:p@192.0.2.20:8884\n', '192.0.2.20 8884 tls op/p'],
  ['an address of a WebSocket alone', 'ws://192.0.2.20:9001/mqtt\n', '192.0.2.20 9001 anonymous websocket /mqtt'],
  [
    'exports on one line',
    'export MQTT_HOST="192.0.2.20"; export MQTT_PORT="1884"; export MQTT_USER=op; export MQTT_PASSWORD=\'a #b\'\n',
    '192.0.2.20 1884 password op/a #b',
  ],
  [
    'a batch file',
    '@echo off\r\nset MQTT_HOST=192.0.2.20\r\nset "MQTT_USERNAME=op"\r\nset "MQTT_PASSWORD=p q#1"\r\n',
    '192.0.2.20 1883 password op/p q#1',
  ],
  [
    'a script of PowerShell',
    '$env:MQTT_HOST = "192.0.2.20"\r\n$env:MQTT_PORT = "1884"\r\n$env:MQTT_USERNAME = \'op\'\r\n$env:MQTT_PASSWORD = \'p;1\'\r\n',
    '192.0.2.20 1884 password op/p;1',
  ],
  [
    'an INI file',
    '; plant\n[mqtt]\nhost=192.0.2.20\nport=8883\ntls=true\nuser=op\npassword=p1#x ; old\n',
    '192.0.2.20 8883 tls op/p1#x',
  ],
  [
    'a TOML file',
    '[mqtt]\nhost = "192.0.2.20"\nport = 1884 # hall\nusername = "op"\npassword = "p#1"\n',
    '192.0.2.20 1884 password op/p#1',
  ],
  [
    'settings of Telegraf',
    '[[inputs.mqtt_consumer]]\n  servers = ["ssl://192.0.2.20:8883", "ssl://192.0.2.21:8883"]\n  topics = ["a"]\n  username = "op"\n  password = "p"\n',
    '192.0.2.20 8883 tls op/p',
  ],
  [
    'a unit of systemd',
    '[Service]\nEnvironment=MQTT_HOST=192.0.2.20\nEnvironment="MQTT_USERNAME=op" "MQTT_PASSWORD=p q"\n',
    '192.0.2.20 1883 password op/p q',
  ],
  [
    'a sketch',
    '#include <x.h>\n#define MQTT_HOST "192.0.2.20"\n#define MQTT_PORT 1884 // hall\n#define MQTT_USER "op"\n#define MQTT_PASSWORD "p"\n',
    '192.0.2.20 1884 password op/p',
  ],
  [
    'a command line of a client of Mosquitto',
    'mosquitto_sub -h 192.0.2.20 -p 8883 -u op -P "p q" --cafile ca.crt -t "#"\n',
    '192.0.2.20 8883 tls op/p q',
    'load the CA',
  ],
  [
    'the settings of a client of Mosquitto',
    '-h 192.0.2.20\n-p 8883\n-u op\n-P p\n--cafile /etc/ca.crt\n',
    '192.0.2.20 8883 tls op/p',
  ],
  [
    'a bridge in mosquitto.conf',
    'listener 1883\nconnection cloud\naddress 192.0.2.20:8883\nremote_username op\nremote_password p\nbridge_cafile /etc/ca.crt\ntopic # both 0\n',
    '192.0.2.20 8883 tls op/p',
  ],
  [
    'a flow of Node-RED',
    '[{"id":"t","type":"tab"},{"id":"a","type":"mqtt-broker","name":"plant","broker":"192.0.2.20","port":"8883","usetls":true}]',
    '192.0.2.20 8883 tls',
  ],
  [
    'a file that a shell reads',
    'export MQTT_HOST=\'broker.example.org\'\nexport MQTT_PORT=8883\nexport MQTT_TLS=1\nexport MQTT_USERNAME=op\nexport MQTT_PASSWORD="a#b"\n',
    'broker.example.org 8883 tls op/a#b',
  ],
  [
    'an address with a login in it',
    'MQTT_BROKER_URL=mqtts://op:p%40ss@broker.example.org:8883\n',
    'broker.example.org 8883 tls op/p@ss',
  ],
  ['TLS without a port', 'MQTT_SERVER=broker.example.org\nMQTT_SSL_ENABLED=yes\n', 'broker.example.org 8883 tls'],
  [
    'a password in another file',
    'MQTT_HOST=192.0.2.20\nMQTT_USER=op\nMQTT_PASSWORD_FILE=/run/secrets/mqtt\n',
    '192.0.2.20 1883 password op/undefined',
    'another file',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: python-dotenv fills it in.
  ['a name with a default', 'MQTT_HOST=${BROKER:-192.0.2.20}\nMQTT_PORT=1883\n', '192.0.2.20 1883 anonymous'],
  [
    'a comment behind a value, and quotes around one with a hash',
    "MQTT_HOST=192.0.2.20 # hall 3\nMQTT_USER=op\nMQTT_PASS='se#cret' # old\n",
    '192.0.2.20 1883 password op/se#cret',
  ],
  [
    'settings with comments and a comma too many',
    '{\n  // the plant\n  "mqtt": { "broker": "192.0.2.20", "port": 1883, "username": "op", "password": "a//b", },\n}\n',
    '192.0.2.20 1883 password op/a//b',
  ],
  [
    'settings of a bridge to Zigbee',
    'mqtt:\n  base_topic: zigbee2mqtt\n  server: mqtts://192.0.2.20:8883\n  user: op\n  password: secret\n',
    '192.0.2.20 8883 tls op/secret',
  ],
  [
    'a WebSocket with TLS',
    'MQTT_URL=wss://broker.example.org/mqtt\nMQTT_USERNAME=op\nMQTT_PASSWORD=x\n',
    'broker.example.org 443 tls websocket /mqtt op/x',
  ],
  [
    'TLS that is switched on twice, once off',
    'MQTT_HOST=mqtts://broker.example.org\nMQTT_USE_TLS=false\n',
    'broker.example.org 8883 tls',
  ],
  [
    'an export of MQTT Explorer that skips the check of certificates',
    JSON.stringify({
      ConnectionManager_connections: {
        a: {
          configVersion: 1,
          certValidation: false,
          clientId: 'x',
          id: 'a',
          name: 'plant',
          encryption: true,
          subscriptions: [],
          type: 'mqtt',
          host: 'broker.example.org',
          port: 8883,
          protocol: 'mqtt',
          username: 'op',
          password: 'p',
        },
      },
    }),
    'broker.example.org 8883 tls op/p',
    'certificate',
  ],
  [
    'a login that Zigbee2MQTT keeps in another file',
    "mqtt:\n  server: mqtt://192.0.2.20\n  user: '!secret.yaml mqtt_name'\n  password: '!secret.yaml mqtt_word'\n",
    '192.0.2.20 1883 password',
    'mqtt_word',
  ],
  [
    'a password that Frigate takes from its environment',
    'mqtt:\n  host: 192.0.2.20\n  user: op\n  password: "{FRIGATE_MQTT_PASSWORD}"\n',
    '192.0.2.20 1883 password op/undefined',
    'FRIGATE_MQTT_PASSWORD',
  ],
  ['a host with its port', 'MQTT_BROKER=192.0.2.20:1884\n', '192.0.2.20 1884 anonymous'],
  [
    'a check of certificates that is switched off',
    'MQTT_HOST=192.0.2.20\nMQTT_TLS=true\nMQTT_TLS_INSECURE=true\n',
    '192.0.2.20 8883 tls',
    'always does',
  ],
  [
    'a certificate of the client as a path',
    'MQTT_HOST=192.0.2.20\nMQTT_CERT_FILE=/etc/c.crt\nMQTT_KEY_FILE=/etc/c.key\n',
    '192.0.2.20 8883 mtls',
    'load the CA, certificate and key again',
  ],
  ['line ends of an old Mac', 'MQTT_HOST=192.0.2.20\rMQTT_USER=op\rMQTT_PASSWORD=x\r', '192.0.2.20 1883 password op/x'],
  [
    'a quote within quotes',
    "MQTT_HOST=192.0.2.20\nMQTT_USER=op\nMQTT_PASSWORD='it\\'s'\n",
    "192.0.2.20 1883 password op/it's",
  ],
  ['IPv6 in brackets', 'MQTT_URL=mqtt://op:x@[2001:db8::7]:1884\n', '2001:db8::7 1884 password op/x'],
]

it.each(FILES)('%s', (_title, text, connection, note = '') => {
  const file = read(text)
  expect(lines(file)).toEqual([connection])
  expect(words(file)).toContain(note)
})

const gbk = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

it.each([
  [
    'comments in GBK',
    gbk(
      '# ',
      [0xb7, 0xfe, 0xce, 0xf1, 0xc6, 0xf7],
      '\r\nMQTT_HOST=192.0.2.20\r\nMQTT_USER=operator\r\nMQTT_PASS=p1\r\n',
    ),
    '192.0.2.20 1883 password operator/p1',
    '',
  ],
  [
    'a password in GBK, which is never guessed',
    gbk('MQTT_HOST=192.0.2.20\r\nMQTT_USER=operator\r\nMQTT_PASS=', [0xc3, 0xdc, 0xc2, 0xeb], '123\r\n'),
    '192.0.2.20 1883 password operator/undefined',
    'password',
  ],
  [
    'UTF-16 with the high byte first',
    Buffer.from('\ufeffMQTT_HOST=192.0.2.20\r\nMQTT_USER=operator\r\nMQTT_PASSWORD=Grüße\r\n', 'utf16le').swap16(),
    '192.0.2.20 1883 password operator/Grüße',
    '',
  ],
  [
    'a password in Latin-1, which is never guessed',
    Buffer.from('MQTT_HOST=192.0.2.20\nMQTT_USER=operator\nMQTT_PASSWORD=Gr\xfc\xdfe\n', 'latin1'),
    '192.0.2.20 1883 password operator/undefined',
    'password',
  ],
  [
    'a table of Excel',
    Buffer.from(
      '\ufeffclientId;name;clean;protocol;host;port;username;password;path;ssl;mqttVersion\r\nmqttx_1;Plant;true;mqtt;192.0.2.20;1883;operator;p1;/mqtt;false;3.1.1\r\n',
    ),
    '192.0.2.20 1883 password operator/p1',
    '',
  ],
])('reads %s', (_title, bytes, connection, note) => {
  const file = readBytes(bytes)
  expect(lines(file)).toEqual([connection])
  expect(words(file)).toContain(note)
})
