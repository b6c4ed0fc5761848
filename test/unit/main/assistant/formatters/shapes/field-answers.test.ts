import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../../main/assistant/formatters/read-answer.ts'
import type { AnswerReading } from '../../../../../../preload/contract/models/commands/answer-reading.ts'
import type { DeviceSystem } from '../../../../../../preload/contract/models/safety/safety.ts'

/**
 * `### title :: command :: sentence, with "warning: " before it, or raw :: options`, and the answer below it. Options:
 * `fail`, `stderr=TEXT`, `sys=SYSTEM`, `crlf`, and `nonl` without a line end.
 */
const ANSWERS = readFileSync(new URL('./field-answers.txt', import.meta.url), 'utf8')
  .split(/^### /m)
  .slice(1)
  .map((block) => {
    const end = block.indexOf('\n')
    const [title = '', command = '', said = '', options = ''] = block.slice(0, end).split(' :: ')
    const lines = block.slice(end + 1)
    const text = options.includes('nonl') ? lines.trimEnd() : lines
    const stdout = options.includes('crlf') ? text.replaceAll('\n', '\r\n') : text
    return { title, command, said, options, stdout }
  })

type Answer = (typeof ANSWERS)[number]

function read({ command, options, stdout }: Answer): AnswerReading | null {
  const system = (/sys=(\S+)/.exec(options)?.[1] ?? 'linux') as DeviceSystem
  const stderr = /stderr=(.*)$/.exec(options)?.[1] ?? ''
  const isSuccess = !/\bfail\b/.test(options)
  return readAnswer({ command, source: { kind: 'phrasebook', name: '' }, system }, { isSuccess, stdout, stderr })
}

function words(reading: AnswerReading | null): string {
  return reading === null ? 'raw' : `${reading.isWarning ? 'warning: ' : ''}${reading.sentence.en}`
}

describe('answers of the field', () => {
  it.each(ANSWERS)('$title: $command → $said', (answer) => {
    expect(words(read(answer))).toBe(answer.said)
  })

  const spoken = ANSWERS.filter(({ said }) => said !== 'raw')
  /** Sums, rounded figures and other units are none of the answer's own words. */
  const isCounted =
    /^(?:sudo )?(?:free|df|du|find|systeminfo|cat \/(?:proc|sys)|uptime|top|vcgencmd (?:get_t|measure_clock))/

  it('name no address, version or count that is not in them, whatever piece of them is lost', () => {
    const answer = fc.constantFrom(...spoken.filter(({ command }) => !isCounted.test(command)))
    fc.assert(
      fc.property(answer, fc.nat(), (one, at) => {
        const pieces = one.stdout.split(/(?<=\s)(?=\S)/)
        const stdout = pieces.toSpliced(at % pieces.length, 1).join('')
        const sentence = read({ ...one, stdout })?.sentence.en ?? ''
        for (const [figure] of sentence.matchAll(/\d+(?:[.:]\d+)+/g)) expect(stdout).toContain(figure)
      }),
      { numRuns: 2000 },
    )
  })

  it('have no other sentence where heads are in another language', () => {
    const heads = /^(?:Filesystem|\s+total|CONTAINER ID|USER|Netid|\s+UNIT|Inter-).*$/m
    for (const one of spoken) {
      const stdout = one.stdout.replace(heads, (head) => head.replace(/[A-Za-z]/g, 'ж'))
      expect(['raw', one.said, 'No service has failed.'], `${one.title} ${stdout}`).toContain(
        words(read({ ...one, stdout })),
      )
    }
  })
})
