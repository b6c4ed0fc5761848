import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const ROOT = resolve(import.meta.dirname, '../../../../..')

function run(args: readonly string[], input: string): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(resolve(ROOT, 'node_modules/.bin/node'), ['test/tools/classify.ts', ...args], { cwd: ROOT })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, err }))
    child.stdin.end(input)
  })
}

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))

describe('the classify tool', () => {
  it('answers every line in order, with the same judgement as the app', async () => {
    const lines = [
      { id: 'a', shell: 'bash', command: 'ls' },
      { id: 2, shell: 'cmd', command: 'rd /s /q C:\\' },
      { id: 'c', shell: 'powershell', command: 'Get-Process' },
      { id: 'd', shell: 'bash', command: 'ls \u202e' },
    ]
    const found = await run(['--stdin'], `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
    expect(found.code).toBe(0)
    expect(found.err).toBe('')
    expect(linesOf(found.out)).toMatchObject([
      { id: 'a', class: 'read' },
      { id: 2, class: 'forbidden' },
      { id: 'c', class: 'read' },
      { id: 'd', class: 'refused', reasons: [expect.stringContaining('U+202E')] },
    ])
  })

  it('goes on after a malformed line, says so in JSON and fails at the end', async () => {
    const found = await run(
      ['--stdin'],
      'x\n[]\n{"id":1,"shell":"fish","command":"ls"}\n{"id":2,"shell":"bash","command":"ls"}',
    )
    expect(found.code).toBe(1)
    expect(linesOf(found.out)).toMatchObject([
      { error: expect.any(String) },
      { error: expect.any(String) },
      { error: expect.any(String) },
      { id: 2, class: 'read' },
    ])
  })

  it('exits with 2 on bad usage and leaves stdout empty', async () => {
    const found = await run([], '')
    expect(found.code).toBe(2)
    expect(found.out).toBe('')
  })

  it('takes what five thousand lines take from one process, and no process for each', async () => {
    const line = JSON.stringify({ id: 1, shell: 'bash', command: 'sudo systemctl status ssh | grep -i active' })
    const start = performance.now()
    const found = await run(['--stdin'], `${line}\n`.repeat(5000))
    expect(linesOf(found.out).length).toBe(5000)
    // A second on a quiet machine; a process for each line takes twenty minutes.
    expect(performance.now() - start).toBeLessThan(30_000)
  })
})
