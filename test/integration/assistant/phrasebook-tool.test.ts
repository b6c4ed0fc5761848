import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

function run(input: string, args: readonly string[] = ['--stdin']) {
  const script = new URL('../../tools/phrasebook.ts', import.meta.url).pathname
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' })
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { status, answers, stderr }
}

const REBOOT_OR_SERVICE = [
  { command: 'sudo -n reboot' },
  { command: 'systemctl list-units --type=service --state=running --no-pager' },
]

describe('test/tools/phrasebook.ts', () => {
  it('answers each line with exactly the fields of the format, for the system named', () => {
    const { status, answers } = run(
      [
        '{"id":1,"lang":"zh","os":"linux","text":"查看内存"}',
        '{"id":"b","lang":"en","os":"linux","text":"reboot"}',
        '{"id":3,"lang":"en","os":"windows","text":"disk space"}',
        '{"id":4,"lang":"zh","os":"raspberrypi","text":"重启设备"}',
        '{"id":5,"lang":"en","os":"raspberrypi","text":"write me a poem"}',
        '',
      ].join('\n'),
    )
    expect(status).toBe(0)
    const nothing = { intent: null, command: null, class: null, mutating: false }
    expect(answers).toEqual([
      { id: 1, kind: 'propose', intent: 'memory', command: 'free -h', class: 'read', mutating: false, options: [] },
      { id: 'b', kind: 'choose', ...nothing, options: REBOOT_OR_SERVICE },
      {
        id: 3,
        kind: 'propose',
        intent: 'disk-space',
        command: 'Get-PSDrive -PSProvider FileSystem',
        class: 'read',
        mutating: false,
        options: [],
      },
      {
        id: 4,
        kind: 'propose',
        intent: 'reboot',
        command: 'sudo -n reboot',
        class: 'destructive',
        mutating: true,
        options: [],
      },
      { id: 5, kind: 'decline', ...nothing, options: [] },
    ])
  })

  it('exits with 0 when it declines, and with 2 for bad usage or a bad line', () => {
    expect(run('{"id":1,"text":"sing a song"}\n')).toMatchObject({
      status: 0,
      answers: [{ id: 1, kind: 'decline' }],
    })
    expect(run('', [])).toMatchObject({ status: 2, answers: [] })
    expect(run('nonsense\n')).toMatchObject({ status: 2, answers: [] })
    expect(run('{"id":1,"text":"x","os":"amiga"}\n').status).toBe(2)
  })
})
