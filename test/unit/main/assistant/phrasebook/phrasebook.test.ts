import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { DEVICE_SYSTEMS, type DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'

const phrasebook = new Phrasebook()

function command(text: string, system: DeviceSystem = 'linux'): string {
  const answer = phrasebook.answer(text, system)
  return answer.decision === 'propose' ? answer.command.command : answer.decision
}

const BOARD = new Set([
  'throttling',
  'voltage',
  'camera',
  'gpio',
  ...INTENTS.filter(({ linux }) => [linux].flat().length === 0).map(({ id }) => id),
])

describe('the data of the phrasebook', () => {
  it.each(INTENTS.map((intent) => [intent.id, intent] as const))('proposes %s for its own examples', (id, intent) => {
    for (const text of [...intent.examples.en, ...intent.examples.zh]) {
      const answer = phrasebook.answer(text, BOARD.has(id) ? 'raspberrypi' : 'linux')
      expect(answer, text).toMatchObject({ decision: 'propose', command: { intent: id } })
    }
  })

  it('understands its Chinese examples the same without the spaces beside Latin letters, which few people type', () => {
    const differing = INTENTS.flatMap(({ id, examples }) => {
      const system = BOARD.has(id) ? 'raspberrypi' : 'linux'
      return examples.zh.filter((text) => {
        const typed = text.replaceAll(/(?<=\p{Script=Han}) (?=\w)|(?<=\w) (?=\p{Script=Han})/gu, '')
        return command(typed, system) !== command(text, system)
      })
    })
    expect(differing).toEqual([])
  })

  it('shows its Chinese examples with a space between Chinese and Latin letters or figures', () => {
    const tight = /\p{Script=Han}[\w/*]|\w\p{Script=Han}/u
    expect(INTENTS.flatMap(({ examples }) => examples.zh).filter((text) => tight.test(text))).toEqual([])
  })

  it.each(['切换到已保存的WiFi Workshop', '切换到已保存的 WiFi Workshop', '连接到已保存的 wifi Workshop'])(
    'joins the named network: %s',
    (text) => {
      expect(command(text)).toBe('sudo -n nmcli connection up Workshop')
    },
  )

  it('has each intent once, in both languages, with examples in both', () => {
    expect(new Set(INTENTS.map(({ id }) => id)).size).toBe(INTENTS.length)
    for (const { title, explanation, examples } of INTENTS) {
      expect([title.en, title.zh, explanation.en, explanation.zh].every((text) => text !== '')).toBe(true)
      expect(title.zh + explanation.zh).toMatch(/\p{Script=Han}/u)
      expect(Math.min(examples.en.length, examples.zh.length)).toBeGreaterThan(0)
    }
  })

  it('has no template that waits for a person or never ends', () => {
    const endless =
      /\b(?:tail -f|journalctl -f|watch|less|more|vi|nano|top(?! -b))\b|\bping (?!-[cn] )|journalctl(?!.*--no-pager)/u
    for (const { linux, raspberrypi, cmd } of INTENTS) {
      for (const template of [linux, raspberrypi ?? [], cmd ?? []].flat())
        expect(template.replace(/timeout \d+ (?:tail|journalctl)[^|]* \|\| true$/u, '')).not.toMatch(endless)
    }
  })
})

describe('understanding', () => {
  it.each([
    ['看下/etc/hosts', 'cat /etc/hosts'],
    ['查看 /home/pi 目录', 'ls -la /home/pi'],
    ['查看伺服器的記憶體', 'free -h'],
    ['重新啟動mosquitto服務', 'sudo -n systemctl restart mosquitto'],
    ['top 5 processes by cpu', 'ps aux --sort=-%cpu | head -n 6'],
    ['ｓｈｏｗ　ｄｉｓｋ　ｓｐａｃｅ', 'df -h'],
    ['shut the device down', 'sudo -n shutdown -h now'],
    ['在/tmp下创建文件夹demo', 'mkdir -p /tmp/demo'],
    [
      'find files larger than 2GB in /home',
      "find /home -xdev -type f -size +2G -printf '%s %p\\n' 2>/dev/null | sort -rn | head -n 20",
    ],
  ])('%s', (text, expected) => {
    expect(command(text)).toBe(expected)
  })

  it.each([
    ['显示 /tmp/Öffnen.txt', 'raspberrypi'],
    ['show CPU usage', 'windows-cmd'],
  ] as const)('never throws on %s', (text, system) => {
    expect(() => phrasebook.answer(text, system)).not.toThrow()
  })

  it.each([
    '有没有重启nginx',
    'nginx重启了吗',
    '是否要重启设备',
    'should I reboot the device?',
    'is it time to restart mosquitto',
    '能不能关机',
    'was the pi rebooted?',
  ])('takes the question "%s" for no change', (text) => {
    const answer = phrasebook.answer(text, 'linux')
    const offered =
      answer.decision === 'propose' ? [answer.command] : answer.decision === 'choose' ? answer.options : []
    expect(offered.map(({ expectedClass }) => expectedClass).filter((name) => name !== 'read')).toEqual([])
  })

  it.each([
    '不要重启设备',
    'do not reboot the device',
    'restart',
    'restart everything',
    'reboot the device and delete the logs',
    '重启nginx然后关机',
    'restart nginx and mosquitto',
    'kill',
    'shut down',
  ])('proposes no change for "%s"', (text) => {
    expect(phrasebook.answer(text, 'linux').decision).not.toBe('propose')
  })

  it('says so where a system has no form of the command', () => {
    expect(phrasebook.answer('列出USB设备', 'windows-cmd')).toEqual({
      decision: 'decline',
      reason: 'not-on-this-system',
    })
  })
})

describe('slots', () => {
  it.each([
    ['show "/tmp/a b.txt"', "cat '/tmp/a b.txt'"],
    ['show ~/notes.txt', 'cat ~/notes.txt'],
    ['restart the service "x; reboot"', 'decline'],
    ['show "/tmp/$(reboot)"', 'decline'],
    ['search for "it\'s" in /var/log', "grep -rnIF -m 20 -e 'it'\\''s' /var/log | head -n 100"],
    ['ping -f', 'ping -c 4 1.1.1.1'],
  ])('%s', (text, expected) => {
    expect(command(text)).toBe(expected)
  })

  it('quotes for PowerShell, where a typographic quote ends a string', () => {
    expect(command('show "C:\\logs\\app.log"', 'windows-powershell')).toBe(
      "Get-Content -LiteralPath 'C:\\logs\\app.log'",
    )
    expect(command('search for "a’b" in C:\\logs', 'windows-powershell')).not.toContain('’')
  })

  it('never lets text out of its slot', () => {
    const word = fc.stringMatching(/^[ -~]{1,20}$/u)
    fc.assert(
      fc.property(word, fc.constantFrom(...DEVICE_SYSTEMS), (hostile, system) => {
        const made = command(`show "/tmp/${hostile}"`, system)
        if (made === 'decline' || made === 'choose' || system !== 'linux') return
        expect(made.replace(/'(?:[^']|'\\'')*'/gu, '')).not.toMatch(/[;&`$(){}<>"\\!*?#]|\|(?! (?:head|sort|wc|tail))/u)
      }),
    )
  })

  it('is the same each time and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(phrasebook.answer(text, 'linux')).toEqual(phrasebook.answer(text, 'linux'))
      }),
    )
  })
})

describe('examples and quick actions', () => {
  it('gives the nearest examples first', () => {
    const examples = phrasebook.nearestExamples('how hot is the cpu today', 'linux', 6)
    expect(examples).toHaveLength(6)
    expect(examples[0]?.intent).toBe('cpu-temperature')
  })

  it.each([
    ['磁碟還有多少空間', 'windows-powershell', 'disk-space'],
    ['restrat the mosquitto service', 'linux', 'service-restart'],
    ['哪个程序最费cpu', 'raspberrypi', 'top-cpu'],
  ] as const)('finds an example near "%s" whatever the language and spelling', (text, system, intent) => {
    const examples = phrasebook.nearestExamples(text, system, 4)
    expect(examples.map((example) => example.intent)).toContain(intent)
    expect(new Set(examples.map((example) => example.intent)).size).toBe(4)
  })

  it('fills up with the usual ones where nothing is near', () => {
    expect(phrasebook.nearestExamples('qqqq', 'windows-powershell', 6)).toHaveLength(6)
  })

  it('offers requests that read and are understood, where nothing is typed', () => {
    const snippets = phrasebook.snippets('', 'raspberrypi', 12)
    expect(snippets.length).toBeGreaterThanOrEqual(8)
    for (const { intent, text } of snippets) {
      for (const words of [text.en, text.zh]) {
        expect(phrasebook.answer(words, 'raspberrypi')).toMatchObject({
          decision: 'propose',
          command: { intent, expectedClass: 'read' },
        })
      }
    }
  })

  it.each([
    ['dis', 'disk-space'],
    ['磁', 'disk-space'],
    ['热不热', 'cpu-temperature'],
    ['listning ports', 'open-ports'],
    ['restart', 'service-restart'],
  ])('finds "%s" while it is typed', (text, intent) => {
    expect(phrasebook.snippets(text, 'linux', 5).map((snippet) => snippet.intent)).toContain(intent)
  })
})
