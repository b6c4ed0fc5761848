import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../../main/assistant/formatters/read-answer.ts'
import { BOARD_SHAPES } from './board.ts'
import { DISK_SHAPES } from './disk.ts'
import { FILE_SYSTEM_SHAPES } from './file-systems.ts'
import { FIRMWARE_SHAPES } from './firmware.ts'
import { LINK_SHAPES } from './links.ts'
import { NETWORK_SHAPES } from './network.ts'
import { OTHER_SHAPES } from './other.ts'
import { PEOPLE_SHAPES } from './people.ts'
import { PROCESS_SHAPES } from './processes.ts'
import { REACH_SHAPES } from './reach.ts'
import { SERVICE_SHAPES } from './services.ts'
import { SYSTEM_SHAPES } from './system.ts'
import { UNIT_SHAPES } from './units.ts'

const SHAPES = [
  ...DISK_SHAPES,
  ...SYSTEM_SHAPES,
  ...BOARD_SHAPES,
  ...SERVICE_SHAPES,
  ...NETWORK_SHAPES,
  ...OTHER_SHAPES,
  ...FIRMWARE_SHAPES,
  ...FILE_SYSTEM_SHAPES,
  ...PEOPLE_SHAPES,
  ...PROCESS_SHAPES,
  ...LINK_SHAPES,
  ...REACH_SHAPES,
  ...UNIT_SHAPES,
]
const COMMANDS = [...new Set(SHAPES.map(({ command }) => command))]

function read(command: string, stdout: string, answer: { isSuccess?: boolean; stderr?: string } = {}) {
  const source = { kind: 'phrasebook', name: '' } as const
  return readAnswer({ command, source, system: 'linux' }, { isSuccess: true, stderr: '', stdout, ...answer })
}

describe('answers of devices in the field', () => {
  it('are of ten shapes and more for each command', () => {
    const counts = new Map<string, number>()
    for (const { command } of SHAPES) {
      const program = command.replace(/^df -\w+$/, 'df').replace(/^(?:docker|podman) ps( -a)?$/, 'docker ps')
      counts.set(program, (counts.get(program) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count < 10)).toEqual([])
  })

  it.each(SHAPES)('$command $title → $en', ({ command, stdout, en, isWarning }) => {
    const reading = read(command, stdout)
    expect(reading?.sentence.en ?? null).toBe(en)
    if (reading !== null) expect(reading.isWarning).toBe(isWarning)
  })

  it('of a ping that got no answer are read although it failed', () => {
    const stdout =
      'PING a (192.0.2.1) 56(84) bytes of data.\n2 packets transmitted, 0 received, 100% packet loss, time 1s\n'
    expect(read('ping -c 2 a', stdout, { isSuccess: false })?.sentence.en).toBe('a did not answer: 0 of 2.')
  })

  it('are not counted where the program said that something went wrong', () => {
    expect(read('ls -A /nowhere | wc -l', '0\n', { stderr: 'ls: cannot access' })).toBeNull()
    expect(read('who', '', { stderr: 'who: error' })).toBeNull()
  })
})

/** Programs whose one line is any text of its kind. */
const ANY_TEXT = /^(?:hostname|who|ls -A .*|du -sh .*|pgrep .*)$/

describe('answers that are not those of the command', () => {
  it('have no sentence', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    const lines = fc.array(
      fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' ')),
      { maxLength: 6 },
    )
    const commands = COMMANDS.filter((command) => !ANY_TEXT.test(command))
    fc.assert(
      fc.property(fc.constantFrom(...commands), lines, (command, text) => {
        expect(read(command, text.join('\n'))).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  const tables = SHAPES.filter(
    ({ en, command }) => en !== null && /^(?:df|free|top|docker|ps aux --sort|systemctl list)/.test(command),
  )

  it('have none where a column is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.nat(4), ({ command, stdout, en }, at) => {
        const cut = stdout
          .split('\n')
          .map((line) => line.trim().split(/\s+/).toSpliced(at, 1).join(' '))
          .join('\n')
        const sentence = read(command, cut)?.sentence.en ?? null
        // What is said of fewer columns is what was said of all, or of lines that no longer have any.
        expect([null, en, 'No service has failed.']).toContain(sentence)
      }),
      { numRuns: 1000 },
    )
  })

  it('have none where their numbers are written in another way', () => {
    const grouped = (text: string) => text.replace(/\d+[.,]\d+/g, (number) => number.replace(/[.,]/, '٫'))
    for (const { command, stdout, en } of tables) {
      const changed = grouped(stdout)
      if (changed !== stdout)
        expect([null, en, en?.replace(/; load [\d.]+\d/, '')], command).toContain(
          read(command, changed)?.sentence.en ?? null,
        )
    }
  })
})
