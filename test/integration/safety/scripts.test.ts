import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Classifier } from '../../../main/safety/classifier/classifier.ts'

const classifier = new Classifier()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waypost-scripts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program on nothing in an empty folder; true when it left a file there. */
function leavesFile(argv: readonly string[]): boolean {
  const [program = '', ...args] = argv
  spawnSync(program, args, { cwd: folder, input: 'a b\n', timeout: 1000, killSignal: 'SIGKILL' })
  const left = readdirSync(folder)
  for (const name of left) rmSync(path.join(folder, name), { recursive: true, force: true })
  return left.length > 0
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
const isRead = (command: string): boolean => classifier.classify(command, 'bash').class === 'read'

/** Scripts with one piece that leaves a file among others, some of which may be read in two ways. */
const scriptOf = (acting: readonly string[], others: readonly string[]): fc.Arbitrary<string> => {
  const around = fc.array(fc.constantFrom(...others), { maxLength: 4 })
  return fc
    .tuple(around, fc.constantFrom(...acting), around)
    .map(([before, piece, after]) => [...before, piece, ...after].join(''))
}
const AWK = scriptOf(
  ['print "a" > "canary"', 'print "touch canary"|"sh"', 'system("touch canary")', '"touch canary" | getline'],
  [
    ...[
      '/"/',
      '"/"',
      '/',
      ')/',
      '(1)',
      'if(1)',
      'x=1',
      'x',
      '++',
      '--',
      '\n',
      ';',
      '/[/]/',
      '/[/"]/',
      '/\\//',
      '$1',
      ' ',
    ],
    ...['print x', 'print(1)', '#', '{', '}', ',', '>', '"', '\\', ']', '[', '||', '1', ';', '\n', ' '],
  ],
).map((script) => `BEGIN{${script}}`)
const SED = scriptOf(
  ['w canary', 'e touch canary', 's/a/touch canary/e', 's/a/b/w canary', 's,a,b,w canary', '1e touch canary'],
  [
    ...[
      '/a/',
      '/[/]/',
      '\\,a,',
      '1',
      '$',
      '!',
      ';',
      '\n',
      '{',
      '}',
      'p',
      'y/a/b/',
      's/[/]/x/',
      's/a\\/b/c/',
      'a\\',
      'a x',
    ],
    ...['b', ':x', 't', ' ', '#', '\\', 'r x', 's|a|b|', 'n', 'd', 'c x', 'i\\\n', ';', '\n', ' '],
  ],
)

describe('scripts inside commands', () => {
  it.each([
    ['mawk', ['mawk']],
    ['gawk', ['gawk']],
    ['busybox awk', ['busybox', 'awk']],
  ] as const)('are never read where %s leaves a file', (_name, program) => {
    let acting = 0
    fc.assert(
      fc.property(AWK, (script) => {
        if (!leavesFile([...program, script])) return
        acting++
        expect(isRead(`awk ${quoted(script)}`), script).toBe(false)
      }),
      { numRuns: 120 },
    )
    expect(acting).toBeGreaterThan(0)
  })

  it.each([
    ['GNU sed', ['sed']],
    ['busybox sed', ['busybox', 'sed']],
  ] as const)('are never read where %s leaves a file', (_name, program) => {
    let acting = 0
    fc.assert(
      fc.property(SED, (script) => {
        if (!leavesFile([...program, script])) return
        acting++
        expect(isRead(`echo a | sed ${quoted(script)}`), script).toBe(false)
      }),
      { numRuns: 120 },
    )
    expect(acting).toBeGreaterThan(0)
  })

  it('are read where they only read, so that the check is not passed by refusing all', () => {
    for (const command of [
      "df -h | awk '{print $5}'",
      "awk '/eth0/ {print $2/1024}' /proc/net/dev",
      'free | awk \'/Mem/ {printf("%.1f", ($3/$2)*100)}\'',
      "sed -n '1,5p' /etc/hosts",
      "sed 's/a[.]b/c/' /etc/hosts",
    ]) {
      expect(isRead(command), command).toBe(true)
    }
  })
})
