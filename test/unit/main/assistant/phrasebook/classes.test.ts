import { describe, expect, it } from 'vitest'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { DeviceSystem, Shell } from '../../../../../preload/contract/models/safety/safety.ts'

const SHELLS: readonly (readonly [DeviceSystem, Shell])[] = [
  ['linux', 'bash'],
  ['raspberrypi', 'bash'],
  ['windows-powershell', 'powershell'],
  ['windows-cmd', 'cmd'],
]
/** Programs that the tables of a Windows shell do not list, and what is read where keys and passwords are kept. */
const STRICTER = new Set(['containers', 'python-version', 'search-in-files', 'mqtt-users-in'])

describe.each(SHELLS)('commands of the phrasebook on %s', (system, shell) => {
  const phrasebook = new Phrasebook()
  const classifier = new Classifier()

  it('are of the class that their intent expects, end by themselves and are never refused', () => {
    for (const intent of INTENTS) {
      for (const text of [...intent.examples.en, ...intent.examples.zh]) {
        const answer = phrasebook.answer(text, system)
        if (answer.decision !== 'propose') continue
        const { command } = answer.command
        const judged = classifier.classify(command, shell)
        expect(judged.endless, command).toBe(false)
        expect(['forbidden', 'refused'], command).not.toContain(judged.class)
        // A path of Linux; on Windows a file is hardly called so unless it holds a secret.
        const isOfLinux = shell !== 'bash' && command.includes('/etc/passwd')
        if (intent.expectedClass === 'read' && !STRICTER.has(intent.id) && !isOfLinux)
          expect(judged.class, command).toBe('read')
        if (intent.expectedClass !== 'read') expect(judged.class, command).not.toBe('read')
      }
    }
  })
})
