import { describe, expect, it } from 'vitest'
import { lines, read, readBytes, readData, words } from './reading.ts'

const HOST = 'MQTT_HOST=192.0.2.20\n'

describe('files of the field', () => {
  it.each([
    ['user-pass-names.env', '192.0.2.20 1883 password tabbie/example-password'],
    ['host-url.env', 'broker.example.local 1883 password operator/example-password'],
    ['mqtts-url.env', 'broker.example.org 8883 tls operator/example-password'],
    ['use-tls.env', '192.0.2.20 8884 tls fog_user/example-password'],
    ['interpolation.env', '192.0.2.20 1883 password operator/a$b192.0.2.20c'],
    ['powershell-utf16.env', '192.0.2.20 1883 password operator/example-password'],
    ['executor-hash-comments.json.txt', '192.0.2.20 1883 password mqtt_user/example-password'],
  ])('%s', (name, line) => {
    expect(lines(readData(name))).toEqual([line])
  })

  it('say that a CA which is only named has to be loaded', () => {
    expect(words(readData('use-tls.env'))).toMatch(/load the CA/)
  })
})

describe('names of variables', () => {
  it.each([
    ['MQTT_BROKER=192.0.2.1\nMQTT_USER=a\nMQTT_PASS=b', '192.0.2.1 1883 password a/b'],
    ['MQTT_SERVER=192.0.2.1\nMQTT_BROKER_PORT=1884\nMQTT_USER=a\nMQTT_PASSWD=b', '192.0.2.1 1884 password a/b'],
    ['MQTT_BROKER_HOST=b.example\nMQTT_BROKER_USERNAME=a\nMQTT_BROKER_PASSWORD=b', 'b.example 1883 password a/b'],
    ['MQTT_BROKER_URL=mqtt://a:b@b.example:1884', 'b.example 1884 password a/b'],
    ['MQTT_URL=mqtts://b.example', 'b.example 8883 tls'],
    ['MQTT_URI=ssl://b.example:8884\nMQTT_USER=a\nMQTT_PASSWORD=b', 'b.example 8884 tls a/b'],
    ['MQTT_BROKER_ADDRESS=tcp://b.example:1885', 'b.example 1885 anonymous'],
    ['BROKER_HOST=b.example\nBROKER_PORT=1886', 'b.example 1886 anonymous'],
    ['MOSQUITTO_HOST=b.example\nMOSQUITTO_USERNAME=a\nMOSQUITTO_PASSWORD=b', 'b.example 1883 password a/b'],
    ['MQTT_HOST=b.example\nMOSQUITTO_USER=a\nMOSQUITTO_PASS=b', 'b.example 1883 password a/b'],
    [
      'RPI_EXECUTOR_MQTT_HOST=b.example\nRPI_EXECUTOR_MQTT_USERNAME=a\nRPI_EXECUTOR_MQTT_PASSWORD=b',
      'b.example 1883 password a/b',
    ],
    [
      'ZIGBEE2MQTT_CONFIG_MQTT_SERVER=mqtt://b.example\nZIGBEE2MQTT_CONFIG_MQTT_USER=a\nZIGBEE2MQTT_CONFIG_MQTT_PASSWORD=b',
      'b.example 1883 password a/b',
    ],
    ['VITE_MQTT_BROKER_URL=wss://b.example:8084/mqtt', 'b.example 8084 tls websocket /mqtt'],
    ['MQTT_WS_URL=ws://b.example/mqtt', 'b.example 80 anonymous websocket /mqtt'],
    ['MQTT_ENDPOINT=b.example:1887', 'b.example 1887 anonymous'],
    ['mqtt_host=b.example\nmqtt_user=a\nmqtt_pass=b', 'b.example 1883 password a/b'],
    ['HOST_MQTT=b.example\nUSER_MQTT=a\nPASSWORD_MQTT=b', 'b.example 1883 password a/b'],
    ['MQTT_IP=192.0.2.9\nMQTT_AUTH_USER=a\nMQTT_AUTH_PASSWORD=b', '192.0.2.9 1883 password a/b'],
    ['MQTT_HOST=b.example\nMQTT_PROTOCOL=mqtts', 'b.example 8883 tls'],
    [
      'MQTT_HOST=b.example\nMQTT_TRANSPORT=websockets\nMQTT_PORT=9001\nMQTT_WS_PATH=/ws',
      'b.example 9001 anonymous websocket /ws',
    ],
    ['MQTT_HOST=[2001:db8::1]:1884', '2001:db8::1 1884 anonymous'],
    ['MQTT_HOST=2001:db8::1', '2001:db8::1 1883 anonymous'],
    ['MQTT_URL=mqtt://user%40site:p%3Aw@b.example', 'b.example 1883 password user@site/p:w'],
    ['MQTT_URL=mqtt://a:p/w#1@b.example', 'b.example 1883 password a/p/w#1'],
    ['MQTT_URL=mqtt://a@b.example\nMQTT_PASSWORD=b', 'b.example 1883 password a/b'],
    ['MQTTS_HOST=b.example', 'b.example 8883 tls'],
    ['MQTTHOST=b.example\nMQTTUSER=a\nMQTTPASSWORD=b', 'b.example 1883 password a/b'],
    ['MQTT_SERVERS=ssl://a.example:8884,ssl://b.example:8884', 'a.example 8884 tls'],
  ])('%s', (text, line) => {
    expect(lines(read(`${text}\n`))).toEqual([line])
  })

  it.each([
    'DB_HOST=x\nDB_USER=y\n',
    'KAFKA_BROKER=k:9092\n',
    'CELERY_BROKER_URL=redis://r\n',
    'HOST=0.0.0.0\nPORT=3000\n',
  ])('are not sought in those of others: %s', (text) => {
    expect(() => read(text)).toThrow('PROFILE_FILE_INVALID')
  })

  it('of two brokers make two connections, each with its own login', () => {
    const text =
      'MQTT_LOCAL_HOST=a.example\nMQTT_LOCAL_USER=a\nMQTT_LOCAL_PASSWORD=1\nMQTT_CLOUD_URL=mqtts://b.example\nMQTT_CLOUD_USER=b\n'
    const file = read(text)
    expect(lines(file)).toEqual(['a.example 1883 password a/1', 'b.example 8883 tls b/undefined'])
    expect(words(file)).toMatch(/user name, but no password/)
  })

  it('that a connection has no place for are named, and values are not', () => {
    const said = words(read(`${HOST}MQTT_TOPIC=secret/topic\nMQTT_QOS=1\nMQTT_CLIENT_ID=x\n`))
    expect(said).toMatch(/no such field: MQTT_TOPIC, MQTT_QOS/)
    expect(said).toMatch(/client id of that program \(MQTT_CLIENT_ID\) was not imported/)
    expect(said).not.toContain('secret')
  })
})

describe('TLS that a source asks for is TLS', () => {
  it.each([
    'MQTT_TLS=true',
    'MQTT_TLS=1',
    'MQTT_SSL=yes',
    'MQTT_USE_SSL=on',
    'MQTT_TLS_ENABLED=TRUE',
    'MQTT_ENABLE_TLS=y',
    'MQTT_SECURE=true',
    'MQTT_USE_MQTTS=true',
    'MQTT_DISABLE_TLS=false',
    'MQTT_TLS=tlsv1.2',
    `MQTT_TLS=\${UNKNOWN}`,
    'MQTT_TLS_VERSION=1.2',
    'MQTT_CA_CERT=/etc/ca.crt',
    'MQTT_TLS_CA_FILE=/etc/ca.crt',
    'MQTT_ROOT_CA=ca.pem',
    'MQTT_CLIENT_CERT=c.pem\nMQTT_CLIENT_KEY=k.pem',
    'MQTT_TLS_INSECURE=true',
    'MQTT_TLS_VERIFY=false',
    'MQTT_REJECT_UNAUTHORIZED=false',
    'MQTT_PORT=8883',
    'MQTT_TLS_PORT=8883',
    'MQTTS_PORT=8883',
    'MQTTS=true',
    'MQTT_SCHEME=ssl',
    'MQTT_TLS_SNI=b.example',
  ])('%s', (setting) => {
    const [imported] = read(`${HOST}MQTT_USER=a\nMQTT_PASSWORD=b\n${setting}\n`).profiles
    expect(imported?.profile.security).toMatch(/^m?tls$/)
  })

  it.each([
    'MQTT_TLS=false',
    'MQTT_TLS=0',
    'MQTT_USE_TLS=no',
    'MQTT_TLS=',
    'MQTT_NO_TLS=true',
    'MQTT_CA_CERT=',
    'MQTT_TLS_INSECURE=false',
  ])('and none is none: %s', (setting) => {
    expect(lines(read(`${HOST}${setting}\n`))).toEqual(['192.0.2.20 1883 anonymous'])
  })

  it('even where an address of a plain scheme stands beside it', () => {
    expect(lines(read('MQTT_URL=mqtt://b.example\nMQTT_TLS=true\n'))).toEqual(['b.example 8883 tls'])
    expect(lines(read('MQTT_URL=mqtts://b.example\nMQTT_TLS=false\n'))).toEqual(['b.example 8883 tls'])
    expect(lines(read('MQTT_HOST=b.example\nMQTT_URL=mqtts://b.example\n'))).toEqual(['b.example 8883 tls'])
  })

  it('and certificates that stand in the file are taken over, those that are named are asked for', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----'
    const [imported] = read(`${HOST}MQTT_CA="${pem}"\n`).profiles
    expect(imported?.profile).toMatchObject({ security: 'tls', ca: pem })
    expect(words(read(`${HOST}MQTT_CA=/ca.pem\nMQTT_TLS_VERIFY=no\n`))).toMatch(/load the CA.*did not verify/s)
    expect(words(read(`${HOST}MQTT_CA=/ca.pem\nMQTT_TLS=off\n`))).toMatch(/switched off/)
  })
})

describe('a login is a login', () => {
  it.each([
    ['MQTT_USER=a', 'a/undefined', /no password/],
    ['MQTT_PASSWORD=b', 'null/b', /no user name/],
    ['MQTT_PASSWORD_FILE=/run/secrets/p', '', /another file/],
    ['MQTT_TOKEN=abc', '', /token/],
    [`MQTT_USER=a\nMQTT_PASSWORD=\${SECRET}`, 'a/undefined', /SECRET/],
    [`MQTT_USER=\${NAME}\nMQTT_PASSWORD=b`, 'null/b', /NAME/],
  ])('%s', (setting, login, said) => {
    const file = read(`${HOST}${setting}\n`)
    expect(lines(file)).toEqual([`192.0.2.20 1883 password${login && ` ${login}`}`])
    expect(words(file)).toMatch(said)
  })

  it('never goes with the address of another one', () => {
    const file = read('MQTT_URL=mqtt://a:1@b.example\nMQTT_USER=other\n')
    expect(lines(file)).toEqual(['b.example 1883 password other/undefined'])
    expect(words(file)).toMatch(/another user name/)
  })
})

describe('a connection that cannot be taken over is named, with the reason', () => {
  it.each([
    [`MQTT_HOST=\${SERVER_IP}`, /SERVER_IP/],
    [`MQTT_HOST=b.example\nMQTT_PORT=\${P}`, /MQTT_PORT needs .* P/],
    ['MQTT_HOST=b.example\nMQTT_PORT=abc', /port/],
    ['MQTT_HOST=b.example\nMQTT_PORT=70000', /port/],
    ['MQTT_URL=amqp://b.example', /scheme/],
    ['MQTT_URL=mqtt://', /no name and no address/],
  ])('%s', (text, said) => {
    const file = read(`${text}\n`)
    expect(file.profiles).toEqual([])
    expect(words(file)).toMatch(said)
  })

  it('and what was changed is said', () => {
    const several = read('MQTT_HOST=a.example,b.example:1884;[2001:db8::1]\nMQTT_PORT=1885\n')
    expect(words(several)).toMatch(/several hosts .* all were imported/)
    expect(several.profiles[0]?.profile.otherAddresses).toEqual([
      { host: 'b.example', port: 1884, serverName: null },
      { host: '2001:db8::1', port: 1885, serverName: null },
    ])
    expect(words(read('MQTT_URLS=mqtt://a.example,mqtts://b.example\n'))).toMatch(/not all were imported/)
    expect(lines(read('MQTT_HOST=a.example,\n'))).toEqual(['a.example 1883 anonymous'])
    expect(words(read('MQTT_URL=mqtt://a.example:1884\nMQTT_PORT=1883\n'))).toMatch(/another port/)
    expect(words(read(`${HOST}MQTT_KEEPALIVE=99999\n`))).toMatch(/keepalive/)
    expect(words(read(`${HOST}=broken\n`))).toMatch(/Lines that could not be read: 2/)
  })
})

describe('documents of other programs', () => {
  it.each([
    [
      '{"mqtt": {"host": "b.example", "port": 1884, "username": "a", "password": 123}}',
      'b.example 1884 password a/123',
    ],
    ['{"mqtt_host": "b.example", "mqtt_use_tls": true, "mqtt_user": "a", "mqtt_pass": "b"}', 'b.example 8883 tls a/b'],
    ['{"mqttBroker": "b.example", "username": "a", "password": "b", "port": 1885}', 'b.example 1885 password a/b'],
    ['// how\n{ /* x */ "mqtt_host": "b.example", // the Pi\n}', 'b.example 1883 anonymous'],
    [
      '{"mqtt_host": "b.example", "mqtt_password": "a#b//c/*d", "mqtt_username": "u",}',
      'b.example 1883 password u/a#b//c/*d',
    ],
    [
      'mqtt:\n  base_topic: zigbee2mqtt\n  server: mqtt://b.example\n  user: a\n  password: 0123\n',
      'b.example 1883 password a/0123',
    ],
    ['mqtt:\n  server: mqtt://b.example\n  tls: {ca: /ca.crt}\n', 'b.example 8883 tls'],
    [
      'mqtt:\n  broker: b.example\n  username: a\n  password: !secret mqtt_password\n',
      'b.example 1883 password a/undefined',
    ],
    [
      'services:\n  app:\n    environment:\n      - MQTT_HOST=b.example\n      - MQTT_USER=a\n      - MQTT_PASSWORD=b\n',
      'b.example 1883 password a/b',
    ],
  ])('%s', (text, line) => {
    expect(lines(read(text))).toEqual([line])
  })

  it('name the line from which JSON cannot be read', () => {
    expect(words(read('{\n "mqtt_host": "b.example",\n "mqtt_port" 1883\n}'))).toMatch(/line 3/)
  })

  it('name what stands elsewhere', () => {
    expect(words(read('mqtt:\n  broker: b.example\n  password: !secret mqtt_password\n'))).toMatch(/mqtt_password/)
    expect(words(read(`mqtt:\n  server: \${BROKER}\n`))).toMatch(/BROKER/)
  })
})

describe('encodings', () => {
  const text = 'MQTT_HOST=192.0.2.20\r\nMQTT_USERNAME=operator\r\nMQTT_PASSWORD=pä密\r\n'
  const utf16 = (bom: boolean, isBig: boolean) => {
    const bytes = Buffer.from(`${bom ? '\ufeff' : ''}${text}`, 'utf16le')
    return isBig ? bytes.swap16() : bytes
  }

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 of PowerShell', utf16(true, false)],
    ['UTF-16, big end first', utf16(true, true)],
    ['UTF-16 without a mark', utf16(false, false)],
    ['UTF-16 without a mark, big end first', utf16(false, true)],
  ])('%s is read', (_name, bytes) => {
    expect(lines(readBytes(bytes))).toEqual(['192.0.2.20 1883 password operator/pä密'])
  })

  // "密码" in GBK, in a comment and in a value.
  const gbk = [0xc3, 0xdc, 0xc2, 0xeb]
  const bytes = (head: string, tail: string) => Buffer.concat([Buffer.from(head), Buffer.from(gbk), Buffer.from(tail)])

  it('GBK in a comment does no harm', () => {
    expect(lines(readBytes(bytes('# ', '\nMQTT_HOST=192.0.2.20\nMQTT_USER=a\nMQTT_PASS=b\n')))).toEqual([
      '192.0.2.20 1883 password a/b',
    ])
  })

  it('of a password are never guessed', () => {
    const file = readBytes(bytes('MQTT_HOST=192.0.2.20\nMQTT_USER=a\nMQTT_PASS=', '\n'))
    expect(lines(file)).toEqual(['192.0.2.20 1883 password a/undefined'])
    expect(words(file)).toMatch(/password holds characters whose encoding/)
  })

  it('nor of a user name or a host', () => {
    const file = readBytes(bytes('MQTT_HOST=192.0.2.20\nMQTT_PASS=x\nMQTT_USER=', '\n'))
    expect(file.profiles[0]?.profile).toMatchObject({ username: null, security: 'password' })
    expect(readBytes(bytes('MQTT_HOST=', '\n')).profiles).toEqual([])
  })
})
