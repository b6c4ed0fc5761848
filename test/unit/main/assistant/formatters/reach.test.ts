import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../main/assistant/formatters/read-answer.ts'

function read(command: string, stdout: string, isSuccess = true) {
  const source = { kind: 'phrasebook', name: '' } as const
  return readAnswer({ command, source, system: 'linux' }, { isSuccess, stdout, stderr: '' })
}

describe('the port of another machine', () => {
  it.each([
    ['Connection to 192.0.2.20 8883 port [tcp/secure-mqtt] succeeded!', true, /^The port answers/],
    ['Connection to nas.local (192.0.2.20) 8883 port [tcp/*] succeeded!', true, /^The port answers/],
    ['nas.local [192.0.2.20] 8883 (secure-mqtt) open', true, /^The port answers/],
    ['Ncat: Version 7.93\nNcat: Connected to 192.0.2.20:8883.', true, /^The port answers/],
    ['nc: connect to 192.0.2.20 port 8883 (tcp) failed: Connection refused', false, /nothing listens/],
    ['(UNKNOWN) [192.0.2.20] 8883 (?) : Connection refused', false, /nothing listens/],
    ['nc: connect to 192.0.2.20 port 8883 (tcp) timed out: Operation now in progress', false, /No answer/],
    ['nc: connect to 192.0.2.20 port 8883 (tcp) failed: No route to host', false, /no way to that machine/],
    ['nc: getaddrinfo for host "nas" port 8883: Name or service not known', false, /name of that machine is not known/],
  ])('%s', (stdout, isSuccess, expected) => {
    const reading = read('nc -zv -w 3 192.0.2.20 8883 2>&1', `${stdout}\n`, isSuccess)
    expect(reading?.sentence.en).toMatch(expected)
    expect(reading?.isWarning).toBe(!isSuccess)
  })

  it('says nothing where the program is not there', () => {
    expect(read('nc -zv -w 3 192.0.2.20 8883 2>&1', 'sh: 1: nc: not found\n', false)).toBeNull()
  })
})

describe('the speed of the network', () => {
  const sample = (received: number, sent: number) =>
    [
      'Inter-|   Receive                                                |  Transmit',
      ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs',
      '    lo: 9999999 1 0 0 0 0 0 0 9999999 1 0 0 0 0 0 0',
      `  eth0: ${received} 1 0 0 0 0 0 0 ${sent} 1 0 0 0 0 0 0`,
    ].join('\n')
  const command = 'cat /proc/net/dev; sleep 2; cat /proc/net/dev'

  it('is what flowed between two samples', () => {
    const reading = read(command, `${sample(1_000_000, 5_000)}\n${sample(3_097_152, 7_048)}\n`)
    expect(reading?.sentence.en).toBe('eth0 now receives 1.0 MiB/s and sends 1.0 KiB/s.')
  })

  it.each([
    ['one sample', sample(1, 1)],
    ['a counter that began anew', `${sample(500, 1)}\n${sample(20, 1)}`],
    ['no numbers', 'x'],
  ])('is not told from %s', (_what, stdout) => {
    expect(read(command, stdout)).toBeNull()
  })
})
