import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'

interface Everyday {
  readonly title: string
  readonly log: string
  /** The first cause; null where nothing is wrong. */
  readonly cause: string | null
  /** Part of its message. */
  readonly word: string
}

/** Logs as brokers of every version, systemd, Docker, Windows and client programs print them. */
const LOGS: readonly Everyday[] = readFileSync(new URL('./field/everyday.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

it.each(LOGS)('$title', ({ log, cause, word }) => {
  const [first] = explainLog(log)
  expect(first?.cause ?? null).toBe(cause)
  expect(first?.message.en ?? '').toContain(word)
})

describe('the file of the process number', () => {
  const [finding] = explainLog('1700000000: Error: Unable to write pid file.\n')

  it('is told with where its path stands, because the line names none', () => {
    expect(finding?.message.en).toContain('`pid_file` in mosquitto.conf')
    expect(finding?.fix.en).toContain('grep -rn pid_file /etc/mosquitto')
  })

  it('is told with the folder in /run that a restart of the computer empties', () => {
    expect(finding?.fix.en).toMatch(
      /sudo install -d -o mosquitto \/run\/mosquitto.*RuntimeDirectory=mosquitto.*tmpfiles\.d/,
    )
  })

  it('is told with the account that the log names', () => {
    const log = '1700000000: Info: running mosquitto as user: mqtt.\n1700000000: Error: Unable to write pid file.\n'
    expect(explainLog(log)[0]?.message.en).toContain('account `mqtt`')
  })

  it('has a fix of its own on Windows', () => {
    const log =
      '1700000000: Config loaded from C:\\mosquitto\\mosquitto.conf.\n1700000000: Error: Unable to write pid file.\n'
    expect(explainLog(log)[0]?.fix.en).toContain('a service of Windows needs none')
  })
})

it('tells what a plugin said, not that it therefore refused to start', () => {
  const log = LOGS.find(({ cause }) => cause === 'log-dynsec-content')?.log ?? ''
  expect(explainLog(log).map(({ cause }) => cause)).toEqual(['log-dynsec-content'])
})

describe('a log without a word', () => {
  it.each([
    ['no byte', ''],
    ['blank lines', '\n \r\n\t\n'],
    ['a byte order mark', '\ufeff'],
    ['a mark and blank lines', '\ufeff\r\n\r\n'],
    ['zeros of a power loss', '\0'.repeat(4096)],
    ['a journal without entries', '-- No entries --\n'],
    [
      'an older journal without entries',
      '-- Logs begin at Mon 2025-11-03 08:12:44 CET, end at Mon 2025-11-03 10:12:44 CET. --\n-- No entries --\n',
    ],
  ])('is said to be empty, with why that may be: %s', (_title, log) => {
    const findings = explainLog(log)
    expect(findings.map(({ cause }) => cause)).toEqual(['log-empty'])
    for (const reason of ['log_dest', 'journalctl -u mosquitto', 'docker logs', 'logrotate', 'log_type none']) {
      expect(findings[0]?.fix.en).toContain(reason)
      expect(findings[0]?.fix.zh).toContain(reason)
    }
  })

  it('is not one with a single word in it', () => {
    expect(explainLog('\n\n1700000000: mosquitto version 2.0.18 running\n')).toEqual([])
    expect(explainLog('\0\0\nhello\n').map(({ cause }) => cause)).toEqual(['log-not-of-broker'])
  })
})
