import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { Shell } from '../../../../../preload/contract/models/safety/safety.ts'
import { threadMs } from '../../../../support/thread-time.ts'
import { casesOf } from './corpus.ts'

const classifier = new Classifier()

function bestMs(command: string, shell: Shell = 'bash'): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 8; i++) {
    const start = threadMs()
    classifier.classify(command, shell)
    best = Math.min(best, threadMs() - start)
  }
  return best
}

/** A rule that is quadratic or worse takes seconds on such input; how fast the good ones are is the benchmark's matter. */
const BLOWN_UP_MS = 500

describe('time of the classifier on hostile input', () => {
  it.each(casesOf('time'))('keeps within its bound for $shell: $command', ({ command, shell, max_ms = 250 }) => {
    expect(bestMs(command, shell)).toBeLessThan(max_ms)
  })

  const fill = (open: string, middle: string, close: string): string => {
    const depth = Math.floor((4096 - middle.length) / (open.length + close.length))
    return open.repeat(depth) + middle + close.repeat(depth)
  }

  it.each([
    ['substitutions', fill('$(', 'ls', ')')],
    ['quoted substitutions', fill('"$(', 'ls', ')"')],
    ['echoed substitutions', fill('echo $(', 'ls', ')')],
    ['unclosed substitutions', '$('.repeat(2048)],
    ['defaults', fill('${a:-', 'x', '}')],
    ['subshells', fill('(', 'ls', ')')],
    ['groups', fill('{ ', 'ls', ';}')],
    ['arithmetic', fill('$((1+', '1', '))')],
    ['backticks', '`'.repeat(4096)],
    ['process substitutions', fill('<(', 'ls', ')')],
  ])('is not blown up by 4 KB of nested %s', (_what, command) => {
    expect(Buffer.byteLength(command)).toBeLessThanOrEqual(4096)
    expect(bestMs(command)).toBeLessThan(BLOWN_UP_MS)
  })

  it.each([
    ['wrappers', 'nice '.repeat(818)],
    ['parts', 'rm;'.repeat(1365)],
    ['wildcards', `cat ${'*a'.repeat(2000)}`],
    ['braces', 'echo {a,b}'.repeat(409)],
    ['brace products', `echo ${'{a,b}'.repeat(800)}`],
    ['sed commands', `sed '${'p;'.repeat(2000)}' x`],
    ['sed brackets', `sed 's/${'['.repeat(4000)}/' x`],
    ['sed addresses', `sed '${'/a'.repeat(2000)}' x`],
    ['awk slashes', `awk '${'/'.repeat(4000)}' x`],
    ['code', `python -c "${"'a'".repeat(1300)}"`],
    ['variables', '$a'.repeat(2048)],
    ['here-documents', 'cat <<a\n'.repeat(500)],
    ['find actions', `find ${'-exec find '.repeat(350)}`],
    ['long words', `cat ${'a/'.repeat(2040)}`],
    ['unknown programs', 'foo '.repeat(1020)],
    ['nested shells', `${'sh -c '.repeat(600)}ls`],
    ['eval', 'eval '.repeat(800)],
    ['xargs', 'xargs '.repeat(680)],
    ['uncertain wrappers', 'env -Z '.repeat(580)],
    ['uncertain sudo', 'sudo -Z '.repeat(510)],
    ['unlisted before wrappers', 'foo env '.repeat(510)],
    ['loose wrappers', 'perf '.repeat(818)],
    ['loose shells', 'su -c '.repeat(680)],
    ['broken parts', 'ls |;'.repeat(800)],
    ['broken substitutions', 'ls );$( '.repeat(510)],
    ['wildcard programs', '/?in/* '.repeat(580)],
    ['wildcard parts', '/?in/*;'.repeat(580)],
    ['containers', 'docker run -Z '.repeat(290)],
    ['ifs', 'if a;then '.repeat(400)],
  ])('is not slowed down by 4 KB of %s', (_what, command) => {
    expect(Buffer.byteLength(command)).toBeLessThanOrEqual(4096)
    expect(bestMs(command)).toBeLessThan(BLOWN_UP_MS)
  })
})
