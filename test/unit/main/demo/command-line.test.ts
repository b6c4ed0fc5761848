import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseCommandLine, ShellSyntaxError } from '../../../../main/demo/command-line.ts'

const words = (line: string) =>
  parseCommandLine(line, { USER: 'root' }).map(({ when, commands }) => [
    when,
    ...commands.map((command) => command.words),
  ])

it('reads lists and pipelines', () => {
  expect(words('a && b | c x || d; e')).toEqual([
    ['always', ['a']],
    ['on-success', ['b'], ['c', 'x']],
    ['on-failure', ['d']],
    ['always', ['e']],
  ])
})

it('keeps quoted operators and spaces inside one word', () => {
  expect(words(`echo 'a && b' "c | $USER" d\\ e`)).toEqual([['always', ['echo', 'a && b', 'c | root', 'd e']]])
})

it('reads redirections apart from words', () => {
  const [step] = parseCommandLine('cmd a2 >out 2>&1 <in 2>>err', {})
  expect(step?.commands[0]).toEqual({
    words: ['cmd', 'a2'],
    redirects: [
      { stream: 'stdout', isAppend: false, target: 'out' },
      { stream: 'stderr', isAppend: false, target: '&1' },
      { stream: 'stdin', isAppend: false, target: 'in' },
      { stream: 'stderr', isAppend: true, target: 'err' },
    ],
  })
})

it.each(['echo $(id)', 'echo `id`', 'for i in 1; do x; done (', 'a |', '&& a', 'a &&', "echo 'x", 'a >', 'cat <<EOF'])(
  'refuses %j instead of pretending to have run it',
  (line) => {
    expect(() => parseCommandLine(line, {})).toThrow(ShellSyntaxError)
  },
)

it('never fails in any other way, whatever is typed', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    "'",
    '"',
    '\\',
    '$',
    '(',
    '|',
    '&',
    ';',
    '>',
    '<',
    '2',
    '1',
    '\n',
    '#',
    '$USER',
    '{',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        parseCommandLine(pieces.join(''), { USER: 'root' })
      } catch (error) {
        expect(error).toBeInstanceOf(ShellSyntaxError)
      }
    }),
    { numRuns: 2_000 },
  )
})
