import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'

/** `### title :: first cause, or nothing :: word of its message`, and the log below it. */
const SCENES = readFileSync(new URL('./field/scenes.txt', import.meta.url), 'utf8')
  .split(/^### /m)
  .slice(1)
  .map((block) => {
    const end = block.indexOf('\n')
    const [title = '', cause = '', word = ''] = block.slice(0, end).split(' :: ')
    return { title, cause, word, log: block.slice(end + 1) }
  })

describe('logs of the field', () => {
  it.each(SCENES)('$title: $cause', ({ log, cause, word }) => {
    const [first] = explainLog(log)
    expect(first?.cause ?? 'nothing').toBe(cause)
    expect(first?.message.en ?? '').toContain(word)
  })

  it('say the same in colours whose escapes got lost, as logs of Compose are copied', () => {
    const scenes = SCENES.filter(({ log }) => log.split('\n').every((line) => line === '' || /^\d{10}: /.test(line)))
    expect(scenes.length).toBeGreaterThan(40)
    for (const { title, log, cause } of scenes) {
      const coloured = log.trimEnd().replaceAll(/^/gm, '[36mmosquitto-1  | [0m')
      expect([title, explainLog(coloured)[0]?.cause ?? 'nothing']).toEqual([title, cause])
    }
  })
})

const causesOf = (text: string) => explainLog(text).map(({ cause }) => cause)

it('counts a failure as of now where it came back after a start that succeeded', () => {
  const failed = [
    'mosquitto version 2.0.22 starting',
    'Opening ipv4 listen socket on port 1883.',
    'Error: Address already in use',
  ]
  const ran = ['mosquitto version 2.0.22 starting', 'mosquitto version 2.0.22 running']
  const text = (lines: readonly string[]) => lines.map((line) => `1700000000: ${line}`).join('\n')
  const [now] = explainLog(text([...failed, ...ran, ...failed, 'Client a disconnected, not authorised.']))
  expect(now?.cause).toBe('log-address-in-use')
  expect(now?.message.en).not.toContain('later start')
  const [before] = explainLog(text([...failed, ...ran]))
  expect(before?.message.en).toContain('A later start succeeded.')
})

it('finds lines of the broker behind a form that is not known, but not in the words of a client', () => {
  expect(causesOf('x{pod="mqtt-0"} 1700000000: Client a disconnected, not authorised.')).toEqual(['log-not-authorised'])
  const topic =
    "1700000000: Received PUBLISH from a (d0, q0, r0, m0, 'x 1700000000: Error: Out of memory.', ... (2 bytes))"
  expect(causesOf(topic)).toEqual([])
  expect(
    causesOf(`Received PUBLISH from a (d0, q0, r0, m0, 'x 1700000000: Error: Out of memory.', ... (2 bytes))`),
  ).toEqual([])
})

it('tells a file that cannot be loaded once, whatever OpenSSL says of it in how many lines', () => {
  const scenes = SCENES.filter(({ title }) => /^(?:list of revocations|key with a passphrase and)/.test(title))
  expect(scenes.map(({ log }) => causesOf(log).length)).toEqual([1, 1])
})

it('tells a client that speaks MQTT from what is none', () => {
  const fix = (line: string) => explainLog(`1700000000: ${line}\n`)[0]?.fix.en ?? ''
  expect(fix('Client gw-1 disconnected due to protocol error.')).toContain('gw-1 got as far as its name')
  for (const nobody of ['<unknown>', '192.0.2.9'])
    expect(fix(`Client ${nobody} disconnected due to protocol error.`)).toMatch(/^Without a name it is TLS/)
})

it('tells an end by TLS once, whether the client has said its name or not', () => {
  const ssl = 'OpenSSL Error[0]: error:0A000119:SSL routines::decryption failed or bad record mac'
  for (const client of ['esp-3', '<unknown>']) {
    const lines = [ssl, `Client ${client} disconnected: Protocol error.`]
    expect(causesOf(lines.map((line) => `1700000000: ${line}`).join('\n'))).toEqual(['log-tls-failed'])
  }
})
