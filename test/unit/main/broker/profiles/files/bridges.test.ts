import { describe, expect, it } from 'vitest'
import { read } from './reading.ts'

const profilesIn = (text: string) => read(text).profiles.map(({ profile }) => profile)

describe('a bridge of a mosquitto.conf', () => {
  it('keeps the name of its connection', () => {
    const text = 'connection up\naddress a.example:1883\n\nconnection side\naddress b.example:1883\n'
    expect(profilesIn(text).map(({ name }) => name)).toEqual(['up', 'side'])
  })

  it('takes 1883 where its address has no port, in TLS too', () => {
    const text = 'connection up\naddress a.example\nbridge_cafile /etc/ca.crt\n'
    expect(profilesIn(text)).toMatchObject([{ host: 'a.example', port: 1883, security: 'tls' }])
    expect(profilesIn('connection up\naddress fd00::5\n')).toMatchObject([{ host: 'fd00::5', port: 1883 }])
  })

  it('keeps the port of each further address', () => {
    const [profile] = profilesIn('connection up\naddresses a.example b.example:1884\n')
    expect(profile?.otherAddresses).toMatchObject([{ host: 'b.example', port: 1884 }])
  })

  it('keeps the protocol for ALPN, as command lines and variables do', () => {
    for (const text of [
      'connection up\naddress a.example:443\nbridge_alpn x-amzn-mqtt-ca\n',
      'mosquitto_sub -h a.example -p 443 --cafile ca.pem --tls-alpn x-amzn-mqtt-ca -t a',
      'MQTT_HOST=a.example\nMQTT_PORT=443\nMQTT_TLS_ALPN=x-amzn-mqtt-ca,mqtt\n',
      '{"mqtt": {"host": "a.example", "port": 443, "alpn_protocols": ["x-amzn-mqtt-ca"]}}',
    ])
      expect(profilesIn(text), text).toMatchObject([{ port: 443, alpn: 'x-amzn-mqtt-ca', security: 'tls' }])
  })
})

describe('a proxy', () => {
  it('is taken over without a login, and named with one', () => {
    const line = (proxy: string) => `mosquitto_sub -h a.example --proxy ${proxy} -t a`
    expect(profilesIn(line('socks5h://192.0.2.1:1080'))).toMatchObject([{ proxy: 'socks5://192.0.2.1:1080' }])
    const { profiles } = read(line('socks5h://op:secret@192.0.2.1:1080'))
    expect(profiles[0]?.profile.proxy).toBeNull()
    const said = profiles[0]?.notes.map(({ en }) => en).join(' ')
    expect(said).toMatch(/The proxy of the file \(--proxy\) was not imported/)
    expect(said).not.toContain('secret')
  })
})

describe('an export that is like one of MQTTX', () => {
  it.each([
    [{ tls: true }, 'tls'],
    [{ tls: { ca: 'a' } }, 'tls'],
    [{ secure: 'true' }, 'tls'],
    [{ useSSL: 1 }, 'tls'],
    [{ tls: false }, 'password'],
  ])('is in TLS by any name for it: %j', (fields, security) => {
    const text = JSON.stringify({
      clientId: 'a',
      host: 'a.example',
      port: 8884,
      username: 'u',
      password: 'p',
      ...fields,
    })
    expect(profilesIn(text)).toMatchObject([{ security }])
  })
})
