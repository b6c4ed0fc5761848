import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_OUTPUT, type Output } from '../../../../../main/commands/models.ts'
import {
  addOutput,
  MAX_STORED_BYTES,
  shownLimitBytes,
  showOutput,
} from '../../../../../main/commands/runs/output-text.ts'

const plain = (text: string) => ({ text, marks: [] })
const whole = (stdout: string, stderr = ''): Output =>
  addOutput(addOutput(NO_OUTPUT, 'stdout', stdout), 'stderr', stderr)

describe('showOutput', () => {
  it('never cuts a character in two, shows no more than allowed, and says how much it left out', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 }).map((given) => Buffer.from(given).toString())
    fc.assert(
      fc.property(text, text, fc.integer({ min: 8, max: 300 }), (stdout, stderr, limit) => {
        const shown = showOutput(whole(stdout, stderr), limit, plain)
        expect(shown.shownBytes).toBeLessThanOrEqual(limit)
        expect(shown.outputBytes).toBe(Buffer.byteLength(stdout) + Buffer.byteLength(stderr))
        const isWhole = shown.shownBytes === shown.outputBytes
        expect(isWhole).toBe(shown.stdout === stdout && shown.stderr === stderr)
        const parts = shown.stdout.split(/\n\[… \d+ B …\]\n/)
        if (!isWhole && parts.length === 2) {
          expect(stdout.startsWith(parts[0] ?? '')).toBe(true)
          expect(stdout.endsWith(parts[1] ?? '')).toBe(true)
        }
      }),
    )
  })

  it('does not let a flood on stderr push stdout away', () => {
    const shown = showOutput(whole('answer', 'x'.repeat(100_000)), 4_096, plain)
    expect(shown.stdout).toBe('answer')
  })
})

describe('addOutput', () => {
  it('keeps 4 MB at most and counts the rest', () => {
    let output = NO_OUTPUT
    for (let megabyte = 0; megabyte < 6; megabyte++) output = addOutput(output, 'stdout', '好'.repeat(350_000))
    expect(Buffer.byteLength(output.stdout)).toBeLessThanOrEqual(MAX_STORED_BYTES)
    expect(output.stdout).not.toContain('\ufffd')
    expect(output.totalBytes).toBe(6 * 1_050_000)
    expect(addOutput(output, 'stderr', 'x'.repeat(10_000)).totalBytes).toBe(6 * 1_050_000 + 10_000)
  })
})

describe('shownLimitBytes', () => {
  it('keeps a turn for many devices small enough to travel', () => {
    expect(shownLimitBytes(1)).toBe(256 * 1024)
    expect(shownLimitBytes(1_000) * 1_000).toBeLessThanOrEqual(4.2 * 1024 * 1024)
  })
})
