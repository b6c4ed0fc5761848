import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { Shell } from '../../../../../preload/contract/models/safety/safety.ts'

import { commandsOf, rankOf as rankOfClass } from './corpus.ts'

const classifier = new Classifier()
const SHELLS: readonly Shell[] = ['bash', 'powershell', 'cmd']
const RUNS = { numRuns: 400 }

const rankOf = (command: string, shell: Shell = 'bash'): number =>
  rankOfClass(classifier.classify(command, shell).class)

const ALL = ['reads-linux', 'change', 'unknown', 'destructive', 'forbidden'].flatMap((name) => commandsOf(name))
const isPlain = (command: string): boolean =>
  /^[\w./:=, +-]+$/.test(command) && !/(^| )(?:time|if|for|while|exit|coproc)\b/.test(command)
const anyCommand = fc.constantFrom(...ALL)
/** Commands that parse on their own, so that what follows is a further part. */
const whole = fc.constantFrom(
  ...ALL.filter(
    (command) => !classifier.classify(command, 'bash').rules.includes('floor.parse') && !/<<|\\$|#/.test(command),
  ),
)
const plain = fc.constantFrom(...ALL.filter(isPlain))

/** The options in any order, anywhere between the operands, which keep theirs. */
function interleaved(args: readonly string[]): fc.Arbitrary<string[]> {
  const options = args.filter((word) => word.startsWith('-'))
  const operands = args.filter((word) => !word.startsWith('-'))
  return fc
    .tuple(
      fc.shuffledSubarray(options, { minLength: options.length }),
      fc.array(fc.nat(operands.length), { minLength: options.length, maxLength: options.length }),
    )
    .map(([shuffled, places]) => {
      const words: string[] = []
      for (let i = 0; i <= operands.length; i++) {
        words.push(...shuffled.filter((_, k) => places[k] === i))
        const operand = operands[i]
        if (operand !== undefined) words.push(operand)
      }
      return words
    })
}

describe('properties of the classifier', () => {
  it('never lets a further part hide a worse one', () => {
    const joint = fc.constantFrom('; ', ' && ', ' || ', '\n', ' | ', ';')
    fc.assert(
      fc.property(whole, whole, joint, (left, right, glue) => {
        expect(rankOf(left + glue + right)).toBeGreaterThanOrEqual(Math.max(rankOf(left), rankOf(right)))
      }),
      RUNS,
    )
  })

  it('never lets white space lower a class', () => {
    const space = fc.constantFrom(' ', '  ', '\t', ' \\\n ')
    fc.assert(
      fc.property(plain, space, fc.constantFrom('', ' ', '\n', '\t'), (command, gap, edge) => {
        expect(rankOf(edge + command.replaceAll(' ', gap) + edge)).toBeGreaterThanOrEqual(rankOf(command))
      }),
      RUNS,
    )
  })

  it('never lets the quoting of plain words lower a class', () => {
    const quote = fc.constantFrom(
      (word: string) => `'${word}'`,
      (word: string) => `"${word}"`,
      (word: string) => `${word.slice(0, 1)}''${word.slice(1)}`,
      (word: string) => `\\${word}`,
      (word: string) => `${word.slice(0, -1)}"${word.slice(-1)}"`,
    )
    fc.assert(
      fc.property(plain, quote, fc.nat(), (command, quoted, pick) => {
        const words = command.split(' ')
        const at = pick % words.length
        const changed = words.map((word, i) => (i === at && word !== '' ? quoted(word) : word)).join(' ')
        expect(rankOf(changed), changed).toBeGreaterThanOrEqual(rankOf(command))
      }),
      RUNS,
    )
  })

  it('never lets sudo lower a class, and makes it a change at least', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom('sudo ', 'sudo -n ', 'sudo -u root ', 'sudo -E -- '), (command, sudo) => {
        expect(rankOf(sudo + command)).toBeGreaterThanOrEqual(Math.max(1, rankOf(command)))
      }),
      RUNS,
    )
  })

  it('never lets the absolute path of a program lower a class', () => {
    const places = fc.constantFrom('/bin/', '/usr/bin/', '/sbin/', '/usr/local/sbin/', '/usr/bin/../bin/', './')
    fc.assert(
      fc.property(
        plain.filter((command) => /^[a-z]/.test(command) && !/^\w+=/.test(command)),
        places,
        (command, place) => {
          expect(rankOf(place + command)).toBeGreaterThanOrEqual(rankOf(command))
        },
      ),
      RUNS,
    )
  })

  it('never lets the order of options lower the class of what destroys', () => {
    type Case = readonly [name: string, args: readonly string[]]
    const rows: readonly Case[] = [
      ['rm', ['-r', '-f', '-v', '/']],
      ['rm', ['--recursive', '--force', '--one-file-system', '/home']],
      ['chmod', ['-R', '-v', '777', '/srv']],
      ['dd', ['if=/dev/zero', 'of=/dev/sda', 'bs=1M', 'count=1']],
      ['systemctl', ['--now', '--no-pager', '--quiet', 'disable', 'ssh']],
      ['git', ['clean', '-f', '-d', '-x']],
      ['crontab', ['-i', '-r']],
      ['dmesg', ['-C', '-T', '-H']],
      ['sed', ['-i', '-E', 's/a/b/', 'x']],
      ['sort', ['-ox', '-n', 'y']],
      ['journalctl', ['--vacuum-size=1M', '-q', '--no-pager']],
      ['apt-get', ['-y', '-q', '--allow-downgrades', 'purge', 'x']],
      ['docker', ['rm', '-f', '-v', 'web']],
      ['tar', ['-c', '--remove-files', '-ffile', 'x']],
      ['find', ['-delete', '-name', 'x']],
    ]
    const shuffles = fc
      .constantFrom(...rows)
      .chain(([name, args]) => fc.tuple(fc.constant([name, ...args].join(' ')), fc.constant(name), interleaved(args)))
    fc.assert(
      fc.property(shuffles, ([original, name, shuffled]) => {
        const command = [name, ...shuffled].join(' ')
        expect(rankOf(command), command).toBeGreaterThanOrEqual(rankOf(original))
      }),
      RUNS,
    )
  })

  it('never throws and always answers, whatever the text', () => {
    const soup = fc.array(
      fc.constantFrom(
        '$(',
        ')',
        '`',
        '"',
        "'",
        '\\',
        '{',
        '}',
        '${',
        '<<',
        'EOF',
        '\n',
        '|',
        '&',
        ';',
        ' ',
        'rm',
        '-rf',
        '/',
        '*',
        '[',
        ']',
        '((',
        '))',
        'if',
        'then',
        'fi',
        'for',
        'case',
        'esac',
        'sed',
        's/',
        'awk',
        '=',
        '$',
        '#',
        '!',
        '<(',
        '>',
        '%',
        '^',
        '@',
        '~',
        '你',
        '。',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          soup.map((parts) => parts.join('')),
        ),
        fc.constantFrom(...SHELLS),
        (text, shell) => {
          const found = classifier.classify(text, shell)
          expect(found.reasons.length).toBeGreaterThan(0)
          expect(classifier.classify(text, shell)).toEqual(found)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('never lets a wrapper or an inner script lower a class', () => {
    const wrap = fc.constantFrom(
      (command: string) => `nice ${command}`,
      (command: string) => `timeout 5 ${command}`,
      (command: string) => `env ${command}`,
      (command: string) => `(${command})`,
      (command: string) => `echo $(${command})`,
      (command: string) => `sh -c '${command}'`,
      (command: string) => `if true; then ${command}; fi`,
      (command: string) => `ssh host '${command}'`,
      (command: string) => `find . -exec ${command} \\;`,
    )
    fc.assert(
      fc.property(plain, fc.array(wrap, { minLength: 1, maxLength: 1 }), (command, wraps) => {
        const wrapped = wraps.reduce((text, next) => next(text), command)
        expect(rankOf(wrapped), wrapped).toBeGreaterThanOrEqual(rankOf(command))
      }),
      RUNS,
    )
  })

  it('answers for any command of the corpus with the same text again', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        expect(new Classifier().classify(command, 'bash')).toEqual(classifier.classify(command, 'bash'))
      }),
      { numRuns: 20 },
    )
  })
})
