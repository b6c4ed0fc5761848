import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import {
  judgeForEach,
  judgeForShells,
  rankOf,
  shellsOf,
} from '../../../../../main/safety/classifier/judge-for-systems.ts'
import type { Shell } from '../../../../../preload/contract/models/safety/safety.ts'

const classifier = new Classifier()
const SHELLS: readonly Shell[] = ['bash', 'cmd', 'powershell']
const unset = shellsOf('linux', false)
const judge = (command: string, shells = unset) => judgeForShells(classifier, command, shells).classification

describe('the shells of a system', () => {
  it('are its own where somebody set it, else all, its own first', () => {
    expect(shellsOf('raspberrypi', true)).toEqual(['bash'])
    expect(shellsOf('windows-powershell', true)).toEqual(['powershell'])
    expect(shellsOf('linux', false)).toEqual(['bash', 'cmd', 'powershell'])
    expect(shellsOf('windows-powershell', false)).toEqual(['powershell', 'bash', 'cmd'])
    expect(shellsOf('windows-cmd', false)).toEqual(['cmd', 'bash', 'powershell'])
  })
})

describe('a command for a device whose system nobody set', () => {
  it.each([
    ["ls '& shutdown /s & '", 'linux'],
    ["echo 'a & del /q C:\\data & rem '", 'linux'],
    ["df '& rd /s /q C:\\data & '", 'linux'],
    ["ls '& %COMSPEC% /c del /q x & '", 'linux'],
    ["ls '& d^el /q x & '", 'linux'],
    ["ls '’; Stop-Computer; ’'", 'linux'],
    ['dir;rm -rf /home/pi/data', 'windows-cmd'],
    ['more;reboot', 'windows-cmd'],
    ['echo `reboot`', 'windows-cmd'],
  ] as const)('is judged by what another shell makes of it: %s for %s', (command, system) => {
    const [own = 'bash'] = shellsOf(system, true)
    expect(rankOf(judge(command, [own]).class)).toBeLessThan(rankOf('destructive'))
    expect(judge(command, shellsOf(system, false)).class).toBe('destructive')
  })

  it('says for which system it is worse, in both languages, before what it is otherwise', () => {
    const { classification, raisedFor } = judgeForShells(classifier, "ls '& shutdown /s & '", unset)
    expect(raisedFor).toEqual(['cmd'])
    expect(classification.reasons[0]?.en).toMatch(/^if the device runs Windows \(cmd\): /)
    expect(classification.reasons[0]?.zh).toMatch(/^如果设备运行 Windows（cmd）：/)
    expect(classification.reasons.at(-1)).toEqual(judge('ls', ['bash']).reasons[0])
    expect(judge('date').reasons[0]?.en).toMatch(/^if the device runs Windows: /)
  })

  it.each([
    'df -h',
    'uptime; free -h | head -2',
    'ps -eo pid,cmd,%mem --sort=-%cpu | head',
    'find / -size +100M 2>/dev/null | sort -h',
    "grep -E 'error|fail' /var/log/syslog",
    "grep -v '^#' /etc/fstab",
    'cat /home/pi/日志.txt',
    "grep '错误，失败' /var/log/syslog",
    'echo "完成。"',
    'vcgencmd measure_temp',
  ])('keeps its class where Windows would only find no such program: %s', (command) => {
    expect(judge(command)).toEqual(judge(command, ['bash']))
    expect(judge(command).class).toBe('read')
  })

  it.each([
    ['a write that hides behind an absent program', "df '& mkdir x & '", 'unknown'],
    ['a redirection of an absent program', "awk '$3 > 9' x", 'unknown'],
    ['a program of Windows named by its file', "ls '& tool.exe & '", 'unknown'],
    ['a program at a place of Windows', "ls '& C:\\t\\tool & '", 'unknown'],
  ] as const)('counts %s', (_what, command, expected) => {
    expect(judge(command, ['bash']).class).toBe('read')
    expect(judge(command).class).toBe(expected)
  })

  it('is unknown, not refused, where only another shell refuses it, and the reason is named', () => {
    const refusing = {
      classify: (command: string, shell: Shell) =>
        shell === 'powershell'
          ? { ...classifier.classify(command, 'bash'), class: 'refused' as const, reasons: [{ en: 'odd', zh: '异常' }] }
          : classifier.classify(command, 'bash'),
    }
    const { classification } = judgeForShells(refusing, 'df -h', unset)
    expect(classification.class).toBe('unknown')
    expect(classification.reasons[0]?.en).toBe('if the device runs Windows (PowerShell): odd')
  })

  it('is not refused where it only grows too long without its absent programs', () => {
    const long = `ls ${'x'.repeat(4093)}`
    expect(judge(long, ['bash']).class).toBe('read')
    expect(judge(long).class).toBe('unknown')
  })

  it('is refused or forbidden by its own shell without a word about others', () => {
    expect(judge('')).toEqual(judge('', ['bash']))
    expect(judge('rm -rf /')).toEqual(judge('rm -rf /', ['bash']))
  })

  it('is endless where it has no end in one of them, so that it is not sent before the system is set', () => {
    expect(judge('ping 192.0.2.1', shellsOf('windows-cmd', true)).endless).toBe(false)
    expect(judge('ping 192.0.2.1', shellsOf('windows-cmd', false)).endless).toBe(true)
  })
})

describe('class(unset) is at least the class of every shell', () => {
  const part = fc.constantFrom(
    'df -h',
    'ls',
    'rm -rf x',
    'reboot',
    'mkdir x',
    'del /q x',
    'rd /s /q C:\\x',
    'shutdown /s',
    'echo a',
    'Remove-Item x -Recurse',
    'Get-Process',
    'Stop-Service x',
    'type x',
    'dir C:\\',
    'cat x',
    'date',
    'sc stop x',
    'frob x',
    'ping x',
    'curl http://x',
  )
  const joint = fc.constantFrom(
    ' & ',
    ';',
    ' | ',
    ' && ',
    '\n',
    " '",
    "' ",
    ' "',
    '" ',
    ' `',
    '` ',
    "& rem '",
    ' # ',
    ' $(',
    ') ',
  )
  const command = fc
    .array(fc.tuple(part, joint), { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.map(([text, sign]) => text + sign).join(''))

  it('whatever is quoted, joined or commented out, and whichever comes first', () => {
    fc.assert(
      fc.property(command, fc.constantFrom(...SHELLS), (text, first) => {
        const shells = [first, ...SHELLS.filter((shell) => shell !== first)]
        const all = rankOf(judge(text, shells).class)
        const own = classifier.classify(text, first)
        expect(all).toBeGreaterThanOrEqual(rankOf(own.class))
        for (const shell of shells.slice(1)) {
          const found = classifier.classify(text, shell)
          if (found.class === 'refused') continue
          const isAbsent = found.class === 'unknown' && found.rules.some((rule) => rule.startsWith('unlisted.'))
          if (!isAbsent && own.class !== 'refused') expect(all, shell).toBeGreaterThanOrEqual(rankOf(found.class))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('and adding a shell never lowers it', () => {
    fc.assert(
      fc.property(command, (text) => {
        const two = judge(text, ['bash', 'cmd'])
        expect(rankOf(judge(text).class)).toBeGreaterThanOrEqual(rankOf(two.class))
        expect(rankOf(two.class)).toBeGreaterThanOrEqual(rankOf(judge(text, ['bash']).class))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the same bytes for several systems', () => {
  const bash: readonly Shell[] = ['bash']
  const powershell: readonly Shell[] = ['powershell']
  const judgeAll = (command: string, each: readonly (readonly Shell[])[]) =>
    judgeForEach(classifier, command, each).classification

  it('are judged by each as if it were alone, so that a program on no list there stays unknown', () => {
    expect(judgeAll('df -h', [bash, bash]).class).toBe('read')
    expect(judgeAll('df -h', [bash, powershell]).class).toBe('unknown')
    expect(judgeAll('df -h', [bash, powershell]).reasons[0]?.en).toContain('if the device runs Windows (PowerShell)')
  })

  it('are never below their class for one of them', () => {
    const commands = fc.oneof(
      fc.constantFrom('df -h', 'dir', 'reboot', 'Stop-Computer', 'rm -rf /', 'del /q x', 'hostname', "ls '& del x & '"),
      fc.string({ maxLength: 40 }),
    )
    const shells = fc.constantFrom<readonly Shell[]>(bash, powershell, ['cmd'], unset)
    fc.assert(
      fc.property(commands, fc.array(shells, { minLength: 1, maxLength: 3 }), (command, each) => {
        const worst = Math.max(...each.map((one) => rankOf(judge(command, one).class)))
        return rankOf(judgeAll(command, each).class) === worst
      }),
      { numRuns: 300 },
    )
  })
})
