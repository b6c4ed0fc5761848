import { describe, expect, it } from 'vitest'
import { checkManual } from '../../../../../main/safety/classifier/check-tables.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { loadManuals } from '../../../../../main/safety/manual/manuals.ts'
import type { ReadProgram } from '../../../../../main/safety/manual/read-form.ts'
import type { Shell } from '../../../../../preload/contract/models/safety/safety.ts'

const classifier = new Classifier()
const manuals = loadManuals()
const SHELLS: readonly (readonly [Shell, ReadonlyMap<string, ReadProgram>])[] = [
  ['bash', manuals.linux],
  ['powershell', manuals.powershell],
  ['cmd', manuals.cmd],
]
const isRead = (command: string, shell: Shell): boolean => classifier.classify(command, shell).class === 'read'

/** Options that exist nowhere, and such as are dangerous somewhere. */
const INVENTED: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['--frobnicate=/home/pi/x', '--frobnicate', '-@ /home/pi/x', '--exec reboot', '-%', '--exec=reboot'],
  powershell: ['-Frobnicate', '-Frobnicate C:\\x', '-CustomMethod DELETE', '-OutFile C:\\x', '-ComputerName evil'],
  cmd: ['/frobnicate', '/frobnicate:C:\\x', '/@ C:\\x', '-@', '--frobnicate=C:\\x'],
}
const DANGEROUS = ['-e /bin/sh', '--exec=reboot', '-o /home/pi/x', '--output=/home/pi/x', '-K /tmp/c', '-w /tmp/x']

/** Calls that a program's manual covers, by the program. */
const callsOf = (programs: ReadonlyMap<string, ReadProgram>): [string, string[]][] =>
  [...programs.values()].map(({ name, forms }) => [
    name,
    [...new Set(forms.flatMap((form) => form.match))].filter((command) => !/[|;&\n]| -- /.test(command)),
  ])

describe('manuals of reads', () => {
  it('have no line that cannot be read, and no program twice', () => {
    expect(manuals.faults).toEqual([])
  })

  it.each(SHELLS)('cover their examples for %s and nothing of what they name as more', (shell, programs) => {
    expect([...checkManual(programs, shell, (command, of) => classifier.classify(command, of))].flat()).toEqual([])
  })

  it.each(SHELLS)('let no option that exists nowhere leave a command of %s a read', (shell, programs) => {
    const still = callsOf(programs).flatMap(([name, calls]) =>
      calls.flatMap((call) =>
        INVENTED[shell]
          .flatMap((option) => [`${call} ${option}`, call.replace(name, `${name} ${option}`)])
          .filter((command) => command !== call && isRead(command, shell) && !isOfText(name)),
      ),
    )
    expect(still).toEqual([])
  })

  it('let no option swallow a dangerous one that follows it', () => {
    const still = [...manuals.linux.values()].flatMap(({ name, forms }) =>
      forms.flatMap((form) =>
        [...form.options].flatMap(([option, { value }]) => {
          if (value === undefined) return []
          return DANGEROUS.filter((flag) => !form.options.has(flag.slice(0, 2)) || flag.startsWith('--'))
            .map((flag) => `${name} ${form.subs[0]?.join(' ') ?? ''} ${option} ${flag}`)
            .filter((command) => isRead(command, 'bash') && !isOfText(name))
        }),
      ),
    )
    expect(still).toEqual([])
  })

  it('stand for the number of programs that was promised', () => {
    expect(manuals.linux.size).toBeGreaterThanOrEqual(150)
    expect(manuals.powershell.size).toBeGreaterThanOrEqual(60)
    expect(manuals.cmd.size).toBeGreaterThanOrEqual(30)
  })

  it('name the word that is not known and a form that is', () => {
    const { reasons } = classifier.classify('df --exec', 'bash')
    expect(reasons[0]?.en).toContain('“--exec”')
    expect(reasons[0]?.en).toContain('“df -h” is a known read')
    expect(classifier.classify('frobnicate', 'bash').reasons[0]?.en).toContain('not on the list of known reads')
  })

  it('say what each option of a read does', () => {
    expect(classifier.classify('df -h', 'bash').options.map((note) => note.word)).toEqual(['-h'])
  })
})

/** Programs whose every word is text to print, whatever it looks like. */
const isOfText = (name: string): boolean =>
  /^(?:echo|printf|rem|title|write-output|write-host|:|true|false|help)$/.test(name)
