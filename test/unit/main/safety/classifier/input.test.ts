import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'

const classifier = new Classifier()
const judged = (command: string): string => classifier.classify(command, 'bash').class

describe('text that is accepted at all', () => {
  it.each([
    ['an escape character', 'ls \u001b[2J', 'U+001B'],
    ['a carriage return', 'ls\rrm', 'U+000D'],
    ['a null', 'ls\u0000', 'U+0000'],
    ['a bidi override', 'ls \u202e', 'U+202E'],
    ['a zero-width space', 'l\u200bs', 'U+200B'],
    ['a no-break space', 'rm\u00a0-rf', 'U+00A0'],
    ['a line separator', 'ls\u2028rm', 'U+2028'],
    ['a tag character', 'ls \u{e0041}', 'U+E0041'],
    ['a Hangul filler', 'ls \u3164', 'U+3164'],
    ['an emoji', 'echo "😀"', 'U+1F600'],
    ['CJK punctuation outside quotes', 'echo 。', 'U+3002'],
    ['an ideographic space', 'echo "\u3000"', 'U+3000'],
    ['a lone surrogate', 'echo "\ud800"', 'U+D800'],
    ['a delete character', 'ls\u007f', 'U+007F'],
  ])('refuses %s and shows it escaped', (_what, command, shown) => {
    const found = classifier.classify(command, 'bash')
    expect(found.class).toBe('refused')
    expect(found.reasons[0]?.en).toContain(shown)
    expect(found.reasons[0]?.zh).toContain(shown)
  })

  it.each([
    ['pi@raspberrypi:~ $ df -h', 'df -h'],
    ['[op@gw ~]$ df -h', 'df -h'],
    ['(venv) pi@raspberrypi:~ $ python3 a.py', 'python3 a.py'],
    ['gw:~# uptime', 'uptime'],
    ['gw:/etc # ls', 'ls'],
  ])('refuses the prompt of %s and offers the rest', (command, bare) => {
    const found = classifier.classify(command, 'bash')
    expect(found.rules).toEqual(['input.prompt'])
    expect(found.reasons[0]?.en).toContain(`“${bare}”`)
  })

  it.each(['[ -f /etc/hosts ] && ls', 'ls a:/b', 'cat x:~y'])('takes no prompt out of %s', (command) => {
    expect(classifier.classify(command, 'bash').rules).not.toContain('input.prompt')
  })

  it.each([
    ['a Cyrillic letter in a program name', 'с\u0430t x'],
    ['full-width letters as a program', '\uff52\uff4d -rf x'],
    ['a program behind sudo', 'sudo \uff52\uff4d x'],
    ['a letter in an option', 'ls -\u0430'],
    ['a letter in a long option', 'ls --\u0430ll'],
    ['a program in a script', "sh -c '\u0441at x'"],
    ['text that is not composed', 'ls cafe\u0301'],
    ['nothing', ''],
    ['only white space', ' \n\t'],
    ['only a comment', '# ls'],
  ])('refuses %s', (_what, command) => {
    expect(judged(command)).toBe('refused')
  })

  it('accepts other scripts in arguments, and Chinese punctuation inside quotes', () => {
    expect(judged('ls /home/下载')).toBe('read')
    expect(judged('cat Größe.txt')).toBe('read')
    expect(judged('grep "错误：（无）" x')).toBe('read')
    expect(judged("echo '完成。'")).toBe('read')
    expect(judged('grep --regexp=错误 x')).toBe('read')
  })

  it('refuses 4097 bytes and accepts 4096, counted in UTF-8', () => {
    expect(judged(`ls ${'a'.repeat(4093)}`)).toBe('read')
    expect(judged(`ls ${'a'.repeat(4094)}`)).toBe('refused')
    expect(judged(`ls ${'字'.repeat(1364)}`)).toBe('read')
    expect(judged(`ls ${'字'.repeat(1365)}`)).toBe('refused')
  })

  it('refuses quotation marks that PowerShell would read as quotes', () => {
    expect(classifier.classify('echo "\u201c"', 'powershell').class).toBe('refused')
    expect(classifier.classify('Get-Proc\u0435ss', 'powershell').class).toBe('refused')
    expect(classifier.classify('d\u0456r', 'cmd').class).toBe('refused')
  })
})
