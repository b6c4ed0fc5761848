import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier.ts'
import { COMMAND_CLASSES, type CommandClass, type Shell } from '../../../../../preload/contract/models/safety.ts'
import { CHANGE } from './corpus-change.ts'
import { DESTRUCTIVE } from './corpus-destructive.ts'
import { ORDINARY_READS } from './corpus-fleet-reads.ts'
import { FORBIDDEN } from './corpus-forbidden.ts'
import { CUTS_OFF, ENDLESS, FINITE } from './corpus-marks.ts'
import { UNKNOWN } from './corpus-unknown.ts'
import { WINDOWS_CASES } from './corpus-windows.ts'

const classifier = new Classifier()
const CLASSES: readonly string[] = COMMAND_CLASSES
const rank = (name: string): number => CLASSES.indexOf(name)

function below(commands: readonly string[], least: CommandClass, shell: Shell): string[] {
  return commands.flatMap((command) => {
    const found = classifier.classify(command, shell).class
    return rank(found) < rank(least) ? [`${found}: ${command}`] : []
  })
}

describe('corpus of commands', () => {
  it.each([
    ['forbidden', FORBIDDEN],
    ['destructive', DESTRUCTIVE],
    ['unknown', UNKNOWN],
    ['change', CHANGE],
  ] as const)('lets no %s command come out below its class', (least, commands) => {
    expect(below(commands, least, 'bash')).toEqual([])
  })

  it('does not bother the operator with ordinary reads', () => {
    const wrong = ORDINARY_READS.filter((command) => classifier.classify(command, 'bash').class !== 'read')
    expect(wrong.length / ORDINARY_READS.length, wrong.join('\n')).toBeLessThanOrEqual(0.02)
    expect(ORDINARY_READS.length).toBeGreaterThanOrEqual(300)
  })

  it('does not call a finite read endless', () => {
    expect(ORDINARY_READS.filter((command) => classifier.classify(command, 'bash').endless)).toEqual([])
    expect(FINITE.filter((command) => classifier.classify(command, 'bash').endless)).toEqual([])
  })

  it('misses no command that never ends, which would block the device', () => {
    expect(ENDLESS.filter((command) => !classifier.classify(command, 'bash').endless)).toEqual([])
  })

  it('keeps an endless read in its class, so that it can be sent under a time limit', () => {
    for (const command of ['top', 'tail -f x', 'ping host', 'journalctl -f', 'watch ls', 'yes']) {
      expect(classifier.classify(command, 'bash').class, command).toBe('read')
    }
    expect(classifier.classify('watch reboot', 'bash').class).toBe('destructive')
  })

  it('misses no command that cuts the operator off', () => {
    expect(CUTS_OFF.filter((command) => !classifier.classify(command, 'bash').cutsOff)).toEqual([])
  })

  it('does not promote plain changes to something that needs typing', () => {
    const wrong = CHANGE.filter((command) => classifier.classify(command, 'bash').class !== 'change')
    expect(wrong.length / CHANGE.length, wrong.join('\n')).toBeLessThanOrEqual(0.1)
  })

  it.each(WINDOWS_CASES)('judges $shell commands of class $class', (group) => {
    expect(below(group.commands, group.class, group.shell)).toEqual([])
    const found = group.commands.map((command) => `${classifier.classify(command, group.shell).class}: ${command}`)
    expect(found).toEqual(group.commands.map((command) => `${group.class}: ${command}`))
  })

  it('gives every judgement a reason in both languages', () => {
    for (const command of [...FORBIDDEN, ...DESTRUCTIVE, ...UNKNOWN, ...CHANGE, ...ORDINARY_READS]) {
      const { reasons } = classifier.classify(command, 'bash')
      expect(reasons.length, command).toBeGreaterThan(0)
      for (const reason of reasons) expect(reason.en && reason.zh, command).toBeTruthy()
    }
  })
})
