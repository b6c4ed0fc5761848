import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDotenv } from '../../../../../../main/broker/profiles/files/dotenv.ts'
import { envFile } from '../../../../../../main/shared/env-file.ts'
import { threadMs } from '../../../../../support/thread-time.ts'
import { dataPath } from './reading.ts'

interface Case {
  readonly text: string
  readonly expected: Readonly<Record<string, string | null>>
}

/** Texts with what python-dotenv 1.2.2 reads of each, from a file, with no variable set. */
const CASES: readonly Case[] = JSON.parse(readFileSync(dataPath('python-dotenv.json'), 'utf8'))

it('has at least fifty-three texts to compare', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(53)
})

it.each(CASES)('reads $text as python-dotenv does', ({ text, expected }) => {
  expect([...readDotenv(text).values].sort()).toEqual(Object.entries(expected).sort())
})

describe('a variable that the file does not set', () => {
  it('is named, unless it has a default', () => {
    const { values, missing } = readDotenv(`A=\${HOME_IP}:\${PORT:-1883}\nB=x\nC=\${B}\${D}\n`)
    expect(values.get('A')).toBe(':1883')
    expect(missing.get('A')).toEqual(['HOME_IP'])
    expect(missing.get('B')).toEqual([])
    expect(missing.get('C')).toEqual(['D'])
  })

  it('is never taken from the environment of this program', () => {
    expect(readDotenv(`A=\${PATH}\n`).values.get('A')).toBe('')
  })
})

it('names the lines that cannot be read', () => {
  expect(readDotenv('A=b\nnot good = = x y\n=c\nB="open\n').badLines).toEqual([2, 3, 4])
})

it('gives back every value that was written, the ones too that python-dotenv has no escape for', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(`\${`, `\${A}`, '\\', "'", '"', '}', '${:-', '#'),
  )
  const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replace(/[\r\n\0]/g, ''))
  fc.assert(
    fc.property(value, value, (A, B) => {
      expect(Object.fromEntries(readDotenv(envFile({ A, B, C: "it's" })).values)).toEqual({ A, B, C: "it's" })
    }),
  )
})

// Catches: values that refer to each other twofold, each of which doubles what the one before it holds.
it.each([
  ['values that double', `A=${'x'.repeat(100)}\n${`A=\${A}\${A}\n`.repeat(60)}`],
  ['open references', `A=${'${'.repeat(40_000)}`],
  ['references without an end', `A=${'${a:x'.repeat(40_000)}}`],
  ['open quotes', "A='\\'\n".repeat(20_000)],
  ['bad lines', '=\n'.repeat(60_000)],
])('reads %s in linear time', (_name, text) => {
  const started = threadMs()
  readDotenv(text)
  expect(threadMs() - started).toBeLessThan(1_000)
})
