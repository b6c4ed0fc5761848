import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { dashReadings } from '../../../../../main/safety/parse/bash/words/dash-reading.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const classifier = new Classifier()
const hereDocument = (body: string) => `cat <<'END'\n${body}\nEND\n`

/** Each was run in dash 0.5.12, and its reading in bash 5.2, with `echo` in place of what destroys: the same came out. */
const OTHER: readonly (readonly [string, string])[] = [
  ['ls &>/dev/null rm -rf x', 'ls & >/dev/null rm -rf x'],
  ['ls &>>log rm x', 'ls & >>log rm x'],
  ['ls 2>&1 &>/dev/null reboot', 'ls 2>&1 & >/dev/null reboot'],
  ['[[ -e /x || reboot ]]', '\\[[ -e /x || reboot ]]'],
  ['if [[ -e /x || reboot ]]; then ls; fi', 'if \\[[ -e /x || reboot ]]; then ls; fi'],
  ['! [[ -e /x || reboot ]]', '! \\[[ -e /x || reboot ]]'],
  ['ls; [[ -e /x\n[[ -f y', 'ls; \\[[ -e /x\n\\[[ -f y'],
  ['((reboot))', '( (reboot))'],
  ['(((reboot)))', '( ( (reboot)))'],
  ['(( x = 1; reboot ))', '( ( x = 1; reboot ))'],
  ['function f\n{\nreboot\n}', '\\function f\n{\nreboot\n}'],
  ['ls |& reboot', 'ls | & reboot'],
  [`echo $'a\\'; reboot; #'`, `echo \\$'a\\'; reboot; #'`],
  ['echo "$(ls &>/dev/null reboot)"', 'echo "$(ls & >/dev/null reboot)"'],
  [`echo "\${x:-$(ls &>/dev/null reboot)}"`, `echo "\${x:-$(ls & >/dev/null reboot)}"`],
  ['echo `ls &>/dev/null reboot`', 'echo `ls & >/dev/null reboot`'],
  [`${hereDocument('x &> y')}ls &>z reboot`, `${hereDocument('x &> y')}ls & >z reboot`],
  ['echo "it\'s" &>z reboot', 'echo "it\'s" & >z reboot'],
  [`echo \${x#y} # a b'c\nls &>z reboot`, `echo \${x#y} # a b'c\nls & >z reboot`],
  ['echo $((1 + (2))) &>z reboot', 'echo $((1 + (2))) & >z reboot'],
]

/** What bash and dash read alike, or where dash stops with a syntax error before it runs anything. */
const SAME = [
  'ls -la /tmp | sort && df -h; uptime',
  `echo '&> [[ (( |& function'`,
  'echo "&> [[ (( |& function $\'x\'"',
  'echo \\&> x',
  'ls 2>&1 >/dev/null &',
  'ls && >x cat',
  'cat <<< word',
  'ls [[:alpha:]]*',
  'echo [[ x ]] function',
  'x=1 [[ a',
  'echo $((2 + ((3))))',
  `echo "\${x:-'&>'}"`,
  '# [[ &> ((',
  hereDocument("[[ x &> y\n((z)) $'q'"),
  'cat <<-E\n\tls &> x\n\tE\nls',
  '[ -e /x ] || ls',
]

describe('the reading of dash', () => {
  it.each(OTHER)('%j is %j', (text, reading) => {
    expect(dashReadings(text)).toEqual([reading])
  })

  it.each(SAME)('of %j is the one of bash', (text) => {
    expect(dashReadings(text)).toEqual([])
  })

  it.each([
    'ls &>/dev/null rm -rf /home/pi',
    '[[ -e /x || reboot ]]',
    '((reboot))',
    'function f\n{\nreboot\n}',
    `echo $'a\\'; reboot; #'`,
  ])('lets the classifier find what %j destroys', (text) => {
    expect(dashReadings(text).map((reading) => classifier.classify(reading, 'bash').class)).toEqual(['destructive'])
  })

  it('only adds blanks and backslashes: it could hide nothing of the text', () => {
    const piece = fc.constantFrom(
      '&>',
      '[[ ',
      ' ]]',
      '((',
      '))',
      '|&',
      "$'",
      "'",
      '"',
      '`',
      '$(',
      ')',
      '${',
      '}',
      '\\',
      '\n',
      '#',
      '<<E',
      '<<<',
      'function ',
      'if ',
      'ls',
      ' ',
      ';',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const bare = (read: string) => read.replaceAll('\\', '').replaceAll(' ', '')
        for (const reading of dashReadings(text)) {
          expect(bare(reading)).toBe(bare(text))
          expect(reading.length).toBeGreaterThan(text.length)
        }
      }),
    )
  })

  it.each(['$(', '`', '((', '${', '"$(', "${x:-'", '<<E\n', "<<'", '[[ ', '&>', '$(`', '# '])(
    'of %j over and over takes time in proportion',
    (part) => {
      const timeOf = (length: number) => {
        const text = part.repeat(length / part.length)
        const times = [0, 1, 2].map(() => {
          const start = threadMs()
          dashReadings(text)
          return threadMs() - start
        })
        return Math.min(...times)
      }
      expect(timeOf(40_000)).toBeLessThan(400)
    },
  )
})
