import { describe, expect, it } from 'vitest'
import { lines, read, readData, words } from './reading.ts'

const MQTTX = {
  clientId: 'mqttx_1',
  name: 'Plant',
  protocol: 'mqtt',
  host: 'b.example',
  port: 1883,
  ssl: false,
  username: '',
  password: '',
  path: '/mqtt',
}
const EXPLORER = {
  certValidation: true,
  clientId: 'mqtt-explorer-1',
  encryption: false,
  host: 'b.example',
  id: 'x',
  name: 'Plant',
  port: 1883,
  protocol: 'mqtt',
  subscriptions: ['#'],
  type: 'mqtt',
}

describe('MQTTX', () => {
  it.each(['mqttx.yaml', 'mqttx.xml', 'mqttx-1.5.csv'])('%s is read as its JSON is', (name) => {
    const file = readData(name)
    expect(lines(file)).toEqual(['192.0.2.20 8883 tls operator/example-password'])
    expect(file.profiles[0]?.profile.name).toBe('Plant 1')
    expect(words(file)).toMatch(/kept as paths/)
  })

  it('keeps the protocol that is asked for by ALPN, of a list the first', () => {
    const alpnOf = (change: object) => read([{ ...MQTTX, ssl: true, port: 443, ...change }]).profiles[0]?.profile.alpn
    expect(alpnOf({ ALPNProtocols: 'x-amzn-mqtt-ca, mqtt' })).toBe('x-amzn-mqtt-ca')
    expect(alpnOf({ ALPNProtocols: ['mqtt'] })).toBe('mqtt')
    expect(alpnOf({ ALPNProtocols: 'no good' })).toBeNull()
    expect(alpnOf({ ALPNProtocols: 'mqtt', ssl: false })).toBeNull()
  })

  it('names the entries that cannot be taken over', () => {
    const file = readData('mqttx-one-good-two-bad.json')
    expect(lines(file)).toEqual(['192.0.2.20 8883 tls operator/example-password'])
    expect(file.refused.map(({ label }) => label)).toEqual(['Plant 3', 'Plant 4'])
    expect(words(file)).toMatch(/Plant 3: It has no host\.\nPlant 4: It has no port\./)
  })

  it.each([
    [{}, 'b.example 1883 anonymous'],
    [{ protocol: undefined, ssl: true, port: 8883 }, 'b.example 8883 tls'],
    [{ protocol: 'mqtts' }, 'b.example 1883 tls'],
    [{ protocol: 'mqtts://' }, 'b.example 1883 tls'],
    [{ protocol: 'wss', ssl: true, port: 8084 }, 'b.example 8084 tls websocket /mqtt'],
    [{ protocol: 'ws', port: '8083' }, 'b.example 8083 anonymous websocket /mqtt'],
    [{ host: 'mqtts://b.example', port: 8883 }, 'b.example 8883 tls'],
    [{ host: 'ws://b.example:9001/ws', path: '' }, 'b.example 9001 anonymous websocket /ws'],
    [{ username: 'u' }, 'b.example 1883 password u/undefined'],
    [{ password: 'p' }, 'b.example 1883 password null/p'],
    [{ username: 17, password: 12345 }, 'b.example 1883 password 17/12345'],
    [{ ssl: 'true', cert: '/c.pem', key: '/k.pem' }, 'b.example 1883 mtls'],
    [{ ssl: true, key: '/k.pem' }, 'b.example 1883 mtls'],
  ])('with %j is %s', (change, line) => {
    expect(lines(read([{ ...MQTTX, ...change }]))).toEqual([line])
  })

  it('keeps connections in folders, which are none themselves', () => {
    const folder = { id: 'f', name: 'Folder', isCollection: true, children: [{ ...MQTTX, name: 'Inside' }] }
    expect(read([folder, MQTTX]).profiles.map(({ profile }) => profile.name)).toEqual(['Inside', 'Plant'])
  })

  it.each([
    [{ port: 0 }, /port/],
    [{ port: 70_000 }, /port/],
    [{ port: '' }, /no port/],
    [{ host: '  ' }, /no host/],
    [{ host: 'http://b.example' }, /scheme/],
    [{ username: 'a\u0000b' }, /user name/],
    [{ password: 'x'.repeat(5_000) }, /password/],
  ])('with %j is refused with the reason, and others are not', (change, reason) => {
    const file = read([{ ...MQTTX, name: 'Wrong', ...change }, MQTTX])
    expect(lines(file)).toEqual(['b.example 1883 anonymous'])
    expect(file.refused.map(({ label }) => label)).toEqual(['Wrong'])
    expect(words(file)).toMatch(reason)
  })

  it('reads XML with its escapes, and no entity that the file defines', () => {
    const xml = (password: string, head = '') =>
      `<?xml version="1.0"?>${head}\n<root><oneConnection><clientId>a</clientId><host>b.example</host><port>1883</port><username>u</username><password>${password}</password></oneConnection></root>`
    expect(lines(read(xml('a&amp;b&lt;&#99;<![CDATA[<d>]]>')))).toEqual(['b.example 1883 password u/a&b<c<d>'])
    expect(() => read(xml('&x;', '<!DOCTYPE root [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toThrow()
  })

  it('reads XML of one connection without its own element, and of several', () => {
    const one = '<clientId>a</clientId><host>a.example</host><port>1883</port><ssl>TRUE</ssl>'
    const two = '<clientId>b</clientId><host>b.example</host><port>1884</port><messages><payload>x</payload></messages>'
    expect(lines(read(`<root>${one}</root>`))).toEqual(['a.example 1883 tls'])
    const both = `<root><oneConnection>${one}</oneConnection><oneConnection>${two}</oneConnection></root>`
    expect(lines(read(both))).toEqual(['a.example 1883 tls', 'b.example 1884 anonymous'])
  })

  it('reads YAML passwords as they were typed', () => {
    for (const password of ['0123', '1e3', "'null'", 'yes', '"a: b"', '0x1F', '1_000']) {
      const yaml = `- clientId: a\n  host: b.example\n  port: 1883\n  username: u\n  password: ${password}\n`
      expect(lines(read(yaml))).toEqual([`b.example 1883 password u/${password.replace(/["']/g, '')}`])
    }
  })

  it('reads CSV in every quoting', () => {
    const csv =
      'clientId,name,host,port,username,password,ssl,mqttVersion\r\na,Plant,b.example,1883,u,"a,""b""",true,"=""5.0"""\r\n'
    expect(lines(read(csv))).toEqual(['b.example 1883 tls u/a,"b"'])
  })

  it('says where an export holds messages, or is a workbook', () => {
    expect(words(read('createAt,out,payload,qos,retain,topic\n2024,true,{},0,false,a/b\n'))).toMatch(/as JSON/)
    expect(words(read('PK\u0003\u0004…'))).toMatch(/as JSON/)
  })
})

describe('MQTT Explorer', () => {
  it('of 0.3 is read, though it writes no version', () => {
    expect(lines(readData('mqtt-explorer-0.3.5-settings.json'))).toEqual([
      '192.0.2.20 1883 password operator/example-password',
    ])
  })

  it.each([
    [{ configVersion: 1 }, 'b.example 1883 anonymous'],
    [{ encryption: true, port: 8883 }, 'b.example 8883 tls'],
    [{ protocol: 'ws', basePath: 'ws', port: 9001 }, 'b.example 9001 anonymous websocket /ws'],
    [{ protocol: 'ws', encryption: true, port: 443 }, 'b.example 443 tls websocket null'],
    [{ username: 'u', password: 'p' }, 'b.example 1883 password u/p'],
    [{ password: 'p' }, 'b.example 1883 password null/p'],
    [{ host: 'mqtts://b.example' }, 'b.example 1883 tls'],
  ])('with %j is %s', (change, line) => {
    const entry = { ...EXPLORER, ...change }
    expect(lines(read({ ConnectionManager_connections: { x: entry }, Settings: {} }))).toEqual([line])
    expect(lines(read({ x: entry }))).toEqual([line])
  })

  it('of the time before, with one connection alone, is read', () => {
    const legacy = {
      host: 'b.example',
      protocol: 'tcp://',
      port: 8883,
      tls: true,
      certValidation: false,
      clientId: 'a',
      username: 'u',
      password: 'p',
    }
    expect(lines(read(legacy))).toEqual(['b.example 8883 tls u/p'])
    expect(lines(read({ connectionSettings: { ...legacy, protocol: 'ws://' } }))).toEqual([
      'b.example 8883 tls websocket null u/p',
    ])
    expect(words(read(legacy))).toMatch(/did not verify/)
  })

  it('names an entry of another kind, or with a file that is no certificate', () => {
    const file = read({
      ConnectionManager_connections: { a: EXPLORER, b: { ...EXPLORER, name: 'Other', type: 'kafka' }, c: null },
    })
    expect(file.refused.map(({ label }) => label)).toEqual(['Other', '#3'])
    const broken = { ...EXPLORER, encryption: true, selfSignedCertificate: { name: 'ca', data: 'AAAA' } }
    expect(words(read({ x: broken }))).toMatch(/certificate in the file cannot be read/)
  })
})

it('says why an export of a newer Waypost is not taken over', () => {
  const profile = { name: 'Plant', host: 'b.example', port: 1883, security: 'tls', shape: 'round' }
  expect(words(read({ waypostProfile: profile }))).toMatch(/Plant: .*newer version/)
})
