import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'
import { readLogEnd } from '../../../../../main/broker/log/reading/read-log-end.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const WELL = '1700000000: New connection from 192.0.2.7:50000 on port 1883.\n'
const REFUSED = '1700000001: Client <unknown> disconnected, not authorised.\n'

async function explained(content: string | Uint8Array) {
  const path = join(folder, 'mosquitto.log')
  writeFileSync(path, content)
  const read: number[] = []
  const end = await readLogEnd(path, { onProgress: (progress) => read.push(progress.read / progress.total) })
  return { ...end, read, causes: explainLog(end.text).map(({ cause }) => cause) }
}

const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
const MARK_LE = Buffer.from([0xff, 0xfe])
const MARK_BE = Buffer.from([0xfe, 0xff])
// "Error: " and the words of a Chinese Windows for "access is denied", in GBK.
const GBK = Buffer.concat([
  Buffer.from('1700000000: Opening ipv4 listen socket on port 80.\r\n1700000000: Error: ', 'latin1'),
  Buffer.from([0xbe, 0xdc, 0xbe, 0xf8, 0xb7, 0xc3, 0xce, 0xca, 0xa1, 0xa3]),
  Buffer.from('\r\n', 'latin1'),
])

it('unpacks a log that logrotate packed, and keeps its end', async () => {
  expect(await explained(gzipSync(WELL + REFUSED))).toMatchObject({ causes: ['log-not-authorised'], isCut: false })
  const path = join(folder, 'mosquitto.log.1.gz')
  writeFileSync(path, gzipSync(WELL.repeat(5_000) + REFUSED))
  const end = await readLogEnd(path, { endBytes: 10_000 })
  expect([end.isCut, end.text.length < 10_001, end.text.startsWith(WELL), end.text.endsWith(REFUSED)]).toEqual([
    true,
    true,
    true,
    true,
  ])
})

it('reads what can be unpacked of a log that is cut off, and rejects what is none', async () => {
  const packed = gzipSync(REFUSED.repeat(20_000))
  expect((await explained(packed.subarray(0, packed.length - 20))).causes).toEqual(['log-not-authorised'])
  await expect(explained(Buffer.from([0x1f, 0x8b, 0x08, 1, 2, 3]))).rejects.toThrow()
})

it('says that a file is no log of a broker, instead of that all is well', async () => {
  for (const content of [
    'hello world\nfoo\n',
    'PK\u0003\u0004\u0000\u0000',
    '{"a":1}\n',
    '192.0.2.1 - - "GET / HTTP/1.1" 200\n',
  ])
    expect([content, (await explained(content)).causes]).toEqual([content, ['log-not-of-broker']])
  for (const content of ['', '\n \n', '\ufeff', utf16('\ufeff\r\n'), gzipSync('')])
    expect((await explained(content)).causes).toEqual(['log-empty'])
  for (const content of [WELL, 'mosquitto version 2.0.18 running\n'])
    expect([content, (await explained(content)).causes]).toEqual([content, []])
})

it.each([
  ['UTF-8', Buffer.from(REFUSED)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${REFUSED}`)],
  ['UTF-16 with a mark', Buffer.concat([MARK_LE, utf16(REFUSED)])],
  ['UTF-16 without one', utf16(REFUSED)],
  ['big-endian UTF-16 with a mark', Buffer.concat([MARK_BE, utf16(REFUSED, true)])],
  ['big-endian UTF-16 without one', utf16(REFUSED, true)],
])('reads %s', async (_encoding, bytes) => {
  expect((await explained(bytes)).causes).toEqual(['log-not-authorised'])
})

it('reads GBK', async () => {
  expect((await explained(GBK)).causes).toEqual(['log-port-forbidden'])
})

it('takes a line of UTF-8 that was cut within a letter for no GBK', async () => {
  const cut = Buffer.concat([Buffer.from('客户端 客户端\n'), Buffer.from('设备').subarray(0, 4), Buffer.from('\n')])
  expect((await explained(cut)).text).toContain('客户端 客户端')
})

it('explains the end of a log larger than what it reads, and tells how far it is', async () => {
  const { causes, isCut, size, read, text } = await explained(WELL.repeat(80_000) + REFUSED)
  expect(causes).toEqual(['log-not-authorised'])
  expect(isCut).toBe(true)
  expect(size).toBeGreaterThan(4_000_000)
  expect(text.startsWith('1700000000: New')).toBe(true)
  expect(read.length).toBeGreaterThan(3)
  expect(read.at(-1)).toBe(1)
  expect([...read].sort((left, right) => left - right)).toEqual(read)
})

it.each([
  ['a mark', MARK_LE],
  ['no mark', Buffer.alloc(0)],
])('explains the end of a large log in UTF-16 with %s', async (_mark, mark) => {
  const { causes, isCut } = await explained(Buffer.concat([mark, utf16(WELL.repeat(40_000) + REFUSED)]))
  expect(isCut).toBe(true)
  expect(causes).toEqual(['log-not-authorised'])
})

it('reads an empty log, and says what the system says of one that is not there', async () => {
  expect((await explained('')).causes).toEqual(['log-empty'])
  await expect(readLogEnd(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' })
})
