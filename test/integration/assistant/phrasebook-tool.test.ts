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

describe('test/tools/phrasebook.ts', () => {
  it('answers each line with JSON, on the system named', () => {
    const { status, answers } = run(
      '{"id":1,"text":"查看内存"}\n{"id":"b","text":"reboot"}\n{"id":3,"text":"disk space","system":"windows-powershell"}\n',
    )
    expect(status).toBe(0)
    expect(answers).toMatchObject([
      { id: 1, decision: 'propose', intent: 'memory', command: 'free -h', class_hint: 'read', options: [] },
      { id: 'b', decision: 'choose', intent: null, options: [{ intent: 'reboot', class_hint: 'destructive' }] },
      { id: 3, decision: 'propose', intent: 'disk-space', command: 'Get-PSDrive -PSProvider FileSystem' },
    ])
  })

  it('exits with 1 when it declines, and with 2 for bad usage or a bad line', () => {
    expect(run('{"id":1,"text":"sing a song"}\n')).toMatchObject({
      status: 1,
      answers: [{ id: 1, decision: 'decline' }],
    })
    expect(run('', [])).toMatchObject({ status: 2, answers: [] })
    expect(run('nonsense\n')).toMatchObject({ status: 2, answers: [] })
    expect(run('{"id":1,"text":"x","system":"amiga"}\n').status).toBe(2)
  })
})
