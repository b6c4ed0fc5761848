import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { loadManuals } from '../../../../../main/safety/manual/manuals.ts'
import type { OptionRow } from '../../../../../main/safety/options/option-row.ts'
import { OPTION_ROWS } from '../../../../../main/safety/options/option-table.ts'
import { commandRedactor } from '../../../../../main/safety/redaction/commands.ts'

const manuals = loadManuals()
const usual = new Classifier(manuals)
/** The table in which the row of a program lacks one fact. */
const without = (program: string, fact: keyof OptionRow): OptionRow[] =>
  OPTION_ROWS.map((row) =>
    row.programs.split(' ').includes(program) && !row.subs ? { ...row, [fact]: undefined } : row,
  )
/** What the usual table and the one without the fact say of a command. */
const judged = (program: string, fact: keyof OptionRow, command: string) => {
  const changed = new Classifier(manuals, without(program, fact))
  return [usual.classify(command, 'bash'), changed.classify(command, 'bash')] as const
}

describe('a fact of the option table', () => {
  it('decides which words are operands', () => {
    const [before, after] = judged('rsync', 'values', 'rsync a b -f /etc/passwd')
    expect([before.class, after.class]).toEqual(['change', 'destructive'])
  })

  it('decides which program a wrapper runs', () => {
    const [before, after] = judged('sudo', 'values', 'sudo -u pi df')
    expect([before.class, after.class]).toEqual(['change', 'unknown'])
  })

  it('decides what a wrapper runs as shell text', () => {
    const [before, after] = judged('env', 'shellText', "env --split-string='rm -r /srv'")
    expect([before.class, after.class]).toEqual(['destructive', 'unknown'])
  })

  it('decides which values are judged as commands', () => {
    const [before, after] = judged('sort', 'shellText', "sort --compress-program='rm -r /srv' f")
    expect(before.class).toBe('destructive')
    expect(after.class).toBe('unknown')
  })

  it('decides where sed, awk and jq have their scripts', () => {
    const [before, after] = judged('sed', 'values', 'sed -i -l 5 s/a/b/ f')
    expect([before.class, after.class]).toEqual(['change', 'unknown'])
    const filters = judged('jq', 'values', 'jq -L lib env f').map(({ rules }) => rules.includes('filter.environment'))
    expect(filters).toEqual([true, false])
    const awks = judged('awk', 'scripts', `awk --source 'BEGIN { system("reboot") }' f`).map(({ class: of }) => of)
    expect(awks).toEqual(['destructive', 'destructive'])
  })

  it('decides whether a row applies', () => {
    const [before, after] = judged('tcpdump', 'endless', 'tcpdump -i eth0')
    expect([before.rules.includes('net.capture.endless'), after.rules.includes('net.capture.endless')]).toEqual([
      true,
      false,
    ])
  })

  it('decides whether a call ends', () => {
    const [before, after] = judged('nmon', 'ends', 'nmon -f -q')
    expect([before.endless, after.endless]).toEqual([false, true])
  })

  it('decides whether arguments are searched for secrets', () => {
    const [before, after] = judged('ls', 'isNamesOnly', 'ls --frobnicate /etc/shadow')
    expect([before.rules.includes('secret.read'), after.rules.includes('secret.read')]).toEqual([false, true])
  })

  it('decides what redaction takes out', () => {
    const text = 'mosquitto_rr -P hunter2x -t a'
    expect(commandRedactor(OPTION_ROWS)(text)).not.toContain('hunter2x')
    expect(commandRedactor(without('mosquitto_rr', 'secrets'))(text)).toContain('hunter2x')
  })

  it('counts for a manual as for the table', () => {
    const linux = new Map(manuals.linux)
    const uniq = linux.get('uniq')
    if (!uniq) throw new Error('uniq has a manual')
    const forms = uniq.forms.map((form) => ({
      ...form,
      options: new Map([...form.options].filter(([name]) => name !== '-f')),
    }))
    linux.set('uniq', { ...uniq, forms })
    const changed = new Classifier({ ...manuals, linux })
    // Its second operand is written: with `-f` known, that is the file; otherwise the value counts as an operand.
    const command = 'uniq -f 1 --frobnicate a /etc/passwd'
    expect([usual.classify(command, 'bash').class, changed.classify(command, 'bash').class]).toEqual([
      'destructive',
      'change',
    ])
  })
})

describe('the option table', () => {
  it('reaches redaction without the manuals and rules, which are not needed when the application starts', () => {
    const loaded = importsOf(path.resolve('main/safety/redaction/redactor.ts'))
    expect([...loaded].some((file) => file.endsWith('options/option-table.ts'))).toBe(true)
    expect([...loaded].filter((file) => /safety\/(?:manual|tables|parse|classifier)\//.test(file))).toEqual([])
  })
})

/** Files that a module loads, directly or through others. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  for (const [, what = '', from = ''] of readFileSync(file, 'utf8').matchAll(/^import ([^;]*?) from '(\.[^']+)'/gms)) {
    if (!what.startsWith('type ')) importsOf(path.resolve(path.dirname(file), from), seen)
  }
  return seen
}
