import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFailure } from '../../../../../main/assistant/formatters/failure.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'
import { threadMs } from '../../../../support/thread-time.ts'

function wordsOf(text: string, exitCode: number | null = null, system: DeviceSystem = 'linux') {
  const inError = readFailure({ exitCode, stdout: '', stderr: text, system })
  const inOutput = readFailure({ exitCode, stdout: text, stderr: '', system })
  expect(inOutput).toEqual(inError)
  return inError?.sentence ?? null
}

describe('the words of a failure', () => {
  it.each([
    ['bash: line 1: docker: command not found', 'docker is not installed'],
    ['/bin/sh: 1: vcgencmd: not found', 'vcgencmd is not installed'],
    ['sh: iwconfig: not found', 'iwconfig is not installed'],
    ['zsh: command not found: htop', 'htop is not installed'],
    ['bash: 第 1 行：docker：未找到命令', null],
    ['bash: docker: 未找到命令', 'docker is not installed'],
    ["'ls' is not recognized as an internal or external command,", 'no command ls'],
    ["The term 'foo' is not recognized as the name of a cmdlet", 'no command foo'],
    ["'foo' 不是内部或外部命令，也不是可运行的程序", 'no command foo'],
    ["touch: cannot touch '/etc/x': Read-only file system", 'only be read'],
    ["cp: error writing '/x': No space left on device", 'disk is full'],
    ['cat: /etc/shadow: Permission denied', 'rights of an administrator'],
    ['shutdown: Operation not permitted', 'rights of an administrator'],
    ['E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1 (apt)', 'installing packages'],
    ['ping: deb.debian.org: Temporary failure in name resolution', 'could not be resolved'],
    ['curl: (6) Could not resolve host: example.org', 'could not be resolved'],
    ['ping: connect: Network is unreachable', 'no way to that address'],
    ['curl: (7) Failed to connect to 192.0.2.1 port 80: Connection refused', 'nothing takes the connection'],
    ['Unit foo.service could not be found.', 'no service foo'],
    ['Failed to restart foo.service: Unit foo.service not found.', 'no service foo'],
    ['Traceback (most recent call last):\n  File "x.py", line 1\nKeyError: 1', 'Python program'],
    ['ls: cannot access /nope: No such file or directory', 'is not there'],
  ] as const)('says of %j: %s', (text, part) => {
    const words = wordsOf(text)
    if (part === null) expect(words).toBeNull()
    else expect(words?.en).toContain(part)
  })

  it.each([
    [2, 'wrong options'],
    [124, 'time was over'],
    [126, 'cannot be run'],
    [127, 'not installed'],
    [130, 'SIGINT'],
    [137, 'SIGKILL'],
    [139, 'crashed'],
    [143, 'SIGTERM'],
  ])('knows exit code %i of a shell', (code, part) => {
    expect(wordsOf('', code)?.en).toContain(part)
  })

  it('knows the codes of Windows as its own, also where they come signed', () => {
    expect(wordsOf('', 5, 'windows-cmd')?.en).toContain('denied access')
    expect(wordsOf('', -1073741510, 'windows-powershell')?.en).toContain('interrupted')
    expect(wordsOf('', 5, 'linux')).toBeNull()
  })

  it('says nothing where nothing is certain', () => {
    expect(wordsOf('', 1)).toBeNull()
    expect(wordsOf('3 errors in 2 files', 1)).toBeNull()
    expect(wordsOf('the key was not found: in the cache of the program that looked for it', 1)).toBeNull()
  })

  it('prefers what the device says to its exit code', () => {
    expect(wordsOf('cat: /x: Permission denied', 127)?.en).toContain('administrator')
  })

  it('takes any text, and repeats nothing of it but one plain name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.option(fc.integer()), (text, exitCode) => {
        const reading = readFailure({ exitCode, stdout: text, stderr: '', system: 'linux' })
        expect(reading?.sentence.en ?? '').not.toMatch(/[\n<>\u202e]/u)
      }),
    )
    const started = threadMs()
    readFailure({ exitCode: 1, stdout: ': '.repeat(2_000_000), stderr: 'a'.repeat(4_000_000), system: 'linux' })
    expect(threadMs() - started).toBeLessThan(1_000)
  })
})
