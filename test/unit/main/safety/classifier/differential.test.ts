import { createRequire } from 'node:module'
import fc from 'fast-check'
import { type Command, forEachChild, parse, type SyntaxNode } from 'unbash'
import { beforeAll, describe, expect, it } from 'vitest'
import { Language, type Node, Parser } from 'web-tree-sitter'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { commandsOf } from './corpus.ts'

/** Nodes that a command may consist of where nothing in it is hidden. */
const PLAIN_NODES: ReadonlySet<string> = new Set([
  'program',
  'list',
  'pipeline',
  'command',
  'command_name',
  'word',
  'number',
  'raw_string',
  'string',
  'string_content',
  'concatenation',
  'comment',
  'redirected_statement',
  'file_redirect',
  'file_descriptor',
  'negated_command',
  'test_command',
  'unary_expression',
  'binary_expression',
  'negation_expression',
  'parenthesized_expression',
  'test_operator',
  'extglob_pattern',
  'regex',
  'brace_expression',
])

const classifier = new Classifier()
const corpus = ['reads-linux', 'change', 'unknown'].flatMap((name) => commandsOf(name))
let parser: Parser

beforeAll(async () => {
  await Parser.init()
  parser = new Parser()
  const require = createRequire(import.meta.url)
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-bash/tree-sitter-bash.wasm')))
})

interface OtherReading {
  /** Kinds of nodes that hide something, and syntax errors. */
  readonly odd: readonly string[]
  readonly programs: readonly string[]
}

/** The command as the other parser reads it. */
function otherReading(command: string): OtherReading {
  const tree = parser.parse(command)
  if (tree === null) return { odd: ['no tree'], programs: [] }
  const odd: string[] = []
  const programs: string[] = []
  const pending: Node[] = [tree.rootNode]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.isError || node.isMissing) odd.push('error')
    else if (node.isNamed && !PLAIN_NODES.has(node.type)) odd.push(node.type)
    if (node.type === 'command_name') programs.push(node.text)
    for (const child of node.children) if (child !== null) pending.push(child)
  }
  tree.delete()
  return { odd, programs }
}

/** Names of the programs as the parser of the app reads them. */
function ownPrograms(command: string): string[] {
  const found: string[] = []
  const visit = (node: SyntaxNode): void => {
    const name = node.type === 'Command' ? (node as Command).name?.text : undefined
    if (name !== undefined) found.push(name)
    forEachChild(node, visit)
  }
  visit(parse(command))
  return found
}

const isCalledPlain = (command: string): boolean => {
  const found = classifier.classify(command, 'bash').class
  return found === 'read' || found === 'change'
}

/** `[` is an expression to one parser and a program to the other; `time` and `coproc` are a prefix to one of them. */
const comparable = (programs: readonly string[]): string[] => programs.filter((name) => !/^\[$/.test(name)).sort()
const hasPrefix = (command: string): boolean => /(?:^|[\s;&|!(])(?:time|coproc)\s/.test(command)

describe('two parsers', () => {
  it('agree on every command of the corpus that is called plain', () => {
    const wrong = corpus.filter(isCalledPlain).flatMap((command) => {
      const { odd, programs } = otherReading(command)
      const own = comparable(ownPrograms(command))
      const isSame = JSON.stringify(own) === JSON.stringify(comparable(programs))
      return odd.length > 0 || (!isSame && !hasPrefix(command))
        ? [`${command}   ${odd.join(' ')} ${own} / ${programs}`]
        : []
    })
    expect(wrong).toEqual([])
    expect(corpus.filter(isCalledPlain).length).toBeGreaterThan(800)
  })

  it('agree that text is plain, or it is unknown and worse: fragments of shell in any order', () => {
    const fragment = fc.constantFrom(
      ...['ls', ' ', 'cat', ' /etc/hosts', 'rm -rf /tmp/x', 'echo a', ';', '&&', '||', '|', '&', '\n', '$', '$(', '`'],
      ...['(', ')', '{', '}', '<', '>', '>&', "'", '"', '\\', '#', '!', '=', 'x=1 ', '[[', ']]', '*', '?'],
      ...['<<A', 'A', '$((', '))', '<(', 'if ', 'then ', 'fi', 'for i in a; do ', 'done', 'f()', '2>&1', '2>/dev/null'],
      ...[
        '{a,b}',
        '~',
        '$x',
        '${'.concat('x}'),
        "$'",
        '-n',
        '--',
        'sudo ',
        'time ',
        'eval ',
        'function f ',
        '@(',
        '\t',
      ],
    )
    const text = fc.array(fragment, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (command) => {
        if (!isCalledPlain(command)) return
        const { odd, programs } = otherReading(command)
        expect(odd, command).toEqual([])
        if (!hasPrefix(command)) expect(comparable(programs), command).toEqual(comparable(ownPrograms(command)))
      }),
      { numRuns: 3000 },
    )
  })

  it('see the same programs in what is destructive or forbidden, so that none is hidden from the tables', () => {
    const hidden = [...commandsOf('destructive'), ...commandsOf('forbidden')].filter((command) => {
      const { odd, programs } = otherReading(command)
      if (odd.length > 0 || hasPrefix(command)) return false
      return JSON.stringify(comparable(programs)) !== JSON.stringify(comparable(ownPrograms(command)))
    })
    expect(hidden).toEqual([])
  })
})
