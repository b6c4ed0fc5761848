import { describe, expect, it } from 'vitest'
import { checkTables } from '../../../../../main/safety/classifier/check-tables.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { loadManuals } from '../../../../../main/safety/manual/manuals.ts'
import { parseManual } from '../../../../../main/safety/manual/parse-manual.ts'
import { LINUX_RULES } from '../../../../../main/safety/tables/linux/rules.ts'
import { LINUX_WRAPPERS } from '../../../../../main/safety/tables/linux/wrappers.ts'
import type { Rule } from '../../../../../main/safety/tables/rule.ts'
import { CMD_RULES } from '../../../../../main/safety/tables/windows/cmd.ts'
import { CMD_PROGRAM_RULES } from '../../../../../main/safety/tables/windows/cmd-programs.ts'
import { CMD_SERVICE_RULES } from '../../../../../main/safety/tables/windows/cmd-services.ts'
import { CMD_TOOL_RULES } from '../../../../../main/safety/tables/windows/cmd-tools.ts'
import { POWERSHELL_RULES } from '../../../../../main/safety/tables/windows/powershell.ts'
import type { Shell } from '../../../../../preload/contract/models/safety/safety.ts'

const classifier = new Classifier()
const classify = classifier.classify.bind(classifier)
const faultsOf = (rules: readonly Rule[], shell: Shell): string[] => [...checkTables(rules, shell, classify)].flat()
const namesOf = (rows: readonly { readonly programs: string }[]): Set<string> =>
  new Set(rows.flatMap((row) => row.programs.split(' ')))

describe('rule tables', () => {
  it('has no Linux row that misses its example or matches its counter-example', () => {
    expect(faultsOf(LINUX_RULES.flat(), 'bash')).toEqual([])
  })

  it('has no PowerShell row that misses its example or matches its counter-example', () => {
    expect(faultsOf(POWERSHELL_RULES, 'powershell')).toEqual([])
  })

  it('has no cmd row that misses its example or matches its counter-example', () => {
    const rules = [...CMD_RULES, ...CMD_SERVICE_RULES, ...CMD_PROGRAM_RULES, ...CMD_TOOL_RULES]
    expect(faultsOf(rules, 'cmd')).toEqual([])
  })

  it('reports a row whose examples are wrong, so that the check itself cannot rot', () => {
    const wrong = {
      id: 'wrong',
      programs: 'ls',
      class: 'destructive',
      reason: { en: 'x', zh: '' },
      match: ['ls'],
      noMatch: [],
    } as const
    expect(faultsOf([wrong, wrong], 'bash').length).toBeGreaterThanOrEqual(4)
  })

  it('has no wrapper whose example is below its least class', () => {
    for (const wrapper of LINUX_WRAPPERS) {
      for (const command of wrapper.match) {
        const found = classify(command, 'bash')
        expect(
          found.rules.some((rule) => rule.startsWith('wrap.')),
          command,
        ).toBe(true)
      }
      for (const command of wrapper.noMatch) {
        expect(
          classify(command, 'bash').rules.some((rule) => rule.startsWith('wrap.')),
          command,
        ).toBe(false)
      }
    }
  })

  it('knows at least the number of programs and cmdlets that was promised', () => {
    expect(namesOf(LINUX_RULES.flat()).size).toBeGreaterThanOrEqual(120)
    expect([...namesOf(POWERSHELL_RULES)].filter((name) => name.includes('-')).length).toBeGreaterThanOrEqual(60)
  })

  it('judges nothing once a row is wrong, and names the row', () => {
    const text = `wrong | shows nothing | 不显示\n  from nowhere\n  = wrong --not-listed\n  ! wrong x`
    const { programs } = parseManual(text, 'test')
    const linux = new Map([...loadManuals().linux, ...programs.map((program) => [program.name, program] as const)])
    const faulty = new Classifier({ ...loadManuals(), linux })
    expect(faulty.classify('df -h', 'bash').class).toBe('read')
    expect(faulty.checkTables().join()).toContain('wrong --not-listed')
    const refused = faulty.classify('df -h', 'bash')
    expect(refused.class).toBe('refused')
    expect(refused.reasons[0]?.en).toContain('wrong --not-listed')
  })

  it('has a version that is the same for each instance', () => {
    expect(new Classifier().tableVersion).toBe(classifier.tableVersion)
    expect(classifier.tableVersion).toMatch(/^[0-9a-f]{16}$/)
  })
})
