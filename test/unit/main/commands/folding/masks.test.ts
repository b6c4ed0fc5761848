import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanMasks } from '../../../../../main/commands/folding/mask-scanner.ts'
import { MASKS } from '../../../../../main/commands/folding/masks.ts'
import { masked, normalise } from '../../../../../main/commands/folding/normalise.ts'
import { threadMs } from '../../../../support/thread-time.ts'

describe('masks', () => {
  for (const { name, pattern, token, examples } of MASKS) {
    it(`${name}: makes of each example what it says`, () => {
      expect(examples.length).toBeGreaterThan(0)
      const everywhere = new RegExp(pattern.source, 'g')
      for (const [text, expected] of examples) expect(text.replace(everywhere, token)).toBe(expected)
    })
  }

  it('make the answers of two devices the same that differ in figures and addresses', () => {
    const answer = (id: string, time: string, days: number, ip: string, mac: string, pid: number) =>
      `${id} ${time} up ${days} days, load average: 0.10\ninet ${ip}/24\nlink/ether ${mac}\nsshd[${pid}]: ok`
    const one = masked(answer('gw-001', '06:54:51', 12, '10.0.0.1', 'dc:a6:32:00:00:01', 812), ['gw-001'])
    const other = masked(answer('gw-002', '17:02:03', 121, '10.0.10.2', 'dc:a6:32:00:0f:02', 90123), ['gw-002'])
    expect(one).toBe(other)
  })

  it('take the id of the device only where it is a word of its own', () => {
    expect(masked('gw-1 gw-11 xgw-1 (gw-1)', ['gw-1'])).toBe('<device> gw-11 xgw-1 (<device>)')
    expect(masked('a cat', ['a'])).toBe('<device> cat')
  })

  it('leave words and plain counts as they are', () => {
    const text = 'Debian GNU/Linux 12 (bookworm)\n3 shells, exit 127\nactive (running)'
    expect(masked(text, ['gw-001'])).toBe(text)
  })

  it('keep what is between the ends of a long text, because it is not masked and still tells answers apart', () => {
    const long = (middle: string) => `${'a '.repeat(8192)}${middle}${' b'.repeat(8192)}`
    expect(masked(long('one'), ['gw-001'])).not.toBe(masked(long('two'), ['gw-001']))
  })
})

/** Tries every mask at every place, which is what the scanner leaves out. */
function withoutScanner(text: string): string {
  const all = new RegExp(MASKS.map(({ pattern }) => `(${pattern.source})`).join('|'), 'g')
  const replaced = text.replace(all, (_match, ...groups: readonly (string | undefined)[]) => {
    return MASKS.find((_mask, index) => groups[index] !== undefined)?.token ?? ''
  })
  return replaced.replace(/[ \t]{2,}/g, ' ')
}

describe('scanMasks', () => {
  const PARTS = fc.constantFrom(
    ...['0', '1:', 'a:', '::', 'f', '-', '.', '1.', ' ', '\t', '\n', '[', ']', 'pid ', '%', '0x', 'T', 'Mon ', 'G '],
    ...['Nov ', '12 ', '1d', '9,', '255.', 'ab:', '2026-11-29', '06:54:51', 'deadbeef', 'process #', '+3', 'Z', '/24'],
    ...['days', '::1', 'x', '2026/1/5', '12 Jan ', '-05', 'μ', '中', '_', '12345678', 'PPID=', '°C', '47.8', 'K'],
  )

  it('finds what all masks find when each is tried everywhere', () => {
    fc.assert(
      fc.property(fc.array(PARTS, { maxLength: 14 }), (parts) => {
        const text = parts.join('')
        expect(scanMasks(text)).toBe(withoutScanner(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('knows every character that may stand behind the digits of a mask', () => {
    for (const { name, examples } of MASKS) {
      for (const [text] of examples) expect(scanMasks(text), name).toBe(withoutScanner(text))
    }
  })
})

describe('hostile text', () => {
  const PIECES = fc.constantFrom(
    ...['0', '1:', 'a:', '::', 'f', '-', '.', '1.', ' ', '\t', '\r', '\n', '[', ']', 'pid ', '%', '0x', 'T', 'Mon '],
    ...['Nov ', '12 ', '\u001b[', ';', '1 ', '1d', '9,', '255.', 'ab:', 'gw-001', '中', '\ud800'],
  )

  it('takes time in proportion to its length, whatever is repeated in it', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { minLength: 1, maxLength: 4 }), (pieces) => {
        const unit = pieces.join('')
        const text = unit.repeat(Math.ceil(64_000 / unit.length))
        const from = threadMs()
        masked(normalise(text), ['gw-001'])
        // Far above what a linear pass takes here, far below what a quadratic one does.
        expect(threadMs() - from).toBeLessThan(1500)
      }),
      { numRuns: 150 },
    )
  })

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 40 }), (pieces) => {
        const once = normalise(pieces.join(''))
        if (!once.includes('\u001b')) expect(normalise(once)).toBe(once)
      }),
    )
  })
})
