import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer as readAnswerOf, type ShownAnswer } from '../../../../../main/assistant/formatters/read-answer.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'
import { threadMs } from '../../../../support/thread-time.ts'
import { SAMPLES } from './samples.ts'

/** Reads the answer to a command of the phrasebook; without an intent, as of a command that is run again. */
function readAnswer(command: string, answer: ShownAnswer, intent = '', system: DeviceSystem = 'linux') {
  return readAnswerOf({ command, source: { kind: 'phrasebook', name: intent }, system }, answer)
}

const ok = (stdout: string) => ({ isSuccess: true, stdout, stderr: '' })

describe('answers in words', () => {
  it.each(SAMPLES)('$command → $en', ({ command, stdout, en, zh, isWarning = false, rows }) => {
    const reading = readAnswer(command, ok(stdout))
    expect(reading?.sentence).toEqual({ en, zh })
    expect(reading?.isWarning).toBe(isWarning)
    if (rows !== undefined) expect(reading?.table?.rows).toEqual(rows)
  })

  it.each(SAMPLES)('follow the intent $intent, whatever its command is written like', ({ intent, stdout, en, zh }) => {
    const reading = readAnswer('another way to write it', ok(stdout), intent)
    expect(reading?.sentence).toEqual({ en, zh })
  })

  it('follow the intent rather than a command text that looks like another', () => {
    const memory = SAMPLES.find(({ intent }) => intent === 'memory')
    const reading = readAnswer('uptime', ok(memory?.stdout ?? ''), 'memory')
    expect(reading?.sentence.en).toBe(memory?.en)
  })

  it('leave the intent aside on Windows, whose programs print something else', () => {
    expect(readAnswer('query user', ok(''), 'logged-in-users', 'windows-powershell')).toBeNull()
    expect(readAnswer('who', ok(''), 'logged-in-users')?.sentence.en).toBe('Nobody is logged in.')
    expect(readAnswer('hostname', ok('pc-7'), 'hostname', 'windows-cmd')?.sentence.en).toBe('The host name is pc-7.')
  })

  it('gives every row as many cells as there are columns', () => {
    for (const { command, stdout } of SAMPLES) {
      const table = readAnswer(command, ok(stdout))?.table ?? null
      for (const row of table?.rows ?? []) expect(row, command).toHaveLength(table?.columns.length ?? 0)
    }
  })

  it.each(SAMPLES)('says nothing about nonsense from "$command"', ({ command }) => {
    for (const nonsense of ['command not found', '<html>404</html>', '{"a":1}\n[]', '----\n====\n']) {
      expect(readAnswer(command, ok(nonsense)), nonsense).toBeNull()
    }
  })

  it('keeps silent on commands that it does not know', () => {
    expect(readAnswer('free -h; reboot', ok(SAMPLES[0]?.stdout ?? ''))).toBeNull()
    expect(readAnswer('cat /etc/hosts', ok('127.0.0.1 localhost'))).toBeNull()
  })

  it('reads a failed command only where its exit code repeats what it printed', () => {
    const failed = (stdout: string, stderr = '') => ({ isSuccess: false, stdout, stderr })
    expect(readAnswer('pgrep -a nginx', failed(''))?.sentence.en).toBe('No process of that name is running.')
    expect(readAnswer('pgrep -a nginx', failed('', 'sh: pgrep: not found'))).toBeNull()
    expect(readAnswer('who', failed(''))).toBeNull()
    const ofIntent = readAnswer('pgrep --list-full nginx', failed(''), 'find-process')
    expect(ofIntent?.sentence.en).toBe('No process of that name is running.')
  })
})

describe('hostile answers', () => {
  const commands = [...new Set(SAMPLES.map(({ command }) => command))]

  it('never throw, whatever a device prints', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(fc.constantFrom(...commands), text, (command, stdout) => {
        expect(() => readAnswer(command, ok(stdout))).not.toThrow()
      }),
    )
  })

  it('never throw where a true answer is cut, doubled or mixed with another', () => {
    const sample = fc.constantFrom(...SAMPLES)
    fc.assert(
      fc.property(sample, sample, fc.nat(400), fc.nat(400), (one, other, from, length) => {
        const stdout =
          one.stdout.slice(0, from) + other.stdout.slice(from, from + length) + one.stdout.slice(from + length)
        const reading = readAnswer(one.command, ok(stdout))
        expect(reading?.table?.rows.length ?? 0).toBeLessThanOrEqual(12)
        for (const cell of reading?.table?.rows.flat() ?? []) expect(cell.length).toBeLessThanOrEqual(80)
      }),
    )
  })

  it('cost no more when they are long', () => {
    const long = ['up '.repeat(80_000), 'Cpu(s):'.repeat(40_000), '1 '.repeat(200_000), '\n'.repeat(300_000)]
    const started = threadMs()
    for (const command of commands) for (const stdout of long) readAnswer(command, ok(stdout))
    expect(threadMs() - started).toBeLessThan(20_000)
  })

  // Catches: a backtracking search for the idle share, which took 7.6 s where a linear one takes some milliseconds.
  it('of the processor cost milliseconds where every line begins as the one that is looked for', () => {
    const line = `%Cpu(s): ${'1.'.repeat(195)}\n`
    const started = threadMs()
    readAnswer('top -b -n 1 | head -n 17', ok(`load average: 1\n${line.repeat(2_000)}`))
    expect(threadMs() - started).toBeLessThan(1_000)
  })

  // Catches: expressions of two repetitions that can share their text, one for each reader that had such.
  it.each([
    ['uptime', `up ${'up \t'.repeat(100_000)}\nload average: ., ., 0`],
    ['uptime', `up ${'0'.repeat(400_000)}, load average: 1, 1, 1`],
    ['systemctl status nginx', `${'.-'.repeat(100_000)}\n${'\r'.repeat(200_000)}`],
    ['systemctl list-units --failed', `1 loaded units listed\n${'\0'.repeat(200_000)}. 0 0 0`],
    ['last -n 10', `a b c${'\t'.repeat(200_000)}Mon`],
  ])('of %s cost milliseconds where white space, digits or signs go on and on', (command, stdout) => {
    const started = threadMs()
    readAnswer(command, ok(stdout))
    expect(threadMs() - started).toBeLessThan(1_000)
  })
})
