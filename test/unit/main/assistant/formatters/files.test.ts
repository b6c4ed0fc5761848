import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../main/assistant/formatters/read-answer.ts'

function read(intent: string, command: string, stdout: string, stderr = '') {
  const source = { kind: 'phrasebook', name: intent } as const
  return readAnswer({ command, source, system: 'linux' }, { isSuccess: true, stdout, stderr })?.sentence ?? null
}

describe('answers about files', () => {
  const diff = 'diff -u /a /b | head -n 200'

  it('say that two files are the same where nothing differs and nothing went wrong', () => {
    expect(read('compare-files', diff, '')).toEqual({ en: 'The two are the same.', zh: '两者内容相同。' })
    expect(read('compare-files', diff, '', 'diff: /b: No such file or directory')).toBeNull()
    expect(read('compare-files', diff, '--- /a\n+++ /b\n')).toBeNull()
  })

  it('count how often a word stands in a file', () => {
    const count = 'grep -oF -e error /a | wc -l'
    expect(read('count-text', count, '3\n')?.zh).toBe('共出现 3 次。')
    expect(read('count-text', count, '0\n')?.en).toBe('It stands there 0 times.')
    expect(read('count-text', count, '0\n', 'grep: /a: No such file or directory')).toBeNull()
    expect(read('count-text-lines', 'grep -F -e error /a | wc -l', '1\n')?.zh).toBe('共有 1 行包含它。')
  })

  it.each([
    ['Deleted Images:\ndeleted: sha256:0c1f\n\nTotal reclaimed space: 361MB\n', '361MB is free again.'],
    ['Total reclaimed space: 0B\n', 'There was nothing to remove.'],
    ['Deleted Images:\n', undefined],
  ])('say what is free again: %j', (stdout, expected) => {
    expect(read('image-prune', 'docker image prune -f', stdout)?.en).toBe(expected)
  })
})
