import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PhrasebookCommand } from '../../../../../main/assistant/phrasebook/entry-types.ts'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'

const phrasebook = new Phrasebook()

function commandsFor(text: string, system: DeviceSystem): readonly PhrasebookCommand[] {
  const answer = phrasebook.answer(text, system)
  if (answer.decision === 'propose') return [answer.command]
  return answer.decision === 'choose' ? answer.options : []
}

/** Requests whose commands hold nothing but words: what else turns up came out of the slot. */
const REQUESTS = [
  (value: string) => `restart the service ${value}`,
  (value: string) => `restart ${value}`,
  (value: string) => `停止${value}服务`,
  (value: string) => `stop the service "${value}"`,
  (value: string) => `show the status of the ${value} service`,
  (value: string) => `kill the process ${value}`,
  (value: string) => `kill process "${value}"`,
  (value: string) => `杀掉进程${value}`,
  (value: string) => `ping ${value}`,
  (value: string) => `ping "${value}"`,
  (value: string) => `创建目录/tmp/${value}`,
  (value: string) => `create the folder "/tmp/${value}"`,
  (value: string) => `show /etc/${value}`,
  (value: string) => `show "${value}"`,
  (value: string) => `把时区设置为${value}`,
  (value: string) => `set the time zone to Asia/${value}`,
  (value: string) => `删除 /tmp/${value}`,
  (value: string) => `delete the file "/tmp/${value}"`,
  (value: string) => `把 /tmp/a.txt 复制到 /tmp/${value}`,
  (value: string) => `把 /tmp/a.txt 改名为 ${value}`,
  (value: string) => `rename "/tmp/${value}" to /tmp/b.txt`,
  (value: string) => `back up /opt/${value}`,
  (value: string) => `把 /opt/app 打包成 ${value}`,
  (value: string) => `清空文件 /var/log/${value}`,
  (value: string) => `把 /opt/a.sh 权限改成 ${value}`,
  (value: string) => `把 /opt/a.sh 的属主改成 ${value}`,
  (value: string) => `download http://192.0.2.1/${value} to /tmp/a.bin`,
  (value: string) => `把 /tmp/a.txt 传到 ${value}`,
  (value: string) => `算一下 /tmp/${value} 的 md5`,
  (value: string) => `新建用户 ${value}`,
  (value: string) => `delete the user ${value}`,
  (value: string) => `把 pi 加到 ${value} 组`,
  (value: string) => `${value} 登录过几次`,
  (value: string) => `卸载 ${value}`,
  (value: string) => `锁定 ${value} 的版本`,
  (value: string) => `pip 安装 ${value}`,
  (value: string) => `/usr/bin/${value} 是哪个包的`,
  (value: string) => `屏蔽 ${value} 服务`,
  (value: string) => `拍一张照片存成 ${value}.jpg`,
  (value: string) => `订阅 sensors/${value}`,
  (value: string) => `往 test/led 主题发一条 ${value}`,
  (value: string) => `publish "${value}" to test/${value}`,
  (value: string) => `防火墙放行 ${value} 端口`,
  (value: string) => `每 5 分钟执行 /home/pi/${value}`,
  (value: string) => `删掉 ${value}.sh 的定时任务`,
  (value: string) => `强制结束 ${value} 进程`,
  (value: string) => `在 /opt/${value} 里 docker compose up`,
] as const

const ATTACKS = [
  '; rm -rf /',
  'nginx; rm -rf /',
  'nginx && reboot',
  'nginx | sh',
  '`reboot`',
  '$(reboot)',
  'nginx\nrm -rf /',
  'nginx\r\nreboot',
  "nginx'; reboot; '",
  'nginx" ; reboot ; "',
  '-rf /',
  '--help',
  '../../etc/shadow; id',
  'a\u0000b',
  'a\u2028reboot',
  '%SystemRoot%',
  '$IFS reboot',
  '$\u007bIFS}reboot',
  "a'b`c$d",
  '1; kill 1',
  '0x1',
  '-9 1',
  '‘; reboot; ’',
]

/** A slot of a template, with the quotes around it. */
const SLOT = /'[^'{]*\{[a-z]+\}[^']*'|\{[a-z]+\}/gu

/** Each template of an intent as a pattern whose groups are what was put into its slots; pipes beside them are its own. */
const TEMPLATES = new Map(
  INTENTS.map((intent) => [
    intent.id,
    [intent.linux, intent.raspberrypi ?? [], intent.powershell, intent.cmd ?? []].flat().map((template) => {
      const own = template.split(SLOT).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
      return new RegExp(`^${own.join("('[^']*'|.+?)")}$`, 'su')
    }),
  ]),
)

/** What the request put into the command; null where it is of no template. */
function valuesIn({ intent, command }: PhrasebookCommand): readonly string[] | null {
  // Where only root may write, each command of the template runs as root.
  const plain = command.replaceAll('sudo -n ', '')
  for (const template of TEMPLATES.get(intent) ?? []) {
    const match = template.exec(command) ?? template.exec(plain)
    if (match !== null) return match.slice(1)
  }
  return null
}

/** Without what stands in quotes: POSIX closes, escapes and opens again; PowerShell doubles. */
function bare(command: string, system: DeviceSystem): string {
  const quoted = system === 'windows-powershell' ? /'(?:[^'\u2018-\u201b]|'')*'/gu : /'[^']*'(?:\\''[^']*')*/gu
  return command.replace(quoted, '')
}

/** What a shell reads as more than a word. */
const SPECIAL = /[;&|`$(){}<>\\"'*?#!\n\r\u2028\u2029\0]/u
/** Backslashes are paths on Windows. */
const SPECIAL_ON_WINDOWS = /[;&|`$(){}<>"'\u2018-\u201b*?#!\n\r\u2028\u2029\0]/u

function expectInert(text: string, system: DeviceSystem): void {
  const special = system === 'windows-powershell' ? SPECIAL_ON_WINDOWS : SPECIAL
  for (const candidate of commandsFor(text, system)) {
    const values = valuesIn(candidate)
    expect(values, `${text} → ${candidate.command}`).not.toBeNull()
    for (const value of values ?? []) expect(bare(value, system), `${text} → ${candidate.command}`).not.toMatch(special)
  }
}

const SYSTEMS = ['linux', 'raspberrypi', 'windows-powershell'] as const

describe('hostile values', () => {
  it.each(ATTACKS)('%j declines or stays inside quotes', (attack) => {
    for (const request of REQUESTS) for (const system of SYSTEMS) expectInert(request(attack), system)
  })

  it('never leave their slot, whatever they are made of', () => {
    const piece = fc.constantFrom(
      ...ATTACKS,
      'nginx',
      '/tmp/a',
      '192.168.1.1',
      '1234',
      ' ',
      "'",
      '"',
      ';',
      '&&',
      '|',
      '$',
      '`',
    )
    const value = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.constantFrom(...REQUESTS), value, fc.constantFrom(...SYSTEMS), (request, hostile, system) => {
        expectInert(request(hostile), system)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    'restart nginx; rm -rf /',
    'restart nginx && reboot',
    'restart nginx\nreboot',
    '重启nginx`reboot`',
    '重启nginx；关机',
    'kill 1234 | sh',
    'reboot $(date)',
    'create the folder /tmp/a; reboot',
    'kill 1',
  ])('"%s" proposes no change', (text) => {
    const answer = phrasebook.answer(text, 'linux')
    expect(answer.decision === 'propose' && answer.command.expectedClass !== 'read').toBe(false)
  })
})
