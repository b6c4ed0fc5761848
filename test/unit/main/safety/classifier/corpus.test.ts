import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { type Case, casesOf, commandsOf, corporaOf, isBelow } from './corpus.ts'

const classifier = new Classifier()
const classOf = ({ command, shell }: Case) => classifier.classify(command, shell).class
const shown = (row: Case): string => `${classOf(row)}, not ${row.least ?? row.expect}: ${row.shell} ${row.command}`
const below = (rows: readonly Case[]): string[] => rows.filter((row) => isBelow(row, classOf(row))).map(shown)

/** Share of everyday reads that may ask for an approval before they run. */
const MOST_ASKED = 0.03

describe('corpus of commands', () => {
  it.each([
    'forbidden',
    'destructive',
    'unknown',
    'change',
    'windows',
    'tricks-linux',
    'tricks-windows',
    'findings',
    ...corporaOf('attacks-'),
  ])('holds no command of “%s” that comes out below its class', (name) => {
    const rows = casesOf(name)
    expect(below(rows)).toEqual([])
    expect(rows.length).toBeGreaterThan(50)
  })

  it.each(corporaOf('reads-'))('lets everyday reads of “%s” be read', (name) => {
    const rows = casesOf(name)
    const asked = rows.filter((row) => classOf(row) !== 'read').map(shown)
    expect(asked.length / rows.length, asked.join('\n')).toBeLessThanOrEqual(MOST_ASKED)
    expect(rows.length).toBeGreaterThan(50)
  })

  it('lets the reads of the findings be read', () => {
    const reads = casesOf('findings').filter((row) => row.expect === 'read')
    const asked = reads.filter((row) => classOf(row) !== 'read').map(shown)
    expect(asked.length / reads.length, asked.join('\n')).toBeLessThanOrEqual(MOST_ASKED)
  })

  it('does not call a finite read endless', () => {
    const finite = [...casesOf('reads-linux'), ...casesOf('marks').filter((row) => row.endless === false)]
    expect(finite.filter((row) => classifier.classify(row.command, row.shell).endless).map(shown)).toEqual([])
  })

  it('misses no command that never ends, which would block the device', () => {
    const endless = [...casesOf('marks'), ...casesOf('endless')].filter((row) => row.endless)
    expect(endless.filter((row) => !classifier.classify(row.command, row.shell).endless).map(shown)).toEqual([])
    const finite = casesOf('endless').filter((row) => row.endless === false)
    expect(finite.filter((row) => classifier.classify(row.command, row.shell).endless).map(shown)).toEqual([])
  })

  it('keeps an endless read in its class, so that it can be sent under a time limit', () => {
    for (const command of ['top', 'tail -f x', 'ping host', 'journalctl -f', 'watch ls', 'yes']) {
      expect(classifier.classify(command, 'bash').class, command).toBe('read')
    }
    expect(classifier.classify('watch reboot', 'bash').class).toBe('destructive')
  })

  it('misses no command that cuts the operator off', () => {
    const cutting = casesOf('marks').filter((row) => row.cutsOff)
    expect(cutting.filter((row) => !classifier.classify(row.command, row.shell).cutsOff).map(shown)).toEqual([])
  })

  it('does not promote plain changes to something that needs typing', () => {
    const changes = casesOf('change')
    const wrong = changes.filter((row) => classOf(row) !== 'change').map(shown)
    expect(wrong.length / changes.length, wrong.join('\n')).toBeLessThanOrEqual(0.1)
  })

  it('judges commands of Windows as exactly what they are', () => {
    const wrong = casesOf('windows').filter((row) => classOf(row) !== row.expect)
    expect(wrong.map(shown)).toEqual([])
  })

  it('gives every judgement a reason in both languages', () => {
    for (const name of ['forbidden', 'destructive', 'unknown', 'change', 'reads-linux']) {
      for (const command of commandsOf(name)) {
        const { reasons } = classifier.classify(command, 'bash')
        expect(reasons.length, command).toBeGreaterThan(0)
        for (const reason of reasons) expect(reason.en && reason.zh, command).toBeTruthy()
      }
    }
  })
})
