import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { loadManuals } from '../../../../../main/safety/manual/manuals.ts'

const manuals = loadManuals()
const COMMANDS = ['df -h', 'rm -rf /', 'dir', 'Get-Process', 'uptime', 'sudo reboot', 'cat /etc/shadow', 'echo $(', '']
const SHELLS = ['bash', 'cmd', 'powershell'] as const

describe('a verdict that is asked for again', () => {
  it('is the same as the one of a classifier that was never asked, whatever was asked in between', () => {
    const asked = new Classifier(manuals)
    for (let round = 0; round < 3; round++) {
      for (const command of COMMANDS) {
        for (const shell of SHELLS) {
          expect(asked.classify(command, shell)).toEqual(new Classifier(manuals).classify(command, shell))
        }
      }
    }
  }, 60_000)

  it('is that of the exact text and shell', () => {
    const classifier = new Classifier(manuals)
    expect(classifier.classify('df -h', 'bash').class).toBe('read')
    expect(classifier.classify('df -h ; reboot', 'bash').class).not.toBe('read')
    expect(classifier.classify('df -h', 'bash')).toBe(classifier.classify('df -h', 'bash'))
    expect(classifier.classify('df -h', 'cmd')).not.toEqual(classifier.classify('df -h', 'bash'))
  })

  it('cannot be changed by whoever got it', () => {
    const classifier = new Classifier(manuals)
    const judged = classifier.classify('reboot', 'bash')
    expect(() => Object.assign(judged, { class: 'read' })).toThrow(TypeError)
    expect(classifier.classify('reboot', 'bash').class).toBe(judged.class)
  })

  it('is judged anew after many others', () => {
    const classifier = new Classifier(manuals)
    const first = classifier.classify('uptime', 'bash')
    for (let index = 0; index < 40; index++) classifier.classify(`echo ${index}`, 'bash')
    expect(classifier.classify('uptime', 'bash')).not.toBe(first)
    expect(classifier.classify('uptime', 'bash')).toEqual(first)
  })
})
