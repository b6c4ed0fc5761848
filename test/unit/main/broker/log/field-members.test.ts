import { expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'

/** Logs of the kinds that are met in the field: the first cause and a word of its message; null where nothing is wrong. */
const LOGS: readonly (readonly [title: string, log: string, cause: string | null, word?: string])[] = [
  [
    'a port that is forbidden, in the words of musl',
    '1700000000: mosquitto version 2.0.18 starting\n1700000000: Config loaded from /mosquitto/config/mosquitto.conf.\n1700000000: Opening ipv4 listen socket on port 80.\n1700000000: Error: Permission denied\n',
    'log-port-forbidden',
    '(80)',
  ],
  [
    'an error in a language that is not known',
    '1700000000: mosquitto version 2.0.18 starting\n1700000000: Opening ipv4 listen socket on port 1883.\n1700000000: Error: Normalerweise darf jede Socketadresse nur jeweils einmal verwendet werden.\n',
    'log-unexplained',
  ],
  [
    'a port that is taken, in the words of a Windows of Taiwan',
    '1700000000: mosquitto version 2.0.18 starting\r\n1700000000: Opening ipv4 listen socket on port 1883.\r\n1700000000: Error: 一次只能用一個通訊端位址 (通訊協定/網路位址/連接埠)。\r\n',
    'log-address-in-use',
  ],
  [
    'a client that was taken over, of 2.1',
    '2026-01-05T08:12:01: Client sensor-9 [192.0.2.8:51022] disconnected: session taken over.\n',
    'log-taken-over',
    'sensor-9',
  ],
  ['a packet that is none', '1700000000: Client <unknown> disconnected due to malformed packet.\n', 'log-protocol'],
  [
    'a word of a file that is included, of 1.x',
    '1700000000: Error: Unknown configuration variable "max_inflight_msgs".\n1700000000: Error found at /etc/mosquitto/conf.d/site.conf:7.\n1700000000: Error: Unable to open configuration file.\n',
    'log-config-unknown',
    'site.conf:7',
  ],
  [
    'an access list, for a reason that is not told',
    '1700000000: mosquitto version 2.0.11 starting\n1700000000: Error: Unable to open acl_file "/etc/mosquitto/acl".\n',
    'log-file-missing',
    'may not read',
  ],
  [
    'a file of another owner',
    '1700000000: Warning: File /etc/mosquitto/passwd owner is not mosquitto. Future versions will refuse to load this file.\n1700000000: Opening ipv4 listen socket on port 1883.\n1700000000: mosquitto version 2.0.18 running\n',
    'log-file-rights',
    '/etc/mosquitto/passwd',
  ],
  [
    'a database of another version',
    '1700000000: mosquitto version 1.6.12 starting\n1700000000: Error: Unsupported persistent database format version 6 (need version 5).\n1700000000: Error: Unable to restore persistent database. Unsupported file version.\n',
    'log-database-version',
  ],
  [
    'a bridge that does not trust the other broker, of OpenSSL 3',
    '1700000000: Connecting bridge (step 1) to_cloud (cloud.example:8883)\n1700000000: Connecting bridge (step 2) to_cloud (cloud.example:8883)\n1700000000: OpenSSL Error[0]: error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed\n',
    'log-bridge-not-trusted',
    'to_cloud',
  ],
  [
    'a login that the other broker refused',
    '1700000000: Connecting bridge (step 1) to_cloud (cloud.example:1883)\n1700000000: Connecting bridge (step 2) to_cloud (cloud.example:1883)\n1700000000: Connection Refused: bad user name or password\n1700000000: Client local.gw.to_cloud disconnected.\n',
    'log-bridge-refused',
    'to_cloud',
  ],
  [
    'a bridge to a port that is closed',
    '1700000000: Connecting bridge to_cloud (192.0.2.9:1883)\n1700000000: Error creating bridge: Connection refused.\n',
    'log-bridge-unreachable',
    '192.0.2.9:1883',
  ],
  [
    'a key of another certificate',
    '1700000000: Opening ipv4 listen socket on port 8883.\n1700000000: Error: Server certificate/key are inconsistent.\n1700000000: OpenSSL Error[0]: error:05800074:x509 certificate routines::key values mismatch\n',
    'log-key-mismatch',
  ],
  [
    'a key that is too short',
    '1700000000: Opening ipv4 listen socket on port 8883.\n1700000000: Error: Unable to load server certificate "/etc/mosquitto/certs/server.crt". Check certfile.\n1700000000: OpenSSL Error[0]: error:0A00018F:SSL routines::ee key too small\n',
    'log-certificate-weak',
    'server.crt',
  ],
  [
    'a plugin for another processor',
    '1700000000: Error: Unable to load auth plugin "/usr/lib/go-auth.so".\n1700000000: Load error: /usr/lib/go-auth.so: wrong ELF class: ELFCLASS32\n',
    'log-plugin-load',
    'ELFCLASS32',
  ],
  [
    'an error that nobody knows',
    '1700000000: mosquitto version 2.0.18 running\n1700000000: Error: Frobnication of the widget failed.\n',
    'log-unexplained',
  ],
  [
    'a log of Kubernetes',
    '2026-01-05T08:12:01.123456789Z stderr F 1700000000: Error: Unable to open pwfile "/mosquitto/config/passwd".\n',
    'log-file-missing',
    '/mosquitto/config/passwd',
  ],
  [
    'a client that is called like an error',
    '1700000000: mosquitto version 2.0.18 running\n1700000000: New client connected from 192.0.2.5:50122 as Error: Address already in use (p2, c1, k60).\n1700000000: Client Error: Address already in use closed its connection.\n',
    null,
  ],
  [
    'a service that failed',
    "Jan 05 08:12:01 gw systemd[1]: mosquitto.service: Main process exited, code=exited, status=3/NOTIMPLEMENTED\nJan 05 08:12:01 gw systemd[1]: mosquitto.service: Failed with result 'exit-code'.\n",
    'log-service-failed',
  ],
  [
    'a bridge without a way',
    '1700000000: Connecting bridge plant (plant.example:1883)\n1700000000: Error creating bridge: Host is unreachable.\n',
    'log-bridge-unreachable',
    'plant.example',
  ],
  [
    'a line of an access list',
    '1700000000: Error: Invalid line in acl_file "/etc/mosquitto/acl": topik readwrite #.\n',
    'log-acl-file',
    'topik',
  ],
  [
    'a full disk',
    '1700000000: Error saving in-memory database, unable to open /var/lib/mosquitto/mosquitto.db.new for writing.\n1700000000: Error: No space left on device.\n',
    'log-disk-full',
  ],
  [
    'too many clients',
    '1700000000: Client connection from 192.0.2.8 denied: max_connections exceeded.\n',
    'log-max-connections',
  ],
  [
    'a client that does not know the authority',
    '1700000000: New connection from 192.0.2.8:50122 on port 8883.\n1700000000: OpenSSL Error[0]: error:0A000418:SSL routines::tlsv1 alert unknown ca\n1700000000: Client <unknown> disconnected: Protocol error.\n',
    'log-server-not-trusted',
  ],
  [
    'a browser at a TLS port',
    '1700000000: New connection from 192.0.2.8:50122 on port 8883.\n1700000000: OpenSSL Error[0]: error:0A00009C:SSL routines::http request\n1700000000: Client <unknown> disconnected: Protocol error.\n',
    'log-plain-on-tls',
  ],
  [
    'a journal as JSON',
    '{"MESSAGE":"1700000000: Error: Unable to open pwfile \\"/etc/mosquitto/passwd\\".","_SYSTEMD_UNIT":"mosquitto.service","__REALTIME_TIMESTAMP":"1700000000000000"}\n',
    'log-file-missing',
  ],
  [
    'a log of Compose',
    'mosquitto-1  | 1700000000: Opening ipv4 listen socket on port 1883.\nmosquitto-1  | 1700000000: Error: Address in use\n',
    'log-address-in-use',
  ],
  [
    'a journal with ISO dates',
    '2026-01-05T08:12:01+0100 gw mosquitto[712]: 1700000000: Client pump-3 disconnected, not authorised.\n',
    'log-not-authorised',
  ],
  [
    'a line of rsyslog',
    '2026-01-05T08:12:01.123456+01:00 gw mosquitto[712]: 1700000000: Client <unknown> disconnected, not authorised.\n',
    'log-not-authorised',
  ],
  [
    'a wrong password, of 2.1',
    '2026-01-05T08:12:01: Client pump-3 [192.0.2.8:51022] disconnected: bad username or password.\n',
    'log-not-authorised',
  ],
  ['a file of the process id', '1700000000: Error: Unable to write pid file.\n', 'log-pid-file'],
  [
    'a value that is none',
    '1700000000: Error: Invalid max_connections value (abc).\n1700000000: Error found at /etc/mosquitto/mosquitto.conf:12.\n',
    'log-config-value',
  ],
  [
    'a value that is given twice',
    '1700000000: Error: Duplicate bridge_cafile value in configuration.\n1700000000: Error found at /etc/mosquitto/conf.d/bridge.conf:4.\n',
    'log-config-value',
  ],
  [
    'a value that is empty',
    '1700000000: Error: Empty topic value in configuration.\n1700000000: Error found at /etc/mosquitto/conf.d/bridge.conf:4.\n',
    'log-config-value',
  ],
  [
    'a client that does not keep up',
    '1700000000: Outgoing messages are being dropped for client pump-3.\n',
    'log-queue-full',
  ],
  [
    'plain text to a TLS port, of OpenSSL 1.0',
    '1700000000: New connection from 192.0.2.8 on port 8883.\n1700000000: OpenSSL Error: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol\n1700000000: Socket error on client <unknown>, disconnecting.\n',
    'log-plain-on-tls',
  ],
  [
    'a client that does not trust the broker, of OpenSSL 1.1',
    '1700000000: New connection from 192.0.2.8 on port 8883.\n1700000000: OpenSSL Error: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown\n1700000000: Socket error on client <unknown>, disconnecting.\n',
    'log-server-not-trusted',
  ],
  [
    'a key that the broker may not read',
    '1700000000: Error: Unable to load server key file "/etc/mosquitto/certs/server.key". Check keyfile.\n1700000000: OpenSSL Error[0]: error:8000000D:system library::Permission denied\n1700000000: OpenSSL Error[1]: error:10080002:BIO routines::system lib\n',
    'log-key-permission',
  ],
  [
    'a broker that runs as root',
    '1700000000: Warning: Mosquitto should not be run as root/administrator.\n',
    'log-root',
  ],
  [
    'an account that is not there',
    "1700000000: Error: Unable to drop privileges to 'mosquitto' because this user does not exist.\n",
    'log-user',
  ],
  [
    'a folder that may not be written',
    '1700000000: Saving in-memory database to /mosquitto/data//mosquitto.db.\n1700000000: Error saving in-memory database, unable to open /mosquitto/data//mosquitto.db.new for writing.\n1700000000: Error: Permission denied.\n',
    'log-persistence',
  ],
  [
    'a broker that the system killed for want of memory',
    "Jan 05 08:12:01 gw systemd[1]: mosquitto.service: A process of this unit has been killed by the OOM killer.\nJan 05 08:12:01 gw systemd[1]: mosquitto.service: Main process exited, code=killed, status=9/KILL\nJan 05 08:12:01 gw systemd[1]: mosquitto.service: Failed with result 'oom-kill'.\n",
    'log-memory',
  ],
  ['a broker without WebSockets', '1700000000: Error: Websockets support not available.\n', 'log-websockets-missing'],
  [
    'an id that two clients use',
    '1700000000: Client cam-1 already connected, closing old connection.\n1700000000: Client cam-1 already connected, closing old connection.\n1700000000: Client cam-1 already connected, closing old connection.\n1700000000: Client cam-1 already connected, closing old connection.\n1700000000: Client cam-1 already connected, closing old connection.\n1700000000: Client cam-1 already connected, closing old connection.\n',
    'log-taken-over',
  ],
  [
    'a topic that reads like an error',
    "1700000000: mosquitto version 2.0.18 running\n1700000000: Received PUBLISH from a (d0, q0, r0, m0, 'log/Error: Unable to open pwfile', ... (12 bytes))\n",
    null,
  ],
  [
    'a log of the add-on',
    '[08:12:01] INFO: Starting mosquitto MQTT broker...\n2026-01-05 08:12:02: Warning: Mosquitto should not be run as root/administrator.\nerror: received null username or password for unpwd check\n2026-01-05 08:12:03: Client meter-1 disconnected, not authorised.\n',
    'log-not-authorised',
  ],
  [
    'a port that Windows keeps',
    '1700000000: Config loaded from C:\\Program Files\\mosquitto\\mosquitto.conf.\n1700000000: Opening ipv4 listen socket on port 1883.\n1700000000: Error: An attempt was made to access a socket in a way forbidden by its access permissions.\n',
    'log-port-forbidden',
  ],
  [
    'a plugin file that is no JSON',
    '1700000000: Error loading Dynamic security plugin config: File is not valid JSON.\n',
    'log-dynsec-content',
  ],
  [
    'a name of a bridge that is misspelt',
    '1700000000: Connecting bridge to_cloud (cloud.exmple:1883)\n1700000000: Error creating bridge: Lookup error.\n',
    'log-bridge-name',
  ],
  [
    'a client with an old TLS',
    '1700000000: New connection from 192.0.2.8:50122 on port 8883.\n1700000000: OpenSSL Error[0]: error:0A000102:SSL routines::unsupported protocol\n1700000000: Client <unknown> disconnected: Protocol error.\n',
    'log-tls-version',
  ],
  [
    'a client without a certificate',
    '1700000000: New connection from 192.0.2.8:50122 on port 8883.\n1700000000: OpenSSL Error[0]: error:0A0000C7:SSL routines::peer did not return a certificate\n1700000000: Client <unknown> disconnected: Protocol error.\n',
    'log-client-certificate',
  ],
]

const CASES = LOGS.map(([title, log, cause, word = '']) => ({ title, log, cause, word }))

it.each(CASES)('$title', ({ log, cause, word }) => {
  const [first] = explainLog(log)
  expect(first?.cause ?? null).toBe(cause)
  expect(first?.message.en ?? '').toContain(word)
})
