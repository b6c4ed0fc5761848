import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { loadManuals } from '../../../../../main/safety/manual/manuals.ts'
import { parseManual } from '../../../../../main/safety/manual/parse-manual.ts'
import { checkOptions } from '../../../../../main/safety/options/check-options.ts'
import type { OptionRow } from '../../../../../main/safety/options/option-row.ts'
import { OPTION_ROWS } from '../../../../../main/safety/options/option-table.ts'

const MANUAL = `frob | shows | 显示
  from nowhere
  -n --number=number
  -q --quiet
  -s --suffix[=text]
  -f --follow !endless
  operands file
vcs: log | shows | 显示
  from nowhere
  -n=number
  -q --quiet
  operands file*
vcs: clean | shows | 显示
  -n
  -q --quiet
  operands file*`

const manuals = new Map(parseManual(MANUAL, 'test').programs.map((program) => [program.name, program]))
const faultsOf = (...rows: OptionRow[]): string => checkOptions(rows, manuals).join('\n')

describe('check of the option table', () => {
  it('finds nothing wrong in the table', () => {
    expect(checkOptions(OPTION_ROWS, loadManuals().linux)).toEqual([])
  })

  it('refuses an option that takes a value in one source and none in the other', () => {
    expect(faultsOf({ programs: 'frob', values: '-q' })).toContain(
      'frob: -q takes a value in the table and takes no value',
    )
    expect(faultsOf({ programs: 'frob', switches: '--number' })).toContain('frob: --number takes no value in the table')
    expect(faultsOf({ programs: 'frob', values: '--suffix' })).toContain('takes an attached value only in the manual')
  })

  it('refuses to say again what the manuals of all programs of a row state', () => {
    expect(faultsOf({ programs: 'frob', values: '-n' })).toContain('-n is repeated')
    expect(faultsOf({ programs: 'frob', endless: '-f' })).toContain('-f is repeated')
    expect(faultsOf({ programs: 'frob other', values: '-n' })).toBe('')
  })

  it('derives nothing of a letter whose meaning differs between sub-commands', () => {
    expect(faultsOf({ programs: 'vcs', values: '-n' })).toBe('')
    expect(faultsOf({ programs: 'vcs', subs: 'log', values: '-n' })).toContain('-n is repeated')
    expect(faultsOf({ programs: 'vcs', subs: 'clean', values: '-n' })).toContain('vcs clean: -n takes a value')
    expect(faultsOf({ programs: 'vcs', values: '-q' })).toContain('vcs: -q takes a value in the table')
  })

  it('refuses two rows of a program and two lists of an option', () => {
    expect(faultsOf({ programs: 'x', values: '-a' }, { programs: 'x y', values: '-b' })).toBe('options: x has two rows')
    expect(faultsOf({ programs: 'x', values: '-a', switches: '-a' })).toBe('options: x: -a stands in two lists')
  })

  it('lets nothing be judged once a row is wrong, and names the row', () => {
    const faulty = new Classifier(loadManuals(), [...OPTION_ROWS, { programs: 'uniq', values: '-c' }])
    expect(faulty.classify('df -h', 'bash').class).toBe('read')
    expect(faulty.checkTables().join()).toContain(
      'uniq: -c takes a value in the table and takes no value in the manual',
    )
    const refused = faulty.classify('df -h', 'bash')
    expect(refused.class).toBe('refused')
    expect(refused.reasons[0]?.en).toContain('uniq: -c')
  })
})
