import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ProfileFile } from '../../../../../../main/broker/profiles/files/read-profiles.ts'
import { createAuthority } from '../../../../../support/brokers/certificates.ts'
import { lines, read, readBytes, words } from './reading.ts'

interface Everyday {
  readonly title: string
  readonly text?: string
  /** In place of a text: bytes that are none in UTF-8. */
  readonly b64?: string
  /** Null where the file is refused. */
  readonly connections: readonly string[] | null
  /** Words of a note that must be there; empty where none is needed. */
  readonly notes: string
}

/** Settings and source code as people have them at hand: what becomes of each. */
const FILES: readonly Everyday[] = readFileSync(new URL('./everyday.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

it.each(FILES)('$title', ({ text = '', b64, connections, notes }) => {
  let file: ProfileFile | null = null
  try {
    file = b64 === undefined ? read(text) : readBytes(Buffer.from(b64, 'base64'))
  } catch (error) {
    expect(error).toMatchObject({ code: 'PROFILE_FILE_INVALID' })
  }
  expect(file && lines(file)).toEqual(connections)
  expect(file === null ? '' : words(file)).toContain(notes)
  // Of the network, of a camera, or of another program.
  expect(JSON.stringify(file?.profiles ?? '')).not.toMatch(/wifi(?:pass|pw)|myWifi|campw|postgres/i)
})

it('takes a certificate that stands in the file, and tells where it was cut off', async () => {
  const { ca } = await createAuthority()
  const env = (pem: string) => read(`MQTT_HOST=broker.example\nMQTT_PORT=8883\nMQTT_CA="${pem}"\n`)
  for (const whole of [ca, ca.trim().replaceAll('\n', '\\n')]) {
    expect(env(whole).profiles[0]?.profile.ca?.trim()).toBe(ca.trim())
    expect(words(env(whole))).not.toContain('cannot be read')
  }
  const cut = ca.replace(/[^\n]{10}\n(?=-----END)/, '\n')
  expect(lines(env(cut))).toEqual(['broker.example 8883 tls'])
  expect(words(env(cut))).toContain('A certificate in the file cannot be read')
})
