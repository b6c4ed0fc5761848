import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier.ts'
import { COMMAND_CLASSES, type CommandClass, type Shell } from '../../../../../preload/contract/models/safety.ts'
import { ADMIN_READS_1 } from './corpus-admin-reads-1.ts'
import { ADMIN_READS_2 } from './corpus-admin-reads-2.ts'
import { ADMIN_READS_3 } from './corpus-admin-reads-3.ts'
import { CMD_DESTRUCTIVE_1 } from './corpus-cmd-destructive-1.ts'
import { CMD_DESTRUCTIVE_2 } from './corpus-cmd-destructive-2.ts'
import { CMD_READS } from './corpus-cmd-reads.ts'
import { CMD_TRICKS_CHANGE, CMD_TRICKS_FORBIDDEN } from './corpus-cmd-tricks.ts'
import { POWERSHELL_DESTRUCTIVE_1 } from './corpus-powershell-destructive-1.ts'
import { POWERSHELL_DESTRUCTIVE_2 } from './corpus-powershell-destructive-2.ts'
import { POWERSHELL_READS } from './corpus-powershell-reads.ts'
import { POWERSHELL_TRICKS_CHANGE, POWERSHELL_TRICKS_FORBIDDEN } from './corpus-powershell-tricks.ts'
import { MORE_THAN_READS_1 } from './corpus-tricks-change-1.ts'
import { MORE_THAN_READS_2 } from './corpus-tricks-change-2.ts'
import { DESTRUCTIVE_TRICKS_1 } from './corpus-tricks-destructive-1.ts'
import { DESTRUCTIVE_TRICKS_2 } from './corpus-tricks-destructive-2.ts'
import { DESTRUCTIVE_TRICKS_3 } from './corpus-tricks-destructive-3.ts'
import { DESTRUCTIVE_TRICKS_4 } from './corpus-tricks-destructive-4.ts'
import { FORBIDDEN_TRICKS_1 } from './corpus-tricks-forbidden-1.ts'
import { FORBIDDEN_TRICKS_2 } from './corpus-tricks-forbidden-2.ts'

const classifier = new Classifier()
const CLASSES: readonly string[] = COMMAND_CLASSES
const ADMIN_READS = [...ADMIN_READS_1, ...ADMIN_READS_2, ...ADMIN_READS_3]

const AT_LEAST: readonly (readonly [Shell, CommandClass, readonly string[]])[] = [
  ['bash', 'forbidden', [...FORBIDDEN_TRICKS_1, ...FORBIDDEN_TRICKS_2]],
  [
    'bash',
    'destructive',
    [...DESTRUCTIVE_TRICKS_1, ...DESTRUCTIVE_TRICKS_2, ...DESTRUCTIVE_TRICKS_3, ...DESTRUCTIVE_TRICKS_4],
  ],
  ['bash', 'change', [...MORE_THAN_READS_1, ...MORE_THAN_READS_2]],
  ['powershell', 'forbidden', POWERSHELL_TRICKS_FORBIDDEN],
  ['powershell', 'destructive', [...POWERSHELL_DESTRUCTIVE_1, ...POWERSHELL_DESTRUCTIVE_2]],
  ['powershell', 'change', POWERSHELL_TRICKS_CHANGE],
  ['cmd', 'forbidden', CMD_TRICKS_FORBIDDEN],
  ['cmd', 'destructive', [...CMD_DESTRUCTIVE_1, ...CMD_DESTRUCTIVE_2]],
  ['cmd', 'change', CMD_TRICKS_CHANGE],
]

describe('tricks', () => {
  it.each(AT_LEAST)('lets no trick for %s come out below %s', (shell, least, commands) => {
    const below = commands.flatMap((command) => {
      const found = classifier.classify(command, shell).class
      return CLASSES.indexOf(found) < CLASSES.indexOf(least) && found !== 'refused' ? [`${found}: ${command}`] : []
    })
    expect(below).toEqual([])
    expect(commands.length).toBeGreaterThan(50)
  })

  it.each([
    ['bash', ADMIN_READS],
    ['powershell', POWERSHELL_READS],
    ['cmd', CMD_READS],
  ] as const)('does not bother the operator with ordinary reads for %s', (shell, commands) => {
    const wrong = commands.filter((command) => classifier.classify(command, shell).class !== 'read')
    expect(wrong.length / commands.length, wrong.join('\n')).toBeLessThanOrEqual(0.05)
  })
})
