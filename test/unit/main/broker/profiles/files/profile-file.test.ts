import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProfileFile } from '../../../../../../main/broker/profiles/files/profile-file.ts'
import { skimmerFor } from '../../../../../../main/broker/profiles/files/without-messages.ts'
import { lines, newId, read, words } from './reading.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-large-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string | Buffer): Promise<Awaited<ReturnType<typeof readProfileFile>>> {
  const path = join(folder, 'export')
  writeFileSync(path, content)
  return readProfileFile(path, newId)
}

const CONNECTION = { clientId: 'a', name: 'Plant', host: 'b.example', port: 8883, protocol: 'mqtts', username: 'u' }
const LINE = 'b.example 8883 tls u/p"messages":[]'
const PASSWORD = 'p"messages":[]'
const payload = `{"messages": ["${'x'.repeat(200)}"], "a": "</messages><messages> \\" , é密"}`
const message = { createAt: '2024', payload, topic: 'a/b', qos: 0 }
const MESSAGES = Array.from({ length: 18_000 }, () => message)
const BEHIND = { subscriptions: [{ topic: 'a' }], path: '/mqtt' }

const yamlMessages = MESSAGES.map((one) => `    - payload: ${JSON.stringify(one.payload)}\n      topic: a/b\n`).join('')
const xmlText = payload.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('an export beyond four megabytes is taken over without its messages', () => {
  it.each([
    ['JSON', JSON.stringify([{ ...CONNECTION, password: PASSWORD, messages: MESSAGES, ...BEHIND }], null, 2)],
    ['JSON on one line', JSON.stringify({ ...CONNECTION, messages: MESSAGES, password: PASSWORD })],
    [
      'YAML',
      `- clientId: a\n  host: b.example\n  port: 8883\n  messages:\n${yamlMessages}  protocol: mqtts\n  username: u\n  password: ${JSON.stringify(PASSWORD)}\n`,
    ],
    [
      'XML',
      `<root>\n<oneConnection><clientId>a</clientId>${`<messages><payload>${xmlText}</payload></messages>`.repeat(18_000)}<host>b.example</host><port>8883</port><ssl>true</ssl><username>u</username><password>${PASSWORD}</password></oneConnection></root>`,
    ],
    [
      'CSV',
      `"clientId","host","messages","port","ssl","username","password"\n"a","b.example",${csvCell(JSON.stringify(MESSAGES))},"8883","true","u",${csvCell(PASSWORD)}\n`,
    ],
  ])('%s', async (_name, content) => {
    expect(content.length).toBeGreaterThan(4_000_000)
    const result = await file(content)
    expect(lines(result)).toEqual([LINE])
    expect(words(result)).toMatch(/messages in it were skipped/)
  })

  it('in UTF-16 too', async () => {
    const content = `\ufeff${JSON.stringify([{ ...CONNECTION, password: PASSWORD, messages: MESSAGES }])}`
    expect(lines(await file(Buffer.from(content, 'utf16le')))).toEqual([LINE])
  })

  it('and one that is large besides is told as such, not as a fault of the disk', async () => {
    const result = await file(JSON.stringify([{ ...CONNECTION, name: 'x'.repeat(5_000_000) }]))
    expect(result.profiles).toEqual([])
    expect(words(result)).toMatch(/too large/)
    await expect(file('x=y\n'.repeat(1_500_000))).rejects.toMatchObject({ code: 'PROFILE_FILE_INVALID' })
    await expect(file(Buffer.alloc(5_000_000, 0xff))).rejects.toMatchObject({ code: 'PROFILE_FILE_INVALID' })
  })
})

it('leaves the same connections of an export, wherever it is cut into pieces', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 12 })
  const anyMessage = fc.record({ payload: anyText, messages: fc.array(anyText, { maxLength: 2 }), qos: fc.integer() })
  const list = fc.array(
    fc.record({
      messages: fc.oneof(fc.array(anyMessage, { maxLength: 3 }), fc.constant(null), anyText),
      password: anyText,
      name: anyText,
    }),
    { minLength: 1, maxLength: 3 },
  )
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 2), (entries, size, indent) => {
      const all = entries.map((entry) => ({ ...CONNECTION, ...entry }))
      const text = JSON.stringify(all, null, indent)
      const skimmer = skimmerFor(text)
      let kept = ''
      for (let at = 0; at < text.length; at += size) kept += skimmer?.push(text.slice(at, at + size)) ?? ''
      kept += skimmer?.end() ?? ''
      expect(JSON.parse(kept)).toEqual(all.map((entry) => ({ ...entry, messages: null })))
      expect(lines(read(kept))).toEqual(lines(read(text)))
    }),
  )
})

it('says which encoding a file had, where it is not UTF-8', async () => {
  const text = 'MQTT_HOST=192.0.2.20\nMQTT_USER=a\nMQTT_PASS=b\n'
  expect(words(await file(Buffer.from(`\ufeff${text}`, 'utf16le')))).toMatch(/UTF-16/)
  const gbk = Buffer.concat([Buffer.from('# '), Buffer.from([0xc3, 0xdc, 0xc2, 0xeb]), Buffer.from(`\n${text}`)])
  expect(words(await file(gbk))).toMatch(/GBK/)
  await expect(readProfileFile(join(folder, 'missing'), newId)).rejects.toMatchObject({ code: 'DISK_FAILED' })
})
